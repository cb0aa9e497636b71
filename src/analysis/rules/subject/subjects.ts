import type { Bytes } from '../../facts/units';
import { readLine } from '../../header/read-line';
import { domainMatches } from '../../jar/match';
import type { StoredCookie } from '../../jar/stored-cookie';
import type { Row } from '../../replay/exchange';
import { isTime, type Pieces, whole } from '../../session/pieces';
import { isCredential, type RoleVerdict } from '../../session/role-kinds';
import { readToken } from '../../session/token';
import type { TokenReading } from '../../session/value/reading';
import { siteDomain } from '../../site/registrable';
import { better, channelOf } from './channel';
import type { Conclusions } from './conclusions';
import { type CookieRecord, type LineShape, outcomeOf } from './cookie-record';
import { type Gathered, gather } from './gather';
import { hstsFor } from './hsts';
import { leaks } from './leaks';
import type { Channel, CookieSubject, HostSeen, LineSubject, Party, SessionSubject, SiteSubject, Subject } from './subject';

/** Everything that rules look at, for one site. */
export interface Subjects {
  readonly site: SiteSubject;
  readonly cookies: readonly CookieSubject[];
  readonly lines: readonly LineSubject[];
  readonly sessions: readonly SessionSubject[];
}

/**
 * Makes subjects of a recording.
 * @param site registrable domain (or host, where there is none) that is looked at; cookies of other sites count only
 *   where they were embedded in it
 */
export const subjectsOf = (rows: readonly Row[], site: string, conclusions: Conclusions): Subjects =>
  whole(subjectsInPieces(rows, site, conclusions));

/** The same in pieces. */
export function* subjectsInPieces(rows: readonly Row[], site: string, conclusions: Conclusions): Pieces<Subjects> {
  const gathered = yield* gather(rows);
  const cookies: CookieSubject[] = [];
  const lines: LineSubject[] = [];
  const namesakes = byName(gathered);
  let round = 0;
  for (const record of gathered.cookies.values()) {
    if (isTime(round++)) yield;
    const party = partyOf(record, site);
    if (party === null) continue;
    const role = conclusions.roleOf(record);
    const about = { record, party, role, namesakes: namesakes.get(record.identity.name) ?? [] };
    const own = [...record.shapes.values()].sort((a, b) => b.seq - a.seq).map((shape) => lineOf(shape, about));
    lines.push(...own);
    cookies.push(cookieOf(about, own, gathered));
  }
  const byKey = new Map(cookies.map((cookie) => [cookie.key, cookie]));
  const sessions = conclusions.signIns.map(
    (signIn, at): SessionSubject => ({
      kind: 'session',
      number: at + 1,
      signIn,
      csrf: conclusions.csrf,
      cookieOf: (key) => byKey.get(key) ?? null,
    }),
  );
  return { site: yield* siteOf(rows, site, { gathered, cookies }), cookies, lines, sessions };
}

/** All of them, for a rule to be asked about each. */
export const all = ({ cookies, lines, sessions, site }: Subjects): readonly Subject[] => [
  ...lines,
  ...cookies,
  ...sessions,
  site,
];

interface About {
  readonly record: CookieRecord;
  readonly party: Party;
  readonly role: RoleVerdict;
  /** Records of the same name, this one among them. */
  readonly namesakes: readonly CookieRecord[];
}

/** null = neither of this site nor embedded in a page. */
function partyOf(record: CookieRecord, site: string): Party | null {
  // A line that was refused may name any domain: what counts is who sent it.
  const domain = record.last === null ? (record.host ?? record.identity.domain) : record.identity.domain;
  if (siteDomain(domain) === site) return 'own';
  return record.embedded ? 'third' : null;
}

function lineOf(
  { exchange, set, parts, deletes, seq, counter }: LineShape,
  { record, party, role, namesakes }: About,
): LineSubject {
  const others = namesakes.filter((other) => other !== record && isThere(other, seq) && covers(other, parts.host));
  let read: ReturnType<typeof readLine> | null = null;
  return {
    kind: 'line',
    key: record.key,
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
    role,
    namesakes: others.flatMap(({ last }): StoredCookie[] => (last === null ? [] : [last])),
  };
}

const isThere = (record: CookieRecord, seq: number): boolean =>
  record.since !== null && record.since < seq && (record.goneAt === null || record.goneAt > seq);

const covers = ({ identity }: CookieRecord, host: string): boolean =>
  identity.hostOnly ? identity.domain === host : domainMatches(host, identity.domain);

function cookieOf({ record, party, role }: About, lines: readonly LineSubject[], { hosts, hsts }: Gathered): CookieSubject {
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
    sentCrossSite: record.sentCrossSite.tally,
    sentInClear: record.sentInClear.tally,
    shadowed: record.shadowed.tally,
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

function byName({ cookies }: Gathered): ReadonlyMap<Bytes, readonly CookieRecord[]> {
  const found = new Map<Bytes, CookieRecord[]>();
  for (const record of cookies.values()) {
    const list = found.get(record.identity.name);
    if (list === undefined) found.set(record.identity.name, [record]);
    else list.push(record);
  }
  return found;
}

function* siteOf(
  rows: readonly Row[],
  site: string,
  { gathered, cookies }: { readonly gathered: Gathered; readonly cookies: readonly CookieSubject[] },
): Pieces<SiteSubject> {
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
    leaks: yield* leaks(rows, site, secrets),
  };
}
