/** Files of other tools that are often taken for recordings or cookies. */
export type KnownKind = 'sqlite' | 'pdf' | 'image' | 'capture' | 'net-log' | 'recorder-steps' | 'postman';

const SIGNATURES: readonly (readonly [kind: KnownKind, first: string])[] = [
  ['sqlite', 'SQLite format 3\0'],
  ['pdf', '%PDF-'],
  ['image', '\x89PNG'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
  ['capture', '\xd4\xc3\xb2\xa1'],
  ['capture', '\xa1\xb2\xc3\xd4'],
  ['capture', '\x0a\x0d\x0d\x0a'],
];

/** What a file is by its first octets; null = none of those that are known. */
export function kindOfOctets(octets: Uint8Array): KnownKind | null {
  const first = String.fromCharCode(...octets.subarray(0, 16));
  return SIGNATURES.find(([, signature]) => first.startsWith(signature))?.[0] ?? null;
}

/** What an object of JSON is by its names; null = none of those that are known. */
export function kindOfNames(names: readonly string[]): KnownKind | null {
  const has = (...wanted: readonly string[]): boolean => wanted.every((name) => names.includes(name));
  if (has('constants', 'events')) return 'net-log';
  if (has('title', 'steps')) return 'recorder-steps';
  return has('info', 'item') ? 'postman' : null;
}
