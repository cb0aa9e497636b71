import type { Bytes } from '../engine/base/units';
import type { Exchange } from '../replay/rows/exchange';
import { cookieKey } from '../session/cookies/cookie-key';
import { spanAt } from '../session/cookies/cookie-life';
import { sentWith } from '../session/requests/value-changes';
import type { Visit } from '../session/requests/visit';
import type { Sessions } from '../session/sessions';
import type { SignIn, SignOut } from '../session/sign-in/session-kinds';
import type { SiteSession } from '../session/site-session';

/** After a sign-in: was the id of before it ended? After a sign-out: was the id of the session? */
export type CheckTime = 'after-sign-in' | 'after-sign-out';

/** A request that would show whether an old id still works. */
export interface OldIdCheck {
  readonly kind: 'possible';
  readonly time: CheckTime;
  /** The row of the sign-in or of the sign-out that it is about. */
  readonly about: string;
  /** The recorded request, which was answered as to somebody signed in. */
  readonly recorded: Visit;
  /** The same page answered to somebody who is not; null = not recorded. */
  readonly anonymous: Visit | null;
  readonly host: string;
  /** The Cookie header to send. Secret. */
  readonly cookie: Bytes;
  /** Names of the cookies in it that hold an old id. */
  readonly names: readonly Bytes[];
}

/**
 * Why nothing can be asked. `same-id`: the id of before is still in use; `no-id`: none was sent before, or a script sends it in a
 * header; `no-page`: no GET was recorded that only somebody signed in gets; `not-ascii`: the old value has octets that cannot be sent so;
 * `private-window`: the request would leave that window.
 */
type NoCheck = 'no-sign-in' | 'no-sign-out' | 'same-id' | 'no-id' | 'no-page' | 'not-ascii' | 'private-window';

export type PlannedCheck =
  | OldIdCheck
  | { readonly kind: 'impossible'; readonly time: CheckTime; readonly about: string | null; readonly why: NoCheck };

/**
 * What can be asked of a site: about its last sign-in and its last sign-out.
 * @param isPrivate whether the recorded tab is of a private window. Extensions have no requests there: theirs are of the ordinary one
 */
export function oldIdChecks(session: SiteSession, roles: Sessions['roles'], isPrivate: boolean): readonly PlannedCheck[] {
  return [afterSignIn(session, roles), afterSignOut(session, roles)].map((check) =>
    check.kind === 'possible' && isPrivate
      ? { kind: 'impossible', time: check.time, about: check.about, why: 'private-window' }
      : check,
  );
}

function afterSignIn(session: SiteSession, roles: Sessions['roles']): PlannedCheck {
  const time = 'after-sign-in';
  const signIn = session.signIns.findLast(({ how }) => how !== 'already' && how !== 'http-authentication');
  if (signIn === undefined) return { kind: 'impossible', time, about: null, why: 'no-sign-in' };
  const about = signIn.first.exchange.id;
  const no = (why: NoCheck): PlannedCheck => ({ kind: 'impossible', time, about, why });
  const before = signIn.carriers.filter((carrier) => carrier.before !== null);
  if (before.length === 0) return no('no-id');
  const old = before.filter((carrier) => carrier.before?.value !== carrier.after?.value);
  if (old.length === 0) return no('same-id');
  const recorded = bestPage(pagesOf(signIn, session), session);
  if (recorded === null) return no('no-page');
  return checkOf({ time, about, session, recorded, names: old.map(({ life }) => life.name) }, cookieHeader(signIn.first, roles));
}

