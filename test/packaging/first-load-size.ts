import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Octets that the panel's page of a built extension loads before its first frame, compressed. @param folder `dist/chrome` */
export function firstLoadSize(folder: string): number {
  const page = readFileSync(join(folder, 'src/panel/index.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path]) => join(folder, path ?? ''));
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
}
