import { cookieKey } from '../cookies/cookie-key';
import { type CookieLife, endedAt, spanAt } from '../cookies/cookie-life';
import { maySignOut } from '../requests/address';
import { isFrontChannelSignOut } from '../requests/front-channel';
import { sentWith } from '../requests/value-changes';
import { answersApplication, type Visit, type VisitAnswers, visitsBetween, wholeChain } from '../requests/visit';
import { type Chunked, shouldYield } from '../shared/chunked';
import { type Evidence, evidence } from '../shared/evidence';
import { holdsSession } from '../values/value-kind';
import { expiryAt, lossAt } from './expiry';
import type { Certainty, CredentialFate, Ending, SignOut } from './session-kinds';
import { carrySameValue, gathered, type SignedIn } from './stretch';

/** How a stretch of being signed in ended; null = it was not seen to end. */
export function* endingOf(signedIn: SignedIn): Chunked<Ending | null> {
  const stretch = gathered(signedIn);
  for (const [place, visit] of stretch.visits.entries()) {
    if (shouldYield(place)) yield;
    const out = signOutAt(visit, place, stretch);
    if (out !== null) return out;
    const over = expiryAt(visit, place, stretch) ?? lossAt(visit, stretch);
    if (over !== null) return over;
  }
  return null;
}

function signOutAt(visit: Visit, place: number, stretch: SignedIn): SignOut | null {
  const { answers, carriers, visits } = stretch;
  const asked = visit.asksSignOut;
  const isFrontChannel = isFrontChannelSignOut(visit.exchange);
  // Nearly every visit is neither: that is seen without looking at the others.
  if (!asked && !(visit.exchange.hop === 0 && (mayEnd(visit, carriers) || mayBeChosen(visit, place, stretch)))) return null;
  const chain = wholeChain(visit, visits.slice(place));
  // What lets the user in at an application signs nobody out, whatever it renews and deletes on the way.
  if (!asked && chain.some(({ exchange }) => answersApplication(exchange))) return null;
  const last = chain.at(-1) ?? visit;
  const ended = carriers.flatMap((life) => endedIn(life, chain));
  const deleted = ended.some(({ kind }) => kind === 'cookie-deleted');
  const isTurnedAway = answers.of(visit) === 'to-login' || answers.of(visit) === 'denied';
  const leaves = deleted && maySignOut(visit.address);
  const isLikely = !asked && ended.length === 0 && mayBeChosen(visit, place, stretch);
  if (
    !(asked || isLikely) &&
    ((isTurnedAway && !leaves) || visit.exchange.hop !== 0 || !(deleted || isLeftByForm(visit, place, stretch)))
  )
    return null;
  // A page that only asks "do you want to sign out?" changes nothing.
  if (asked && ended.length === 0 && !isFrontChannel && isQuestion(visit, stretch)) return null;
  const after = visitsBetween(visits, last.answeredAt ?? last.seq, Number.POSITIVE_INFINITY);
  const again = after.find(
    (each) => isAskedAgain(each, visits.slice(0, place), answers) || stretch.pages.of(each) === 'anonymous',
  );
  const lines: Evidence[] = [...ended];
  if (isFrontChannel) lines.push(evidence('front-channel', 2, { page: visit.address.path }, [visit.exchange.id]));
  else if (asked) lines.push(evidence('sign-out-address', 2, { page: visit.address.path }, [visit.exchange.id]));
  if (isLikely) lines.push(evidence('form-with-a-choice', 1.5, { page: visit.address.path }, [visit.exchange.id]));
  if (again !== undefined) lines.push(evidence('asked-to-sign-in-again', 3, { page: again.address.path }, [again.exchange.id]));
  const certainty: Certainty = ended.length > 0 || (again !== undefined && !isLikely) ? 'observed' : 'cannot-tell';
  return {
    kind: 'sign-out',
    visit,
    last,
    by: isFrontChannel ? 'frame' : !visit.isDocument ? 'script' : isByForm(visit, visits) ? 'form' : 'link',
    certainty,
    evidence: lines,
    fates: [...carriers, ...stretch.others].flatMap((life) => fateOf(life, visit, last)),
    withheld: isFrontChannel ? carriers.filter((life) => isWithheld(life, visit)).map(({ name }) => name) : [],
    reuse: null,
  };
}

/** Whether a cookie was in the jar and did not go into the frame. */
const isWithheld = ({ key }: CookieLife, { exchange }: Visit): boolean =>
  [...exchange.withheld, ...exchange.otherPartitions].some(({ cookie }) => cookieKey(cookie) === key);

/** Whether a form began it: the address that signs out may be one that a form's answer, or the provider's, leads to. */
const isByForm = ({ exchange }: Visit, visits: readonly Visit[]): boolean =>
  exchange.sent.method !== 'GET' ||
  visits.some(({ exchange: each }) => each.request === exchange.request && each.hop < exchange.hop && each.sent.method !== 'GET');

/** Whether a visit's answer, or the redirects it led to, deleted something: the first hop's own answer or a redirect says so. */
const mayEnd = (visit: Visit, carriers: readonly CookieLife[]): boolean =>
  visit.leadsTo !== null || carriers.some((life) => endedIn(life, [visit]).length > 0);

/**
 * A form whose name says nothing and whose answer gave another id, and deleted another credential with it or was followed by a
 * page that knew nobody: it signed out. A page that is only looked at may get another id because the session was over.
 */
