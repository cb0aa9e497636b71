import type { Attribution } from '../../replay/rows/attribution';
import { type CookieLife, lastSpan } from '../cookies/cookie-life';
import type { Match } from '../cookies/correlation';
import type { RawAttempt } from '../requests/attempt';
import { isCsrfName } from '../requests/fields';
import { type RoleVote, votes } from './role-vote';

const DAY = 86_400_000;

/** What a cookie's attributes and lifetime vote. */
export function byStorage(life: CookieLife): readonly RoleVote[] {
  const found: RoleVote[] = [];
  if (life.httpOnly === true) {
    found.push(
      ...votes('http-only', {
        'session-id': 0.7,
        'auth-token': 0.7,
        'remember-me': 0.5,
        preference: -0.4,
        analytics: -1,
        advertising: -0.3,
      }),
    );
  }
  if (life.httpOnly === false)
    found.push(...votes('readable-by-script', { 'csrf-token': 0.3, preference: 0.3, analytics: 0.3, 'session-id': -0.3 }));
  if (life.lifetime === null) found.push(...votes('ends-with-browser', { 'session-id': 0.4, 'csrf-token': 0.2 }));
  else if (life.lifetime !== 'unknown' && life.lifetime >= 30 * DAY) {
    const days = Math.round(life.lifetime / DAY);
    found.push(
      ...votes(
        'long-lived',
        { 'remember-me': 0.4, preference: 0.4, analytics: 0.4, advertising: 0.4, 'session-id': -0.5 },
        { days },
      ),
    );
  }
  if (life.lifetime === DJANGO_CSRF_AGE && DJANGO_SECRET.test(lastSpan(life)?.value ?? ''))
    found.push(...votes('long-lived', { 'csrf-token': 3, 'session-id': -3, 'auth-token': -3 }, { days: 364 }));
  // Kept for one process, whose address is this very value.
  const value = lastSpan(life)?.value ?? '';
  if (value.length >= 8 && life.path.includes(value))
    found.push(
      ...votes('path-holds-value', { 'sign-in-transaction': 3.5, 'session-id': -2, 'auth-token': -2, 'remember-me': -2 }),
    );
  const writer = life.spans[0]?.writer;
  if (writer?.kind === 'change' && isLikelyScript(writer.attribution))
    found.push(
      ...votes('written-by-script', { preference: 0.8, analytics: 0.8, consent: 0.6, 'session-id': -1.5, 'remember-me': -1 }),
    );
  return found;
}

/** 52 weeks and 32 characters, under whatever name. @see https://docs.djangoproject.com/en/stable/ref/settings/#csrf-cookie-age */
const DJANGO_CSRF_AGE = 364 * DAY;
const DJANGO_SECRET = /^(?:[A-Za-z0-9]{32}){1,2}$/;

/** Whether a script is the likeliest of those who can have set it. */
const isLikelyScript = (attribution: Attribution): boolean =>
  attribution.kind === 'script' || (attribution.kind === 'not-recorded' && attribution.candidates[0] === 'script');

/** What the requests that carried it say, and the response that first set it. */
export function byTraffic(life: CookieLife, attempts: readonly RawAttempt[]): readonly RoleVote[] {
  const found: RoleVote[] = [];
  const sent = life.sentFirstParty + life.sentThirdParty;
  const writer = life.spans[0]?.writer;
  const first = writer?.kind === 'response' ? writer.exchange : null;
  // Set inside the page of another site, it is of that kind before it was ever sent: unless somebody filled in a form there.
  const isOfForm = first?.sent.type === 'subdocument' && first.sent.method === 'POST';
  if (life.sentFirstParty === 0 && (sent > 0 || (first?.thirdParty === true && !isOfForm))) {
    found.push(...votes('only-third-party', { advertising: 1.2, analytics: 0.7, 'session-id': -0.5 }, { count: sent }));
  }
  const attempt =
    first === null ? undefined : attempts.find(({ chain }) => chain.some(({ exchange }) => exchange.id === first.id));
  if (attempt !== undefined && first !== null) {
    const slots = { method: attempt.visit.exchange.sent.method, page: attempt.visit.address.path, count: sent };
    found.push(
      ...votes('first-set-by-credentials', { 'session-id': 1.5, 'auth-token': 1.5, 'remember-me': 0.7 }, slots, [first.id]),
    );
    if (attempt.remember && life.lifetime !== null && life.lifetime !== 'unknown' && life.lifetime >= DAY) {
      found.push(...votes('issued-with-remember-choice', { 'remember-me': 2.5, 'session-id': -0.7 }, {}, [first.id]));
    }
  } else if (sent >= 2) {
    found.push(...votes('reused', { 'session-id': 0.3 }, { count: sent }, idsOf(life)));
  }
  return found;
}

/** What it votes when a cookie's value goes out a second time beside it. */
export function byCoOccurrence(matches: readonly Match[]): readonly RoleVote[] {
  const found = new Map<string, RoleVote[]>();
  for (const { where, name, exchange, life, isWhole } of matches) {
    const key = `${where} ${name}`;
    if (found.has(key)) continue;
    const ids = matches.filter((each) => each.where === where && each.name === name).map(({ exchange: each }) => each.id);
    if (where === 'header' && name === 'authorization')
      found.set(key, [...votes('sent-as-bearer', { 'auth-token': 4 }, { header: name }, ids)]);
    else if (isCsrfName(name)) {
      const kind = where === 'header' ? 'equals-header' : 'equals-field';
      const sure = where === 'parameter' ? 2.5 : 4;
      found.set(key, [
        ...votes(kind, { 'csrf-token': sure, 'session-id': -1 }, { name, method: exchange.sent.method, count: ids.length }, ids),
      ]);
    } else if (where === 'header' && isWhole && life.httpOnly === false && !NAMES_CREDENTIAL.test(name)) {
      // A script repeats a cookie in a header of its own: other sites cannot, whatever it is called.
      const slots = { name, method: exchange.sent.method, count: ids.length };
      found.set(key, [...votes('equals-header', { 'csrf-token': 3, 'session-id': -1, 'auth-token': -1 }, slots, ids)]);
    }
  }
  return [...found.values()].flat();
}

/** Headers in which a script proves who the user is, the same cookie's value among others. */
const NAMES_CREDENTIAL = /auth|session|(?:^|-)(?:sid|jwt|access|bearer|user|api)(?:-|$)|token/;

const idsOf = (life: CookieLife): readonly string[] => life.spans.flatMap(({ sent }) => sent.slice(0, 5).map(({ id }) => id));
