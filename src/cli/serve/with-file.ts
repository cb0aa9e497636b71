import { basename } from 'node:path';

/**
 * The page with a file in it, as a block of data: a script of a type that no browser runs, whose text is base64.
 * @param octets words = the file cannot be read any more, and the page says so by having an empty one
 */
export function withFile(page: string, file: string, octets: Uint8Array | string): string {
  const text = typeof octets === 'string' ? '' : Buffer.from(octets).toString('base64');
  const name = encodeURIComponent(basename(file));
  const block = `<script type="application/octet-stream" id="given-file" data-name="${name}">${text}</script>`;
  return page.replace('</head>', () => `${block}</head>`);
}