function isLeftByForm(visit: Visit, place: number, { carriers, others, visits, pages }: SignedIn): boolean {
  if (!visit.isDocument || visit.exchange.sent.method === 'GET') return false;
  const chain = wholeChain(visit, visits.slice(place));
  if (!carriers.some((life) => endedIn(life, chain).length > 0)) return false;
  if (others.some((life) => endedIn(life, chain).some(({ kind }) => kind === 'cookie-deleted'))) return true;
  const next = visits.slice(place + 1).find((each) => pages.of(each) !== null);
  return next !== undefined && pages.of(next) === 'anonymous';
}

/** Whether a field's value may choose what a form does: of a `title` or a `page` it does not, and a search goes on searching. */
const hasChoice = ({ address, exchange: { sent } }: Visit): boolean =>
  sent.method !== 'GET' &&
  sent.fields?.some(({ name }) => CHOICE.test(name)) === true &&
  !SEARCH.test(address.words) &&
  !sent.fields.some(({ name }) => SEARCHED.test(name));
const SEARCH = /(?:^| )(?:search|suche|recherche|buscar|busca|cerca|zoeken)(?: |$)/;
const SEARCHED = /^(?:q|s|query|keywords?|search|search_?(?:text|term|query|string|word|phrase|for)s?|searchword)$/i;
const CHOICE = /^_?(?:action|act|do|task|op|operation|cmd|command|func|mode)$/i;

/** A page that is asked for so soon after a form is its doing, not that of a session that ended by itself. */
const SOON = 60_000;
/** A session that nobody used for so long may have been over before the form was sent: few end sooner. */
const IDLE = 15 * 60_000;

/**
 * A form that chooses what is done by a field's value (`action=logout`), which is not recorded, and the first page after it that
 * tells as whom it was answered was answered to nobody, though the same id went along as before: it signed out, most likely.
 * Where that id is served again, the page only looked like one for nobody, as that of an emptied cart.
 */
function mayBeChosen(visit: Visit, place: number, { carriers, visits, pages }: SignedIn): boolean {
  const { sent, hop, at } = visit.exchange;
  if (!visit.isDocument || sent.method === 'GET' || hop !== 0 || pages.of(visit) === 'anonymous') return false;
  if (!hasChoice(visit)) return false;
  // Applications send all they do to one address: only the visits of the next minute are looked through for each.
  let after = place + 1;
  for (let each = visits[after]; each !== undefined && pages.of(each) === null && !each.asksSignOut; each = visits[after]) {
    if (each.exchange.at - at > SOON) return false;
    after += 1;
  }
  const next = visits[after];
  if (next === undefined || next.asksSignOut || pages.of(next) !== 'anonymous' || next.exchange.at - at > SOON) return false;
  const before = visits.slice(0, place).findLast((each) => pages.of(each) !== null);
  if (before !== undefined && pages.of(before) !== 'signed-in') return false;
  const same = carriers.filter((life) => carrySameValue(life, visit, next));
  const isIdle = same.some((life) => {
    const used = sentWith(life, visit)?.sent.findLast((each) => each.sent.seq < sent.seq);
    return used !== undefined && at - used.at > IDLE;
  });
  const isServed = (each: Visit): boolean =>
    pages.of(each) === 'signed-in' && same.some((life) => carrySameValue(life, visit, each));
  return same.length > 0 && !isIdle && !visits.slice(after + 1).some(isServed);
}

/** The page of a sign-out address served as it stands, without a redirect: it may be a form that asks first. */
function isQuestion(visit: Visit, { answers, pages }: SignedIn): boolean {
  return (
    pages.of(visit) !== 'anonymous' &&
    visit.exchange.sent.method === 'GET' &&
    visit.isDocument &&
    (answers.of(visit) === 'served' || answers.of(visit) === 'login-page')
  );
}

function endedIn(life: CookieLife, chain: readonly Visit[]): readonly Evidence[] {
  for (const visit of chain) {
    const span = endedAt(life, visit.answeredAt);
    if (span === null || span.sent.length === 0) continue;
    const kind = span.end === 'deleted' || span.end === 'expired' ? 'cookie-deleted' : 'cookie-replaced';
    // A session that lies in its cookie is replaced by any page, also by the one that asks whether to sign out.
    if (kind === 'cookie-replaced' && holdsSession(span)) continue;
    return [evidence(kind, kind === 'cookie-deleted' ? 3 : 1.5, { name: life.name }, [visit.exchange.id])];
  }
  return [];
}

function fateOf(life: CookieLife, first: Visit, last: Visit): readonly CredentialFate[] {
  const end = last.answeredAt ?? last.seq;
  const before = spanAt(life, first.seq);
  // What was emptied before is no credential.
  if (before === null || before.value === '') return [];
  const sentAfter = before.sent.filter(({ sent }) => sent.seq > end).map(({ id }) => id);
  // One response may set a cookie and delete it again: what counts is what was there afterwards.
  const now = spanAt(life, end + 0.5);
  const fate = now === null ? 'deleted' : now.value === before.value ? 'left' : 'replaced';
  return [{ key: life.key, fate, sentAfter }];
}

/** Refused what was served before, or sent on to sign in. */
function isAskedAgain(visit: Visit, before: readonly Visit[], answers: VisitAnswers): boolean {
  const answer = answers.of(visit);
  if (answer !== 'to-login' && answer !== 'denied') return false;
  return (
    answer === 'to-login' || before.some((each) => each.address.page === visit.address.page && answers.of(each) === 'served')
  );
}