function afterSignOut(session: SiteSession, roles: Sessions['roles']): PlannedCheck {
  const time = 'after-sign-out';
  const signIn = session.signIns.findLast(({ end }) => end?.kind === 'sign-out');
  const end = signIn?.end;
  if (signIn === undefined || end?.kind !== 'sign-out') return { kind: 'impossible', time, about: null, why: 'no-sign-out' };
  const about = end.visit.exchange.id;
  const no = (why: NoCheck): PlannedCheck => ({ kind: 'impossible', time, about, why });
  if (signIn.carriers.length === 0) return no('no-id');
  const recorded = bestPage(
    pagesOf(signIn, session).filter((visit) => carriesLast(signIn, end, visit)),
    session,
  );
  if (recorded === null) return no('no-page');
  const names = signIn.carriers.map(({ life }) => life.name);
  return checkOf({ time, about, session, recorded, names }, cookieHeader(recorded, roles));
}

function checkOf(
  check: Pick<OldIdCheck, 'time' | 'about' | 'recorded' | 'names'> & { readonly session: SiteSession },
  cookie: Bytes,
): PlannedCheck {
  const { session, ...rest } = check;
  if (!/^[\x20-\x7e]+$/.test(cookie))
    return { kind: 'impossible', time: check.time, about: check.about, why: cookie === '' ? 'no-id' : 'not-ascii' };
  return {
    kind: 'possible',
    ...rest,
    host: check.recorded.address.host,
    anonymous: anonymousAnswer(check.recorded, session),
    cookie,
  };
}

/** The cookies of a request as they were sent, without one that could sign in by itself. */
function cookieHeader({ exchange }: Visit, roles: Sessions['roles']): Bytes {
  const kept = exchange.cookies.filter(({ cookie }) => cookie === null || roles.get(cookieKey(cookie))?.role !== 'remember-me');
  return kept.map(({ name, value }) => (name === '' ? value : `${name}=${value}`)).join('; ') as Bytes;
}

/** Pages that were answered to somebody signed in, asked for by nothing but cookies. */
const pagesOf = ({ use, end }: SignIn, { answers }: SiteSession): readonly Visit[] =>
  use.filter(
    (visit) =>
      visit.exchange.sent.method === 'GET' &&
      visit.exchange !== end?.visit.exchange &&
      !visit.asksSignOut &&
      answers.of(visit) === 'served' &&
      !visit.exchange.fromCache &&
      visit.exchange.sent.secretHeaders.length === 0 &&
      !hasLeftOut(visit.exchange),
  );

/** Whether a value in the address was not kept: `password=` and its like. */
const hasLeftOut = ({ url }: Exchange): boolean => /=\*\*\*(?:[&;#]|$)/.test(url);

/** One that others do not get, for it alone decides; then one that answers others differently; a page before data; the latest. */
function bestPage(pages: readonly Visit[], session: SiteSession): Visit | null {
  const rank = (visit: Visit): number =>
    (session.answers.isGuarded(visit.address.page) ? 4 : 0) +
    (anonymousAnswer(visit, session) === null ? 0 : 2) +
    (visit.isDocument ? 1 : 0);
  const decisive = pages.filter((visit) => rank(visit) >= 2);
  return decisive.toSorted((a, b) => rank(b) - rank(a) || b.seq - a.seq)[0] ?? null;
}

/** The page as it was answered while nobody was signed in; null = not recorded. */
function anonymousAnswer({ address }: Visit, { visits, signIns }: SiteSession): Visit | null {
  const inside = signIns.map(({ first, end }) => ({ from: first.seq, to: end?.visit.seq ?? Number.POSITIVE_INFINITY }));
  return (
    visits.findLast(
      (visit) =>
        visit.address.page === address.page &&
        visit.exchange.sent.method === 'GET' &&
        visit.exchange.status !== null &&
        !visit.exchange.fromCache &&
        !inside.some(({ from, to }) => visit.seq >= from && visit.seq <= to),
    ) ?? null
  );
}

/** Whether a visit carried the ids that were in use when the user signed out. */
function carriesLast({ carriers }: SignIn, { visit: out }: SignOut, visit: Visit): boolean {
  return carriers.every(({ life }) => {
    const last = sentWith(life, out) ?? spanAt(life, out.seq);
    return last !== null && sentWith(life, visit)?.value === last.value;
  });
}
