import type { CheckedId } from '../../active-check/verdict';
import { seconds } from '../../engine/base/units';
import { isCredential } from '../../session/shared/role-kinds';
import type { SignOut } from '../../session/sign-in/session-kinds';
import { counted, lasting, listOf, s } from '../engine/sentence';
import type { CookieSubject, Place, SessionSubject } from '../subject/subject';
import type { Subjects } from '../subject/subjects';
import { failedPart, openPart, type RequirementPart, shownPart } from './requirement';

export const NO_SIGN_IN = { because: s`Nobody signed in while this was recorded.` };
export const NO_SIGN_OUT = { because: s`Nobody signed out while this was recorded.` };

const placeOf = (visit: { readonly exchange: { readonly id: string } }): Place => ({ row: visit.exchange.id, line: null });

/** Sign-ins whose beginning was seen. */
export const sessionsWithSignIn = ({ sessions }: Subjects): readonly SessionSubject[] =>
  sessions.filter(({ signIn }) => signIn.how !== 'already');

/** Every sign-out of every session, in order. */
export const signOutsOf = ({ sessions }: Subjects): readonly SignOut[] =>
  sessions.flatMap(({ signIn }) => (signIn.end?.kind === 'sign-out' ? [signIn.end] : []));

export function newIdParts(sessions: readonly SessionSubject[], checks: readonly CheckedId[]): readonly RequirementPart[] {
  const says = s`signing in gives a new session id`;
  const places = sessions.flatMap(({ signIn }) => [placeOf(signIn.first), placeOf(signIn.last)]).slice(0, 4);
  const notRotated = sessions.filter(({ signIn }) => signIn.id === 'not-rotated');
  const fresh = sessions.filter(({ signIn }) => signIn.id === 'rotated' || signIn.id === 'issued');
  return [
    notRotated.length > 0
      ? failedPart(says, s`${[counted(notRotated.length, 'sign-in')]} kept the id from before.`, places)
      : fresh.length === sessions.length
        ? shownPart(says, s`Seen at ${[counted(fresh.length, 'sign-in')]}.`, places)
        : openPart(says, s`What carries the sign-in, or whether it changed, was not shown at each of them.`, places),
    oldIdPart(sessions, checks),
  ];
}

const placesOf = ({ exchanges }: CheckedId): readonly Place[] => exchanges.map((row) => ({ row, line: null }));

function oldIdPart(sessions: readonly SessionSubject[], all: readonly CheckedId[]): RequirementPart {
  const says = s`and ends the old one on the server`;
  const checks = sessions.flatMap(({ signIn }) => all.filter((check) => isAbout(check, 'after-sign-in', signIn.first)));
  const alive = checks.find(({ verdict }) => verdict === 'still-works');
  if (alive !== undefined)
    return failedPart(says, s`You had it sent again, and it was answered as for a signed-in user.`, placesOf(alive));
  const [first] = checks;
  if (first === undefined) return openPart(says, s`That takes sending the old id again.`);
  if (checks.length === sessions.length && checks.every(({ verdict }) => verdict === 'ended'))
    return shownPart(says, s`You had it sent again: it was refused, and another took its place.`, placesOf(first));
  if (checks.some(({ verdict }) => verdict === 'cannot-tell'))
    return openPart(says, s`You had it sent again, and the answer does not show who it was for.`, placesOf(first));
  return openPart(
    says,
    s`You had it sent again: it signs nobody in. Whether the server keeps it for a visitor is not shown.`,
    placesOf(first),
  );
}

const isAbout = (
  check: CheckedId,
  time: CheckedId['time'],
  { exchange }: { readonly exchange: { readonly id: string } },
): boolean => check.time === time && check.about === exchange.id;

export function lifetimeParts(
  sessions: readonly SessionSubject[],
  cookies: readonly CookieSubject[],
): readonly RequirementPart[] {
  const ended = sessions.find(({ signIn }) => signIn.end?.kind === 'expiry' && signIn.end.by === 'server');
  const long = cookies.filter(
    ({ last }) => last !== null && last.expires !== null && last.expires - last.creation > MONTH * 1000,
  );
  return [
    ended === undefined
      ? openPart(
          s`the server ends a session after a while, whatever happens`,
          s`It takes waiting for it: how long the server keeps it is not in the traffic.`,
        )
      : openPart(
          s`the server ends a session after a while, whatever happens`,
          s`One ended, but whether for being idle or for its age is not in the traffic.`,
        ),
    ...(long.length === 0
      ? []
      : [
          openPart(
            s`as its cookie’s time allows`,
            s`${listOf(long.map(({ name }) => name))} lives ${lasting(seconds(lifetimeOf(long[0])))} in the browser.`,
          ),
        ]),
  ];
}

