import type { CheckedId } from '../../active-check/verdict';
import { readLine } from '../../engine/header/read-line';
import { siteDomain } from '../../engine/site/registrable';
import { isSafeMethod } from '../../engine/verdict/access/site-relation';
import type { Exchange, Row } from '../../replay/rows/exchange';
import { type CookieKey, cookieKey } from '../../session/cookies/cookie-key';
import { type Chunked, runToEnd, shouldYield } from '../../session/shared/chunked';
import { isCredential, type RoleVerdict } from '../../session/shared/role-kinds';
import type { TokenReading } from '../../session/values/reading';
import { readToken } from '../../session/values/token';
import { better, channelOf } from './channel';
import { type CookieRecord, type LineVariant, outcomeOf } from './cookie-record';
import { type Garbled, garbledIn } from './garbled';
import { type Gathered, gather } from './gather';
import { hstsFor } from './hsts';
import { leaks } from './leaks';
import type { Missed } from './missed';
import type { SessionResults } from './session-results';
import type { Channel, CookieSubject, HostSeen, LineSubject, Party, SessionSubject, SiteSubject, Subject } from './subject';

/** Everything that rules look at, for one site. */
export interface Subjects {
  /** The recording that they are of. */
  readonly rows: readonly Row[];
  readonly site: SiteSubject;
  readonly cookies: readonly CookieSubject[];
  readonly lines: readonly LineSubject[];
  readonly sessions: readonly SessionSubject[];
  /** Old ids that the user had sent again; who asks for requirements adds them. */
  readonly checks: readonly CheckedId[];
}

/**
 * Makes subjects of a recording.
 * @param site registrable domain (or host, where there is none) that is looked at; cookies of other sites count only
 *   where they were embedded in it
 */
export const subjectsOf = (rows: readonly Row[], site: string, results: SessionResults): Subjects =>
  runToEnd(subjectsInChunks(rows, site, results));

/** The same in pieces. */
export function* subjectsInChunks(rows: readonly Row[], site: string, results: SessionResults): Chunked<Subjects> {
  const gathered = yield* gather(rows);
  const cookies: CookieSubject[] = [];
  const lines: LineSubject[] = [];
  const byKey = new Map<CookieKey, CookieSubject>();
  let round = 0;
  for (const record of gathered.cookies.values()) {
    if (shouldYield(round++)) yield;
    const party = partyOf(record, site);
    if (party === null) continue;
    const role = results.roleOf(record);
    const missed = record.missed.filter(({ exchange }) => isNeeded(record, exchange, { role, awaited: results.awaited }));
    const about = { record, party, role, roleOf: (key: CookieKey) => roleOfKey(key, gathered, results), missed };
    const own = [...record.shapes.values()].sort((a, b) => b.seq - a.seq).map((shape) => lineOf(shape, about));
    lines.push(...own);
    const cookie = cookieOf(about, own, { gathered, byKey });
    cookies.push(cookie);
    byKey.set(cookie.key, cookie);
  }
  const sessions = results.signIns.map(
    (signIn, at): SessionSubject => ({
      kind: 'session',
      number: at + 1,
      signIn,
      csrf: results.csrf,
      cookieOf: (key) => byKey.get(key) ?? null,
    }),
  );
  return { rows, site: yield* siteOf(rows, site, { gathered, cookies }), cookies, lines, sessions, checks: [] };
}

/** All of them, for a rule to be asked about each. */
export const all = ({ cookies, lines, sessions, site }: Subjects): readonly Subject[] => [
  ...lines,
  ...cookies,
  ...sessions,
  site,
];

interface Known {
  readonly gathered: Gathered;
  /** Filled while the cookie subjects are made; complete only after that. */
  readonly byKey: ReadonlyMap<CookieKey, CookieSubject>;
}

interface About {
  readonly record: CookieRecord;
  readonly party: Party;
  readonly role: RoleVerdict;
  readonly roleOf: (key: CookieKey) => RoleVerdict | null;
  readonly missed: readonly Missed[];
}

/** null = neither of this site nor embedded in a page. */
function partyOf(record: CookieRecord, site: string): Party | null {
  // A line that was refused may name any domain: what counts is who sent it.
  const domain = record.last === null ? (record.host ?? record.identity.domain) : record.identity.domain;
  if (siteDomain(domain) === site) return 'own';
  return record.embedded ? 'third' : null;
}

/** Whether a request that failed can have done so for want of this cookie. */
function isNeeded(
  { identity }: CookieRecord,
  { id, sent }: Exchange,
  { role, awaited }: Pick<CookieSubject, 'role'> & Pick<SessionResults, 'awaited'>,
): boolean {
  if (role.role === 'csrf-token' && isSafeMethod(sent.method)) return false;
  return role.role === 'sign-in-transaction' || awaited.get(id)?.has(identity.name) !== false;
}

