import { prefixOf } from '../../engine/header/prefix';
import { isCredential } from '../../session/shared/role-kinds';
import { requestText } from '../engine/request-words';
import { crossSiteNeed } from '../engine/same-site-fix';
import { counted, listOf, type Sentence, s } from '../engine/sentence';
import { outcomeOf } from '../subject/cookie-record';
import { type CookieSubject, isAnswerable, type LineSubject, type Place } from '../subject/subject';
import type { Subjects } from '../subject/subjects';
import { failedPart, openPart, type RequirementPart, shownPart } from './requirement';

const MAX_PAIR = 4096;

/** Cookies that the site itself answers for. */
export const ownCookies = ({ cookies }: Subjects): readonly CookieSubject[] =>
  cookies.filter((cookie) => cookie.party === 'own' && isAnswerable(cookie));

export const credentialCookies = (subjects: Subjects): readonly CookieSubject[] =>
  ownCookies(subjects).filter(({ role }) => isCredential(role.role));

export const NO_COOKIE = { because: s`The site set no cookie in this recording.` };
export const NO_CREDENTIAL = { because: s`No cookie of this recording is known to sign anybody in.` };

const namesOf = (cookies: readonly CookieSubject[]): Sentence => listOf(cookies.map(({ name }) => name));
const placesOf = (cookies: readonly CookieSubject[]): readonly Place[] =>
  cookies.flatMap(({ lines }) => lines[0]?.places.slice(0, 1) ?? []).slice(0, 3);

/** A part about all of some cookies: those at fault by name, or how many were looked at. */
function everyOne(
  says: Sentence,
  cookies: readonly CookieSubject[],
  isSo: (cookie: CookieSubject) => boolean | null,
  faulty: (names: Sentence) => Sentence,
): RequirementPart {
  const wrong = cookies.filter((cookie) => isSo(cookie) === false);
  if (wrong.length > 0) return failedPart(says, faulty(namesOf(wrong)), placesOf(wrong));
  const untold = cookies.filter((cookie) => isSo(cookie) === null);
  if (untold.length > 0) return openPart(says, s`Not shown for ${namesOf(untold)}.`, placesOf(untold));
  return shownPart(says, s`Seen on ${[counted(cookies.length, 'cookie')]}.`, placesOf(cookies));
}

/** On this machine over http a server in development says nothing of the deployed one. */
const isDeployed = ({ channel }: CookieSubject): boolean => channel !== 'local';

export const haveSecure = (cookies: readonly CookieSubject[]): RequirementPart =>
  everyOne(
    s`every cookie has ${'Secure'}`,
    cookies,
    (cookie) => cookie.last?.secure === true || (isDeployed(cookie) ? false : null),
    (names) => s`${names} without it.`,
  );

export const havePrefix = (cookies: readonly CookieSubject[]): RequirementPart =>
  everyOne(
    s`every name begins with ${'__Host-'} or ${'__Secure-'}`,
    cookies,
    (cookie) => ['host', 'secure', 'host-http'].includes(prefixOf(cookie.name)) || (isDeployed(cookie) ? false : null),
    (names) => s`${names} without a prefix.`,
  );

export const areHostOnly = (cookies: readonly CookieSubject[]): RequirementPart =>
  everyOne(
    s`every name begins with ${'__Host-'}, unless other hosts share the cookie`,
    cookies,
    (cookie) => {
      if (/^host/.test(prefixOf(cookie.name))) return true;
      // Whether sharing is meant is written in no header.
      return cookie.hostOnly && isDeployed(cookie) ? false : null;
    },
    (names) => s`${names} for one host alone, without the prefix.`,
  );

export const haveHttpOnly = (cookies: readonly CookieSubject[]): RequirementPart =>
  everyOne(
    s`what signs a user in has ${'HttpOnly'}`,
    cookies,
    ({ last }) => last?.httpOnly === true,
    (names) => s`${names} without it.`,
  );

