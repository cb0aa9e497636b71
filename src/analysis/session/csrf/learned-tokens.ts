import type { Secret } from '../../facts/fact';
import { isRoutingName } from '../requests/address';
import { fieldUse } from '../requests/fields';
import type { Visit } from '../requests/visit';

/** Fields and headers that behave like tokens against forgery, whatever they are called. */
export interface LearnedTokens {
  readonly fields: ReadonlySet<string>;
  readonly headers: ReadonlySet<string>;
  /** Parameters of the addresses that forms are sent to. */
  readonly parameters: ReadonlySet<string>;
  /** Fields that may be tokens: on every form of a session, and nothing shows what becomes of them in the next. */
  readonly possible: ReadonlySet<string>;
}

/** What nobody calls a token: it says who asks, not that the page asked. */
const NO_TOKEN: ReadonlySet<string> = new Set(['authorization', 'x-requested-with']);

/**
 * Learns tokens by what they do: the same on every request of one session, another in the next, and sent with forms of more
 * than one kind. Names say nothing here (`sid`, `sectok`, `nonce`, `k` are all in use).
 * @param changing requests that may change something, in order
 * @param borders numbers of facts at which one session ends and another begins
 */
export function learnedTokens(changing: readonly Visit[], borders: readonly number[]): LearnedTokens {
  const fields = seenOf(changing, borders, ({ exchange }) => (exchange.sent.fields ?? []).filter(({ name }) => !isTyped(name)));
  const headers = seenOf(changing, borders, ({ exchange }) =>
    exchange.sent.secretHeaders.filter(({ name }) => !NO_TOKEN.has(name)),
  );
  const parameters = seenOf(changing, borders, parametersOf);
  const learned = namesOf(fields, isToken);
  return {
    fields: learned,
    headers: namesOf(headers, isToken),
    parameters: namesOf(parameters, isToken),
    possible: new Set([...namesOf(fields, mayBeToken)].filter((name) => !learned.has(name))),
  };
}

/** The parameters of an address that are no page's number, each with its value in place of a digest: both are only compared. */
const parametersOf = ({ exchange: { url } }: Visit): readonly Secret[] =>
  (url.includes('?') ? [...url.matchAll(/[?&]([^=&#]{1,64})=([^&#]{8,256})/g)] : []).flatMap(([, name = '', value = '']) =>
    isTyped(name) || !/\d/.test(value) ? [] : [{ name, digest: value }],
  );

/** What each name was seen with, and how many requests of each session carried anything. */
interface AllSeen {
  readonly seen: ReadonlyMap<string, FieldUses>;
  readonly carrying: ReadonlyMap<number, number>;
}

const namesOf = (
  { seen, carrying }: AllSeen,
  is: (each: FieldUses, carrying: AllSeen['carrying']) => boolean,
): ReadonlySet<string> => new Set([...seen].filter(([, each]) => is(each, carrying)).map(([name]) => name));

function seenOf(changing: readonly Visit[], borders: readonly number[], secretsOf: (visit: Visit) => readonly Secret[]): AllSeen {
  const seen = new Map<string, FieldUses>();
  const carrying = new Map<number, number>();
  const sorted = [...borders].sort((a, b) => a - b);
  let session = 0;
  for (const visit of changing) {
    const secrets = secretsOf(visit);
    if (visit.exchange.sent.fields === null && secrets.length === 0) continue;
    while (session < sorted.length && (sorted[session] ?? 0) < visit.seq) session += 1;
    carrying.set(session, (carrying.get(session) ?? 0) + 1);
    for (const { name, digest } of secrets) {
      if (digest === null) continue;
      const known = seen.get(name) ?? { sessions: new Map(), forms: new Set(), isBesideOther: false };
      seen.set(name, known);
      const digests = known.sessions.get(session) ?? { all: new Set(), requests: 0, last: visit };
      known.sessions.set(session, digests);
      known.isBesideOther ||= digests.all.has(digest) && isOtherwise(visit, digests.last, name);
      digests.last = visit;
      digests.all.add(digest);
      digests.requests += 1;
      known.forms.add(formOf(visit));
    }
  }
  return { seen, carrying };
}

interface FieldUses {
  /** By session, the digests and how many requests carried one. */
  readonly sessions: Map<number, { readonly all: Set<string>; requests: number; last: Visit }>;
  readonly forms: Set<string>;
  /** It stayed while something else that the same form sent changed. */
  isBesideOther: boolean;
}

function isToken({ sessions, forms, isBesideOther }: FieldUses, carrying: AllSeen['carrying']): boolean {
  if ((forms.size < 2 && !isBesideOther) || sessions.size < 2) return false;
  // On every request of each session, and not on those of some forms only.
  if ([...sessions].some(([session, { requests }]) => requests < (carrying.get(session) ?? 0))) return false;
  const each = [...sessions.values()];
  const distinct = new Set(each.flatMap(({ all }) => [...all]));
  return each.every(({ all }) => all.size === 1) && each.some(({ requests }) => requests >= 2) && distinct.size >= 2;
}

/**
 * Whether it may be one: all requests of a session carried it, several forms among them, with one value all the time or with
 * another each time. What people type is in one form or another.
 */
function mayBeToken({ sessions, forms }: FieldUses, carrying: AllSeen['carrying']): boolean {
  return [...sessions].some(([session, { all, requests }]) => {
    if (requests < 2 || requests < (carrying.get(session) ?? 0)) return false;
    return all.size === 1 ? forms.size >= 2 : all.size === requests && forms.size >= 3;
  });
}

function isOtherwise(visit: Visit, last: Visit, name: string): boolean {
  const digestIn = (of: Visit, field: string) => of.exchange.sent.fields?.find((each) => each.name === field)?.digest ?? null;
  return (visit.exchange.sent.fields ?? []).some(
    (each) =>
      each.name !== name &&
      each.digest !== null &&
      digestIn(last, each.name) !== null &&
      digestIn(last, each.name) !== each.digest,
  );
}

/** Forms of one kind go to one page with the same fields. */
const formOf = ({ exchange, address }: Visit): string =>
  `${address.page} ${(exchange.sent.fields ?? [])
    .map(({ name }) => name)
    .sort()
    .join('&')}`;

/** Whether people type it, or it names a page: a user name is the same all along one session as well. */
function isTyped(name: string): boolean {
  const before = typed.get(name);
  if (before !== undefined) return before;
  const { password, user, code } = fieldUse([{ name, digest: null }]);
  const is = password || user || code || isRoutingName(name);
  if (typed.size >= MOST_NAMES) typed.clear();
  typed.set(name, is);
  return is;
}

const typed = new Map<string, boolean>();
const MOST_NAMES = 1024;
