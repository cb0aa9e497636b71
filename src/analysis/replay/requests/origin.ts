import { urlParts } from '../../engine/site/url-parts';

/**
 * The origin of a URL as a browser writes it (no default port); "null" where it is opaque or the URL has no host.
 * @see https://html.spec.whatwg.org/#concept-origin
 */
export function originOf(url: string): string {
  const parts = urlParts(url.startsWith('blob:') ? url.slice('blob:'.length) : url);
  return parts === null ? 'null' : `${parts.scheme}://${parts.host}${parts.port === '' ? '' : `:${parts.port}`}`;
}
