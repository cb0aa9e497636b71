import * as v from 'valibot';

const text = v.string();
const maybe = <S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(schema));

/** Databases and some languages write 1 or `true` for true. */
const flag = v.union([
  v.boolean(),
  v.pipe(
    v.picklist([0, 1, 'true', 'false', 'TRUE', 'FALSE', 'True', 'False']),
    v.transform((written) => written === 1 || String(written).toLowerCase() === 'true'),
  ),
]);

/** WebDriver BiDi tells octets that are no text as base64. */
const octets = v.object({ type: v.picklist(['string', 'base64']), value: text });

/** A cookie as any of the tools writes it: they share their words, and where they do not, none means another thing by one. */
export const writtenCookie = v.object({
  name: v.optional(text),
  /** tough-cookie. */
  key: v.optional(text),
  value: v.lazy((value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? octets : text)),
  domain: v.optional(v.nullable(text)),
  /** In place of a domain: what Puppeteer and Playwright take. */
  url: maybe(text),
  path: maybe(text),
  expires: maybe(v.union([v.number(), text])),
  expirationDate: maybe(v.union([v.number(), text])),
  /** Cypress, WebDriver. */
  expiry: maybe(v.union([v.number(), text])),
  /** Seconds since `creation`. */
  maxAge: maybe(v.union([v.number(), text])),
  creation: maybe(text),
  session: maybe(flag),
  hostOnly: maybe(flag),
  secure: maybe(flag),
  httpOnly: maybe(flag),
  sameSite: maybe(v.union([v.number(), text])),
  partitionKey: maybe(
    v.union([
      text,
      v.object({ topLevelSite: v.optional(text), sourceOrigin: v.optional(text), hasCrossSiteAncestor: maybe(v.boolean()) }),
    ]),
  ),
  /** The Cookie Store API: it has a partition, of which nothing more is said. */
  partitioned: maybe(flag),
  /** Puppeteer, CDP: the partition is one of its browser alone. */
  partitionKeyOpaque: maybe(v.boolean()),
  _crHasCrossSiteAncestor: maybe(v.boolean()),
});
export type WrittenCookie = v.InferOutput<typeof writtenCookie>;

const plain = (name: string): string => name.toLowerCase().replace(/[-_]/g, '');

const WORDS: ReadonlyMap<string, string> = new Map([
  ...Object.keys(writtenCookie.entries).map((word) => [plain(word), word] as const),
  // Firefox's sessions.
  ['host', 'domain'],
]);

/**
 * A cookie by the names that we read: other languages write them with capitals (.NET, Guzzle), an underscore or a hyphen.
 * A name that is written as we have it counts before one that is not.
 */
export function byOurNames(entry: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const known = Object.entries(entry).flatMap(([name, value]) => {
    const word = WORDS.get(plain(name));
    return word === undefined ? [] : [[word, value, word === name] as const];
  });
  const inOrder = known.toSorted((a, b) => Number(a[2]) - Number(b[2]));
  return Object.fromEntries(inOrder.map(([word, value]) => [word, value]));
}