const MONTH = 30 * 86_400;
const lifetimeOf = (cookie: CookieSubject | undefined): number =>
  cookie?.last?.expires == null ? 0 : Math.round((cookie.last.expires - cookie.last.creation) / 1000);

export function signOutParts(ends: readonly SignOut[], { sessions, checks }: Subjects): readonly RequirementPart[] {
  const roleOf = (key: string) =>
    sessions.flatMap(({ cookieOf }) => cookieOf(key as Parameters<typeof cookieOf>[0]) ?? [])[0]?.role.role;
  const left = ends.flatMap(({ fates }) =>
    fates.filter(({ key, fate }) => fate === 'left' && isCredential(roleOf(key) ?? 'unknown')),
  );
  const places = ends.map(({ visit }) => placeOf(visit));
  const isFrontChannelOnly = left.length > 0 && ends.every(({ withheld }) => withheld.length > 0);
  return [
    isFrontChannelOnly
      ? openPart(
          s`signing out removes what signs in from the browser`,
          s`The application was told in a frame of another site, into which its cookie did not go: no answer there deletes it.`,
          places,
        )
      : left.length > 0
        ? failedPart(
            s`signing out removes what signs in from the browser`,
            s`${[counted(left.length, 'cookie')]} stayed in the jar.`,
            places,
          )
        : shownPart(
            s`signing out removes what signs in from the browser`,
            s`Seen at ${[counted(ends.length, 'sign-out')]}.`,
            places,
          ),
    afterSignOutPart(ends, checks),
  ];
}

function afterSignOutPart(ends: readonly SignOut[], checks: readonly CheckedId[]): RequirementPart {
  const says = s`the server takes the old id no more`;
  const reuses = ends.flatMap(({ reuse }) => reuse ?? []);
  const alive = reuses.find(({ answered }) => answered === 'authenticated');
  if (alive !== undefined)
    return failedPart(says, s`It was answered as for a signed-in user.`, alive.visits.slice(0, 3).map(placeOf));
  const checkOf = ({ visit }: SignOut) => checks.findLast((check) => isAbout(check, 'after-sign-out', visit));
  const works = ends.flatMap((end) => checkOf(end) ?? []).find(({ verdict }) => verdict === 'still-works');
  if (works !== undefined)
    return failedPart(says, s`You had it sent again, and it was answered as for a signed-in user.`, placesOf(works));
  if (!ends.every((end) => end.reuse?.answered === 'refused' || checkOf(end)?.verdict === 'ended'))
    return openPart(says, s`That takes sending the old id again.`);
  return shownPart(says, s`It was sent again and refused.`, [
    ...reuses.flatMap(({ visits }) => visits.slice(0, 1).map(placeOf)),
    ...ends.flatMap((end) => checkOf(end) ?? []).flatMap(placesOf),
  ]);
}

export function forgeryParts(subjects: Subjects): readonly RequirementPart[] {
  const [csrf] = subjects.sessions.map((session) => session.csrf);
  const says = s`requests that change something carry what another site cannot send`;
  if (csrf === undefined || csrf.stateChanging.length === 0) return [openPart(says, s`No such request was recorded.`)];
  const places = csrf.unguarded.slice(0, 3).map(placeOf);
  return [
    csrf.unguarded.length > 0
      ? openPart(
          says,
          s`${[counted(csrf.unguarded.length, 'request')]} of ${csrf.stateChanging.length} were sent without a CSRF token; the server may check ${'Origin'} or ${'Sec-Fetch-Site'} instead.`,
          places,
        )
      : shownPart(
          says,
          s`Seen on ${[counted(csrf.stateChanging.length, 'request')]}.`,
          csrf.stateChanging.slice(0, 3).map(placeOf),
        ),
    csrf.checked === 'observed'
      ? shownPart(
          s`and the server checks it`,
          s`It refused a request for want of it.`,
          csrf.checkedBy.slice(0, 2).map((row) => ({ row, line: null })),
        )
      : openPart(s`and the server checks it`, s`That takes sending a request without it.`),
  ];
}