export const stateSameSite = (cookies: readonly CookieSubject[]): RequirementPart =>
  everyOne(
    s`every cookie states ${'SameSite'}`,
    cookies,
    ({ last }) => last !== null && last.sameSite !== 'absent',
    (names) => s`${names} without it.`,
  );

/** Fits: None only where another site was seen to need it, and nothing that failed for want of it. */
export function fitSameSite(cookies: readonly CookieSubject[]): RequirementPart {
  const says = s`its value fits what the cookie is for`;
  const missed = cookies.find((cookie) => cookie.missed.some(({ reason }) => reason.startsWith('same-site-')));
  const request = missed?.missed.find(({ reason }) => reason.startsWith('same-site-'))?.exchange;
  if (missed !== undefined && request !== undefined) {
    return failedPart(says, s`${requestText(request)} went without ${missed.name} and failed.`, [
      { row: request.id, line: null },
    ]);
  }
  return everyOne(
    says,
    cookies,
    (cookie) => {
      const { last, role } = cookie;
      if (role.role === 'unknown' || role.confidence === 'low') return null;
      if (last?.sameSite !== 'none') return last?.sameSite !== 'absent';
      return crossSiteNeed(cookie) === null ? null : true;
    },
    (names) => s`${names} left to the browser.`,
  );
}

export function fitIntoLimit({ lines }: Subjects): RequirementPart {
  const own = lines.filter(({ party, deletes }) => party === 'own' && !deletes);
  const says = s`name and value have 4,096 octets at most`;
  const long = own.filter(({ read }) => read.name.length + read.value.length > MAX_PAIR);
  if (own.length === 0) return openPart(says, s`No line that sets a cookie was recorded.`);
  return long.length > 0
    ? failedPart(says, s`${listOf(long.map(({ read }) => read.name))} longer.`, placesIn(long))
    : shownPart(says, s`Seen on ${[counted(own.length, 'kind')]} of lines.`, placesIn(own));
}

const placesIn = (lines: readonly LineSubject[]): readonly Place[] =>
  lines.flatMap(({ places }) => places.slice(0, 1)).slice(0, 3);

export function areStored({ lines }: Subjects): RequirementPart {
  const own = lines.filter(({ party, deletes }) => party === 'own' && !deletes);
  const says = s`browsers store what the site sets`;
  const refused = own.filter(({ set }) => outcomeOf(set) === 'rejected');
  if (own.length === 0) return openPart(says, s`No line that sets a cookie was recorded.`);
  if (refused.length > 0) return failedPart(says, s`${listOf(refused.map(({ read }) => read.name))} refused.`, placesIn(refused));
  const isSeen = own.every(({ set }) => set.observed.outcome !== 'not-observed');
  return isSeen
    ? shownPart(says, s`Seen of ${[counted(own.length, 'kind')]} of lines.`, placesIn(own))
    : openPart(says, s`The jar was not read after every line.`, placesIn(own));
}

export function areUnshadowed(cookies: readonly CookieSubject[]): RequirementPart {
  return everyOne(
    s`no name is sent twice in one request`,
    cookies,
    ({ shadowed, sent }) => (shadowed.count > 0 ? false : sent.count > 0 ? true : null),
    (names) => s`${names} behind another of the same name.`,
  );
}

export const holdNothingPersonal = (cookies: readonly CookieSubject[]): RequirementPart =>
  everyOne(
    s`no cookie contains readable personal or internal data`,
    cookies,
    (cookie) => {
      const token = cookie.token();
      if (token === null || token.notes.some(({ kind }) => OPAQUE.has(kind))) return null;
      return !token.notes.some(({ kind }) => REVEALING.has(kind));
    },
    (names) => s`${names} does.`,
  );

const OPAQUE: ReadonlySet<string> = new Set(['encrypted', 'too-deep', 'too-large', 'budget-spent']);
const REVEALING: ReadonlySet<string> = new Set(['personal-data', 'sensitive-claim', 'internal-address', 'serialised-object']);
