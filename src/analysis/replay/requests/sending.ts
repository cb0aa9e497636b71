import { isUtf8, NO_BYTES } from '../../engine/base/bytes';
import { addTo, NOTHING } from '../../engine/base/lists';
import type { Bytes } from '../../engine/base/units';
import { type CookiePair, parseCookieHeader } from '../../engine/header/cookie-header';
import { domainMatches } from '../../engine/jar/match';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import type { Access } from '../../engine/verdict/access/access';
import { isUnknown } from '../../engine/verdict/access/context';
import { decideSend } from '../../engine/verdict/on-send';
import { reconcile } from '../../engine/verdict/reconcile';
import { SendCache } from '../../engine/verdict/send-cache';
import type { Prediction } from '../../engine/verdict/verdict';
import type { RequestSent } from '../../facts/fact';
import { identityKey, isSameValue } from '../jar-history/cookie-keys';
import type { JarHistory } from '../jar-history/jar-history';
import { REPORTED_AT_LATEST } from '../jar-history/report-delays';
import type { SentCookie, WithheldCookie } from '../rows/exchange';
import {
  type Credentials,
  type CredentialsClues,
  credentialsOf,
  isPreflightRequest,
  MODE_UNKNOWN,
  PREFETCH_UNKNOWN,
  sendingWith,
} from './credentials';
import { showsOmission, withOmission } from './omission';
import { type Sent, sharedList, sharedSent, sharedWithheld } from './sharing';
import { sentBead, withheldBead } from './simultaneous';

export interface Sending {
  /** Whether credentials went along, as far as the header and the jar tell. */
  readonly credentials: Credentials;
  /** Whether the request itself tells that, and not only that the header is as one would expect. */
  readonly credentialsCertain: boolean;
  readonly cookies: readonly SentCookie[];
  readonly withheld: readonly WithheldCookie[];
  readonly otherPartitions: readonly WithheldCookie[];
}

/** How long a cookie that another replaced may still be on its way in a request. */
const STALE = 10_000;

const UNHEARD_OF: Sent = { outcome: 'withheld', reasons: [], missing: [] };
const OTHER_STORE: Sent = { outcome: 'cannot-tell', reasons: [], missing: [PREFETCH_UNKNOWN.unknown] };
const JAR_NOT_READ: Sent = { outcome: 'cannot-tell', reasons: [], missing: ['jar-not-read'] };
/** What is known besides the request. */
export interface Knowledge {
  readonly history: JarHistory;
  /** Whether the jar of this site has been read, so that a cookie it does not hold is a surprise. */
  readonly jarRead: boolean;
  /** Whether the redirect that led here set this cookie: the browser stores it before it goes on. */
  readonly setByRedirect: (cookie: StoredCookie) => boolean;
  readonly clues: Omit<CredentialsClues, 'access'>;
}

/** Sets the Cookie header that was seen beside what the jar, as it stood, would have sent. */
export function sending(sent: RequestSent, access: Access, known: Knowledge): Sending {
  const { history } = known;
  const fromHeader = credentialsOf(sent, { access, ...known.clues });
  const credentialsCertain = fromHeader !== 'maybe';
  // Neither sent nor withheld can be said of any cookie.
  if (sent.unseen || sent.nothingSent)
    return { credentials: fromHeader === 'maybe' ? 'include' : fromHeader, credentialsCertain, ...NO_BEADS };
  // No browser puts a cookie into a preflight: that none is there tells nothing about any of them.
  if (sent.cookie === null && isPreflightRequest(sent)) return { credentials: 'preflight', credentialsCertain, ...NO_BEADS };
  const header = sent.cookie ?? NO_BYTES;
  // Where nothing went that should have, a page's own request may have left its credentials out.
  const likely = asPredicted(header, access, history, fromHeader === 'maybe' ? 'include' : fromHeader);
  const isExplained = likely !== null || (header === NO_BYTES && onlyArriving(access, known));
  const open = fromHeader !== 'maybe' ? fromHeader : isExplained ? 'include' : MODE_UNKNOWN;
  const found = likely ?? searched(header, access, known, open);
  const isOmitted = open === MODE_UNKNOWN && showsOmission(found.withheld, access, history);
  // Where most requests are alike, their lists are the same lists.
  return {
    credentials: isOmitted ? 'omit-inferred' : open,
    credentialsCertain,
    cookies: sharedList(history, `${access.host} sent`, found.cookies),
    withheld: sharedList(history, `${access.host} withheld`, isOmitted ? withOmission(found.withheld) : found.withheld),
    otherPartitions: sharedList(history, `${access.host} others`, found.otherPartitions),
  };
}

