import type { Bytes } from '../engine/base/units';
import { urlParts } from '../engine/site/url-parts';

/** What stands for a piece that differs between any two visits. */
const ANY = '*';

/**
 * An address without what differs between two visits: ids in its path, values of its parameters, the port, the fragment.
 * One that cannot be read is its own.
 */
export function addressKey(url: string): string {
  const parts = urlParts(url);
  if (parts === null) return url;
  const path = parts.path.split('?', 1)[0] ?? '';
  const pairs = (/\?([^#]*)/.exec(url)?.[1] ?? '').split('&').filter((pair) => pair !== '');
  const names = [...new Set(pairs.map((pair) => pieceKey(pair.split('=', 1)[0] ?? '')))].sort();
  return `${parts.host}${path.split('/').map(pieceKey).join('/')}${names.length === 0 ? '' : `?${names.join('&')}`}`;
}

/** The name of a cookie without an id in it: `corr.9f2cA1b84e7d00c1` is `corr.*` in every visit. */
export const nameWithoutIds = (name: Bytes): string =>
  name
    .split(/([._%-])/)
    .map(pieceKey)
    .join('');

/** Numbers and what looks drawn by lot are the same to us. */
const pieceKey = (piece: string): string =>
  /^\d+$/.test(piece) ||
  (piece.length >= 16 && /\d/.test(piece) && /[a-z]/i.test(piece)) ||
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(piece)
    ? ANY
    : piece;
