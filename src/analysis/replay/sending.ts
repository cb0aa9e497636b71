import type { RequestSent } from '../facts/fact';
import type { Bytes } from '../facts/units';
import { type CookiePair, parseCookieHeader } from '../header/cookie-header';
import { domainMatches } from '../jar/match';
import type { StoredCookie } from '../jar/stored-cookie';
import type { Access } from '../verdict/access';
import { isUnknown } from '../verdict/context';
import { decideSend } from '../verdict/on-send';
import { reconcile } from '../verdict/reconcile';
import { Repeats } from '../verdict/repeats';
import type { Prediction } from '../verdict/verdict';
import { type Credentials, credentialsOf, MODE_UNKNOWN, sendingWith } from './credentials';
import type { SentCookie, WithheldCookie } from './exchange';
import type { Ledger } from './ledger';
import { identityKey } from './likeness';
import { type Sent, sharedList, sharedSent, sharedWithheld } from './sharing';

export interface Sending {
  /** Whether credentials went along, as far as the header and the jar tell. */
  readonly credentials: Credentials;
  readonly cookies: readonly SentCookie[];
  readonly withheld: readonly WithheldCookie[];
  readonly otherPartitions: readonly WithheldCookie[];
}

/** How long a cookie that another replaced may still be on its way in a request. */
const STALE = 10_000;

/** How late a change is told at most: the handler's clock runs behind the request's time stamp. */
export const TOLD_LATE = 300;

const NO_HEADER = '' as Bytes;
const UNHEARD_OF: Sent = { outcome: 'withheld', reasons: [], missing: [] };
const JAR_NOT_READ: Sent = { outcome: 'cannot-tell', reasons: [], missing: ['jar-not-read'] };

/** What is known besides the request. */
export interface Knowledge {
  readonly ledger: Ledger;
  /** Whether the jar of this site has been read, so that a cookie it does not hold is a surprise. */
  readonly jarRead: boolean;
}

/** Sets the Cookie header that was seen beside what the jar, as it stood, would have sent. */
export function sending(sent: RequestSent, access: Access, known: Knowledge): Sending {
  const { ledger } = known;
  const told = credentialsOf(sent);
  // Neither sent nor withheld can be said of any cookie.
  if (sent.unseen) return { credentials: told === 'maybe' ? 'include' : told, cookies: [], withheld: [], otherPartitions: [] };
  const header = sent.cookie ?? NO_HEADER;
  // Where nothing went that should have, a page's own request may have left its credentials out.
  const likely = asPredicted(header, access, ledger, told === 'maybe' ? 'include' : told);
  const credentials = told !== 'maybe' ? told : likely ? 'include' : MODE_UNKNOWN;
  const found = likely ?? searched(header, access, known, credentials);
  // Where most requests are alike, their lists are the same lists.
  return {
    credentials,
    cookies: sharedList(ledger, `${access.host} sent`, found.cookies),
    withheld: sharedList(ledger, `${access.host} withheld`, found.withheld),
    otherPartitions: sharedList(ledger, `${access.host} others`, found.otherPartitions),
  };
}

type Beads = Omit<Sending, 'credentials'>;

const repeats = new Repeats<Beads>();

/** The usual case: the header is what was predicted, octet for octet. Null where it is not. */
function asPredicted(header: Bytes, access: Access, ledger: Ledger, credentials: Credentials): Beads | null {
  const site = ledger.siteAt(access.host, access.at);
  const question = { access, also: isUnknown(credentials) ? `?${credentials.unknown}` : credentials, header };
  const before = repeats.recall(site, question);
  if (before !== null) return before;
  const cookies: SentCookie[] = [];
  const rest: WithheldCookie[] = [];
  let at = 0;
  for (const cookie of site) {
    if (!concerns(cookie, access.host)) continue;
    const predicted = sendingWith(credentials, decided(cookie, access, ledger));
    if (predicted.outcome === 'sent') {
      at = pairEnd(header, at, cookie);
      if (at < 0) return null;
      cookies.push(sharedSent(cookie, predicted));
    } else rest.push(sharedWithheld(cookie, predicted));
  }
  if (at !== header.length) return null;
  const found = { cookies, ...sorted(rest) };
  repeats.keep(site, question, found);
  return found;
}

const AGE_DECIDES: Sent = { outcome: 'cannot-tell', reasons: [], missing: ['cookie-age'] };