/** Whether every cookie that should have gone came into the jar at the time of the request: that explains why none went. */
function onlyArriving(access: Access, { history, setByRedirect }: Knowledge): boolean {
  const due = history
    .siteAt(access.host, access.at)
    .filter((cookie) => concerns(cookie, access.host) && decided(cookie, access, history).outcome === 'sent');
  return due.length > 0 && due.every((cookie) => history.wasArriving(cookie, access.at) && !setByRedirect(cookie));
}

type Beads = Omit<Sending, 'credentials' | 'credentialsCertain'>;

const NO_BEADS: Beads = { cookies: NOTHING, withheld: NOTHING, otherPartitions: NOTHING };

const repeats = new SendCache<Beads>();

/** The usual case: the header is what was predicted, octet for octet. Null where it is not. */
function asPredicted(header: Bytes, access: Access, history: JarHistory, credentials: Credentials): Beads | null {
  const site = history.siteAt(access.host, access.at);
  const question = { access, also: isUnknown(credentials) ? `?${credentials.unknown}` : credentials, header };
  const before = repeats.recall(site, question);
  if (before !== null) return before;
  const cookies: SentCookie[] = [];
  const rest: WithheldCookie[] = [];
  let at = 0;
  for (const cookie of site) {
    if (!concerns(cookie, access.host)) continue;
    const predicted = sendingWith(credentials, decided(cookie, access, history));
    if (predicted.outcome === 'sent') {
      at = pairEnd(header, at, cookie);
      if (at < 0) return null;
      cookies.push(sharedSent(cookie, predicted));
    } else rest.push(sharedWithheld(cookie, predicted));
  }
  if (at !== header.length) return null;
  const found = { cookies, ...sorted(rest) };
  repeats.store(site, question, found);
  return found;
}

const AGE_DECIDES: Sent = { outcome: 'cannot-tell', reasons: [], missing: ['cookie-age'] };

/** A cookie that was in the jar before the recording may be older than Lax-allowing-unsafe's two minutes. */
function decided(cookie: StoredCookie, access: Access, history: JarHistory): Sent {
  const predicted = decideSend(cookie, access);
  const byAge = access.relation === 'lax-unsafe' && cookie.sameSite === 'absent' && access.behavior.absentSameSite === 'lax';
  return byAge && predicted.outcome === 'sent' && history.wasFound(cookie) ? AGE_DECIDES : predicted;
}

interface Candidate {
  readonly cookie: StoredCookie;
  readonly predicted: Prediction<'sent' | 'withheld'>;
  taken: boolean;
}

/** A header that is not as predicted: pair by pair. */
function searched(header: Bytes, access: Access, known: Knowledge, credentials: Credentials): Beads {
  const { history } = known;
  const candidates = history
    .siteAt(access.host, access.at)
    .filter((cookie) => concerns(cookie, access.host))
    .map(
      (cookie): Candidate => ({ cookie, predicted: sendingWith(credentials, decided(cookie, access, history)), taken: false }),
    );
  const among = { all: candidates, named: byName(candidates), mayBeOfOtherStore: credentials === PREFETCH_UNKNOWN };
  const cookies = parseCookieHeader(header).map((pair) => recognised(pair, among, access, known));
  const rest = candidates.filter((candidate) => !candidate.taken && !isGoing(candidate, access, history));
  return { cookies, ...sorted(rest.map((candidate) => withheldBead(candidate, access.at, known))) };
}

