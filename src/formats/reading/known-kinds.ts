/** Files of other tools that are often taken for recordings or cookies. */
export type KnownKind =
  | 'sqlite'
  | 'pdf'
  | 'image'
  | 'capture'
  | 'archive'
  | 'pickle'
  | 'safari-cookies'
  | 'firefox-session'
  | 'net-log'
  | 'recorder-steps'
  | 'postman'
  | 'performance-trace'
  | 'protocol-log'
  | 'charles-session'
  | 'fiddler-archive'
  | 'python'
  | 'lwp'
  | 'mitmproxy-flows'
  | 'request-code'
  | 'http-log'
  | 'cookie-header'
  | 'table';

const SIGNATURES: readonly (readonly [kind: KnownKind, first: string])[] = [
  ['sqlite', 'SQLite format 3\0'],
  ['pdf', '%PDF-'],
  ['image', '\x89PNG'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
  ['capture', '\xd4\xc3\xb2\xa1'],
  ['capture', '\xa1\xb2\xc3\xd4'],
  ['capture', '\x0a\x0d\x0d\x0a'],
  // zstd, 7-Zip, RAR, xz, bzip2.
  ['archive', '\x28\xb5\x2f\xfd'],
  ['archive', '7z\xbc\xaf\x27\x1c'],
  ['archive', 'Rar!\x1a\x07'],
  ['archive', '\xfd7zXZ\0'],
  ['archive', 'BZh'],
  ['safari-cookies', 'cook\0\0'],
  ['firefox-session', 'mozLz40\0'],
  // Protocols 2 to 5; the older ones are not written any more.
  ...[2, 3, 4, 5].map((protocol) => ['pickle', `\x80${String.fromCharCode(protocol)}`] as const),
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
  if (has('traceEvents')) return 'performance-trace';
  return has('info', 'item') ? 'postman' : null;
}

/** What a list in JSON is by its first entry; null = none of those that are known. */
export function kindOfEntry(entry: unknown): KnownKind | null {
  const { method, params, message, protocolVersion } =
    typeof entry === 'object' && entry !== null ? (entry as Readonly<Record<string, unknown>>) : {};
  if (typeof protocolVersion === 'string') return 'charles-session';
  // ChromeDriver's performance log has the event as JSON in a text.
  const isEvent = typeof method === 'string' && /^[A-Z]\w+\.\w+$/.test(method) && params !== undefined;
  return isEvent || (typeof message === 'string' && message.startsWith('{"message":{"method":')) ? 'protocol-log' : null;
}

const TEXTS: readonly (readonly [kind: KnownKind, pattern: RegExp])[] = [
  ['lwp', /^#LWP-Cookies-/],
  ['python', /^\s*\[?\s*\{\s*'/],
  ['mitmproxy-flows', /^\d{1,9}:\d{1,9}:[a-z_]+;/],
  [
    'request-code',
    /^\s*(?:curl(?:\.exe)?\s+[-'"^$]|curl\s+https?:|(?:await\s+)?fetch\(|\$session\s*=|Invoke-(?:WebRequest|RestMethod)\b)/i,
  ],
  ['http-log', /^HTTP\/\d|^(?:[<>*] .*\r?\n)*[<>] (?:HTTP\/\d|[A-Z]+ \S+ HTTP\/\d)|^(?:== Info:|=> Send header)/],
  ['cookie-header', /^\s*(?:set-)?cookie\d?\s*(?::|\r?\n)/i],
  ['cookie-header', /^[^\s=;,{]+=[^;\r\n]*(?:;\s*[^\s=;]+=[^;\r\n]*)+;?\s*$/],
  // Ours, and rows copied from the Application panel: name, value, domain, path, expiry, size.
  ['table', /^"?name"?[,;\t]"?value"?[,;\t]/i],
  ['table', /^[^\t\r\n]+\t[^\t\r\n]*\t[^\t\r\n]+\t\/[^\t\r\n]*\t(?:Session|\d{4}-\d\d-\d\dT[^\t\r\n]*)\t\d+\t/],
];

/** What a text that is no JSON is by its beginning; null = none of those that are known. */
export function kindOfText(text: string): KnownKind | null {
  const head = text.slice(0, 65_536);
  return TEXTS.find(([, pattern]) => pattern.test(head))?.[0] ?? null;
}

/** What an archive is by the names of its files; null = none of those that are known. */
export const kindOfArchive = (names: readonly string[]): KnownKind | null =>
  names.some((name) => /^raw\/\d+_[cs]\.txt$/.test(name)) ? 'fiddler-archive' : null;