/** A cookie that was in the jar before the recording may be older than Lax-allowing-unsafe's two minutes. */
function decided(cookie: StoredCookie, access: Access, ledger: Ledger): Sent {
  const predicted = decideSend(cookie, access);
  const byAge = access.relation === 'lax-unsafe' && cookie.sameSite === 'absent' && access.conduct.absentSameSite === 'lax';
  return byAge && predicted.outcome === 'sent' && ledger.wasFound(cookie) ? AGE_DECIDES : predicted;
}

interface Candidate {
  readonly cookie: StoredCookie;
  readonly predicted: Prediction<'sent' | 'withheld'>;
  taken: boolean;
}

/** A header that is not as predicted: pair by pair. */
function searched(header: Bytes, access: Access, known: Knowledge, credentials: Credentials): Beads {
  const { ledger } = known;
  const candidates = ledger
    .siteAt(access.host, access.at)
    .filter((cookie) => concerns(cookie, access.host))
    .map((cookie): Candidate => ({ cookie, predicted: sendingWith(credentials, decided(cookie, access, ledger)), taken: false }));
  const cookies = parseCookieHeader(header).map((pair) => recognised(pair, candidates, access, known));
  const rest = candidates.filter((candidate) => !candidate.taken && !isGoing(candidate, access, ledger));
  return { cookies, ...sorted(rest.map(({ cookie, predicted }) => sharedWithheld(cookie, predicted))) };
}

/** Whether a cookie that should have been sent was on its way out of the jar: the change is told a little late. */
function isGoing({ cookie, predicted }: Candidate, { at }: Access, ledger: Ledger): boolean {
  if (predicted.outcome !== 'sent' || ledger.jar.find(cookie) === cookie) return false;
  return (ledger.touched(cookie) ?? 0) <= at + TOLD_LATE;
}

/** A candidate, else a version that was just replaced or came just now, else unknown. */
function recognised(
  pair: CookiePair,
  candidates: readonly Candidate[],
  access: Access,
  { ledger, jarRead }: Knowledge,
): SentCookie {
  const same = candidates.filter((candidate) => !candidate.taken && isPairOf(pair, candidate.cookie));
  const best = same.find(({ predicted }) => predicted.outcome === 'sent') ?? same[0];
  if (best) {
    best.taken = true;
    return sharedSent(best.cookie, best.predicted);
  }
  const { name, value } = pair;
  const { host, at } = access;
  const come = ledger.jar.ofSite(host).find((cookie) => concerns(cookie, host) && isPairOf(pair, cookie));
  const gone = ledger
    .earlier(name)
    .find(({ cookie, until }) => cookie.value === value && until >= at - STALE && concerns(cookie, host))?.cookie;
  const other = come ?? gone;
  if (other === undefined) {
    const predicted = jarRead ? UNHEARD_OF : JAR_NOT_READ;
    return { name, value, cookie: null, predicted, agreement: reconcile(predicted, 'sent') };
  }
  // The version we took the jar to hold was not the one it held.
  const taken = candidates.find(({ cookie }) => identityKey(cookie) === identityKey(other));
  if (taken) taken.taken = true;
  return sharedSent(other, decideSend(other, access));
}

const concerns = ({ domain, hostOnly }: StoredCookie, host: string): boolean =>
  domain === host || (!hostOnly && domainMatches(host, domain));

/** Cookies partitioned under another top-level site are no candidates here. */
function sorted(rest: readonly WithheldCookie[]): Pick<Beads, 'withheld' | 'otherPartitions'> {
  const isElsewhere = ({ cookie, predicted }: WithheldCookie): boolean =>
    cookie.partition !== null && predicted.reasons.includes('partition-mismatch');
  return { withheld: rest.filter((one) => !isElsewhere(one)), otherPartitions: rest.filter(isElsewhere) };
}

/** The end of `name=value` (and `; ` in front of it) at `at`; -1 = something else stands there. */
function pairEnd(header: Bytes, at: number, { name, value }: StoredCookie): number {
  let end = at;
  if (at > 0) {
    if (!header.startsWith('; ', at)) return -1;
    end += 2;
  }
  if (name !== '') {
    if (!header.startsWith(name, end) || header.charCodeAt(end + name.length) !== 0x3d) return -1;
    end += name.length + 1;
  }
  if (!header.startsWith(value, end)) return -1;
  end += value.length;
  return end === header.length || header.startsWith('; ', end) ? end : -1;
}

/** A nameless cookie is sent as its bare value, which may hold an equals sign. */
export function isPairOf(pair: Pick<CookiePair, 'name' | 'value' | 'hasEquals'>, { name, value }: StoredCookie): boolean {
  if (pair.name === name && pair.value === value) return true;
  return name === '' && pair.hasEquals && `${pair.name}=${pair.value}` === value;
}
