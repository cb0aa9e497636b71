import type { RequestSent } from '../facts/fact';
import { type CookiePair, parseCookieHeader } from '../header/cookie-header';
import { domainMatches } from '../jar/match';
import type { StoredCookie } from '../jar/stored-cookie';
import type { Access } from '../verdict/access';
import { decideSend } from '../verdict/on-send';
import { reconcile } from '../verdict/reconcile';
import type { Prediction } from '../verdict/verdict';
import { type Credentials, sendingWith } from './credentials';
import type { SentCookie, WithheldCookie } from './exchange';
import type { Ledger } from './ledger';
import { identityKey } from './likeness';

export interface Sending {
  readonly cookies: readonly SentCookie[];
  readonly withheld: readonly WithheldCookie[];
  readonly otherPartitions: readonly WithheldCookie[];
}

interface Candidate {
  readonly cookie: StoredCookie;
  readonly predicted: Prediction<'sent' | 'withheld'>;
  taken: boolean;
}

/** How long a cookie that another replaced may still be on its way in a request. */
const STALE = 10_000;

const UNHEARD_OF: Prediction<'sent' | 'withheld'> = { outcome: 'withheld', reasons: [], missing: [] };
const JAR_NOT_READ: Prediction<'sent' | 'withheld'> = { outcome: 'cannot-tell', reasons: [], missing: ['jar-not-read'] };

/**
 * Sets the Cookie header that was seen beside what the jar, as it stood, would have sent.
 * @param jarRead whether the jar of this site has been read, so that a cookie it does not hold is a surprise
 */
export function sending(sent: RequestSent, access: Access, ledger: Ledger, jarRead: boolean, credentials: Credentials): Sending {
  const candidates = candidatesOf(access, ledger, credentials);
  const pairs = sent.cookie === null ? [] : parseCookieHeader(sent.cookie);
  const cookies = inStep(pairs, candidates) ?? pairs.map((pair) => recognised(pair, candidates, access, ledger, jarRead));
  const withheld: WithheldCookie[] = [];
  const otherPartitions: WithheldCookie[] = [];
  for (const { cookie, predicted, taken } of candidates) {
    // What came into the jar after the request had gone was no candidate.
    if (taken || (ledger.touched(cookie) ?? 0) > access.at) continue;
    const one: WithheldCookie = { cookie, predicted, agreement: reconcile(predicted, 'withheld') };
    if (cookie.partition !== null && predicted.reasons.includes('partition-mismatch')) otherPartitions.push(one);
    else withheld.push(one);
  }
  return { cookies, withheld, otherPartitions };
}

/** The jar's cookies for the host, in the order of the Cookie header. */
function candidatesOf(access: Access, { jar }: Ledger, credentials: Credentials): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const { host } = access;
  for (const cookie of jar.ofSite(host)) {
    if (cookie.hostOnly ? cookie.domain !== host : !domainMatches(host, cookie.domain)) continue;
    candidates.push({ cookie, predicted: sendingWith(credentials, decideSend(cookie, access)), taken: false });
  }
  return candidates;
}

/** The usual case: the header is what was predicted, in that order. Null where it is not. */
function inStep(pairs: readonly CookiePair[], candidates: readonly Candidate[]): readonly SentCookie[] | null {
  const expected = candidates.filter(({ predicted }) => predicted.outcome === 'sent');
  if (expected.length !== pairs.length) return null;
  for (const [place, { cookie }] of expected.entries()) {
    const pair = pairs[place];
    if (pair === undefined || !isPairOf(pair, cookie)) return null;
  }
  return expected.map((candidate) => take(candidate));
}

function take(candidate: Candidate): SentCookie {
  candidate.taken = true;
  const { cookie, predicted } = candidate;
  return { name: cookie.name, value: cookie.value, cookie, predicted, agreement: reconcile(predicted, 'sent') };
}

/** A pair of a header that is not as predicted: a candidate, else a version that was just replaced, else unknown. */
function recognised(
  pair: CookiePair,
  candidates: readonly Candidate[],
  access: Access,
  ledger: Ledger,
  jarRead: boolean,
): SentCookie {
  const same = candidates.filter((candidate) => !candidate.taken && isPairOf(pair, candidate.cookie));
  const best = same.find(({ predicted }) => predicted.outcome === 'sent') ?? same[0];
  if (best) return take(best);
  const { name, value } = pair;
  const stale = ledger
    .earlier(name)
    .find(
      ({ cookie, until }) => cookie.value === value && until >= access.at - STALE && domainMatches(access.host, cookie.domain),
    );
  if (stale === undefined) {
    const predicted = jarRead ? UNHEARD_OF : JAR_NOT_READ;
    return { name, value, cookie: null, predicted, agreement: reconcile(predicted, 'sent') };
  }
  // The request was made before the newer one came: that one was no candidate yet.
  const newer = candidates.find(({ cookie }) => identityKey(cookie) === identityKey(stale.cookie));
  if (newer) newer.taken = true;
  const predicted = decideSend(stale.cookie, access);
  return { name, value, cookie: stale.cookie, predicted, agreement: reconcile(predicted, 'sent') };
}

/** A nameless cookie is sent as its bare value, which may hold an equals sign. */
export function isPairOf(pair: Pick<CookiePair, 'name' | 'value' | 'hasEquals'>, { name, value }: StoredCookie): boolean {
  if (pair.name === name && pair.value === value) return true;
  return name === '' && pair.hasEquals && `${pair.name}=${pair.value}` === value;
}