/** Whether a cookie that should have been sent was on its way out of the jar: the change is told a little late. */
function isGoing({ cookie, predicted }: Candidate, { at }: Access, history: JarHistory): boolean {
  if (predicted.outcome !== 'sent' || history.jar.find(cookie) === cookie) return false;
  return (history.touched(cookie) ?? 0) <= at + REPORTED_AT_LATEST;
}

interface Candidates {
  readonly all: readonly Candidate[];
  readonly named: ReadonlyMap<Bytes, readonly Candidate[]>;
  readonly mayBeOfOtherStore: boolean;
}

function byName(candidates: readonly Candidate[]): Candidates['named'] {
  const named = new Map<Bytes, Candidate[]>();
  for (const candidate of candidates) addTo(named, candidate.cookie.name, candidate);
  return named;
}

/** Those that a pair can be: of its name, unless octets or a cookie without a name let it be another. */
const ofName = ({ name }: CookiePair, { all, named }: Candidates): readonly Candidate[] =>
  named.has(NO_BYTES) || !isUtf8(name) ? all : (named.get(name) ?? NOTHING);

/** A candidate, else a version that was just replaced or came just now, else unknown. */
function recognised(pair: CookiePair, among: Candidates, access: Access, { history, jarRead }: Knowledge): SentCookie {
  const same = ofName(pair, among).filter((candidate) => !candidate.taken && isPairOf(pair, candidate.cookie));
  // Of several with this name and value, the one that can have gone.
  const best = same.find(({ predicted }) => predicted.outcome === 'sent') ?? same.find(mayGo) ?? same[0];
  if (best) {
    best.taken = true;
    return sentBead(best, access.at, history);
  }
  const { name, value } = pair;
  const { host, at } = access;
  const come = history.jar.ofSite(host).find((cookie) => concerns(cookie, host) && isPairOf(pair, cookie));
  const gone = history
    .earlier(name)
    .find(({ cookie, until }) => cookie.value === value && until >= at - STALE && concerns(cookie, host))?.cookie;
  const other = come ?? gone;
  if (other === undefined) {
    const predicted = among.mayBeOfOtherStore ? OTHER_STORE : jarRead ? UNHEARD_OF : JAR_NOT_READ;
    return { name, value, cookie: null, predicted, agreement: reconcile(predicted, 'sent') };
  }
  // The version we took the jar to hold was not the one it held.
  const taken = among.named.get(other.name)?.find(({ cookie }) => identityKey(cookie) === identityKey(other));
  if (taken) taken.taken = true;
  return sentBead({ cookie: other, predicted: decideSend(other, access) }, at, history);
}

const mayGo = ({ predicted }: Candidate): boolean => predicted.outcome === 'cannot-tell';

const concerns = ({ domain, hostOnly }: StoredCookie, host: string): boolean =>
  domain === host || (!hostOnly && domainMatches(host, domain));

/** Cookies partitioned under another top-level site are no candidates here. */
function sorted(rest: readonly WithheldCookie[]): Pick<Beads, 'withheld' | 'otherPartitions'> {
  const isElsewhere = ({ cookie, predicted }: WithheldCookie): boolean =>
    cookie.partition !== null && predicted.reasons.includes('partition-mismatch');
  // What has expired is nowhere.
  const isAlive = ({ predicted }: WithheldCookie): boolean => !predicted.reasons.includes('expired');
  return {
    withheld: rest.filter((one) => !isElsewhere(one)),
    otherPartitions: rest.filter((one) => isElsewhere(one) && isAlive(one)),
  };
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
  // What is not UTF-8 the jar was told as U+FFFD.
  if (isSameValue(pair.name, name) && isSameValue(pair.value, value)) return true;
  return name === '' && pair.hasEquals && `${pair.name}=${pair.value}` === value;
}