function lineOf(
  { exchange, set, parts, deletes, counter }: LineVariant,
  { record, party, role, roleOf, missed }: About,
): LineSubject {
  // A deletion that misses its cookie is about that cookie.
  const [stays] = deletes && set.previous === null ? set.stays : [];
  const identity = stays ?? record.identity;
  let read: ReturnType<typeof readLine> | null = null;
  let garbled: Garbled | null | undefined;
  return {
    kind: 'line',
    key: cookieKey(identity),
    identity,
    exchange,
    set,
    // Read when somebody looks: most lines of a recording are asked for a few attributes only.
    get read() {
      read ??= readLine(set.line);
      return read;
    },
    count: counter.count,
    places: counter.places,
    deletes,
    host: parts.host,
    channel: channelOf(parts),
    party,
    role: stays === undefined ? role : (roleOf(cookieKey(identity)) ?? role),
    crossSite: { ...record.crossSite.tally, first: record.firstCrossSite },
    missed,
    get garbled() {
      if (garbled === undefined) garbled = /[,"{[(]/.test(set.line) ? garbledIn(this.read) : null;
      return garbled;
    },
  };
}

function roleOfKey(key: CookieKey, { cookies }: Gathered, { roleOf }: SessionResults): RoleVerdict | null {
  const record = cookies.get(key);
  return record === undefined ? null : roleOf(record);
}

function cookieOf(
  { record, party, role, missed }: About,
  lines: readonly LineSubject[],
  { gathered, byKey }: Known,
): CookieSubject {
  const { hosts, hsts } = gathered;
  const { identity } = record;
  let token: TokenReading | null | undefined;
  return {
    kind: 'cookie',
    key: record.key,
    name: identity.name,
    domain: identity.domain,
    hostOnly: identity.hostOnly,
    path: identity.path,
    partition: identity.partition,
    party,
    role,
    last: record.last,
    gone: record.goneAt !== null,
    lines: lines.filter((line) => !line.deletes && outcomeOf(line.set) !== 'rejected'),
    writes: record.writes,
    channel: record.channel ?? 'http',
    sent: record.sent.tally,
    withheld: record.withheld.tally,
    crossSite: { ...record.crossSite.tally, first: record.firstCrossSite },
    missed,
    sentInClear: record.sentInClear.tally,
    shadowed: record.shadowed.tally,
    rivals: () => [...record.rivals].flatMap((key) => byKey.get(key) ?? []),
    repeated: record.repeated.tally,
    answered: record.answered,
    hosts: record.hosts,
    get neighbours() {
      return new Set([identity.domain, ...record.hosts.keys()].flatMap((host) => [...(hosts.get(host)?.pages ?? [])]));
    },
    values: record.values,
    hsts: hstsFor(lines[0]?.host ?? identity.domain, hsts),
    token: () => {
      token ??=
        record.last === null
          ? null
          : readToken(record.last.value, { at: lines[0]?.exchange.at ?? null, cookieExpires: record.last.expires });
      return token;
    },
  };
}

function* siteOf(
  rows: readonly Row[],
  site: string,
  { gathered, cookies }: { readonly gathered: Gathered; readonly cookies: readonly CookieSubject[] },
): Chunked<SiteSubject> {
  const own = [...gathered.hosts].filter(([host]) => siteDomain(host) === site);
  const secrets = cookies.filter(({ party, role }) => party === 'own' && isCredential(role.role));
  let longest: SiteSubject['longestHeader'] = null;
  for (const [, host] of own) if ((host.longest?.octets ?? 0) > (longest?.octets ?? 0)) longest = host.longest;
  return {
    kind: 'site',
    site,
    channel: own.reduce<Channel>((best, [, host]) => better(best, host.channel), 'http'),
    cookies: cookies.filter(({ party, last, gone }) => party === 'own' && last !== null && !gone),
    hosts: new Map(
      own.map(([host, seen]): [string, HostSeen] => [
        host,
        { channel: seen.channel, documents: seen.documents, hsts: hstsFor(host, gathered.hsts) },
      ]),
    ),
    longestHeader: longest,
    evicted: gathered.evicted.flatMap((each) => {
      const cookie = cookies.find(({ key, party }) => key === each.key && party === 'own');
      return cookie === undefined ? [] : [{ ...each, role: cookie.role.role }];
    }),
    leaks: yield* leaks(rows, site, secrets),
  };
}
