import { isPartOfOther } from '../../session/shared/role-kinds';
import { listOf, s } from '../engine/sentence';
import { holdsJwt, tokenNotes } from '../engine/token-notes';
import type { CookieSubject, Place } from '../subject/subject';
import type { Subjects } from '../subject/subjects';
import { credentialCookies, ownCookies } from './of-cookies';
import { failedPart, openPart, type RequirementPart, shownPart } from './requirement';

export const NO_TOKEN = { because: s`No cookie in this recording contains a JWT.` };
const WANTED_BITS = 128;
/** Ids of 120 by padding or a fixed first letter are as good. */
const TOLERATED_BITS = 112;

export const NO_ID = { because: s`No cookie in this recording contains a session id.` };

/** Credentials whose value is an id and not the session itself: what is signed or sealed is forged, not guessed. */
export const idsOf = (subjects: Subjects): readonly CookieSubject[] =>
  credentialCookies(subjects).filter(
    (cookie) =>
      !holdsJwt(cookie) &&
      !isPartOfOther(cookie.name, cookie.role) &&
      tokenNotes(cookie, 'encrypted', 'signature-not-verified').length === 0,
  );

export const tokensOf = (subjects: Subjects): readonly CookieSubject[] => ownCookies(subjects).filter(holdsJwt);

const placesOf = (cookies: readonly CookieSubject[]): readonly Place[] =>
  cookies.flatMap(({ lines }) => lines[0]?.places.slice(0, 1) ?? []);
const namesOf = (cookies: readonly CookieSubject[]) => listOf(cookies.map(({ name }) => name));

/** What the server does with tokens it is sent is never in the traffic of a browser that sends its own. */
export const onServer = (says: Parameters<typeof openPart>[0]): RequirementPart =>
  openPart(says, s`What the server accepts shows only when it is sent something else.`);

export function signedPart(tokens: readonly CookieSubject[]): RequirementPart {
  const unsigned = tokens.filter((cookie) => tokenNotes(cookie, 'alg-none').length > 0);
  const says = s`tokens are signed`;
  return unsigned.length > 0
    ? failedPart(says, s`${namesOf(unsigned)}: ${'alg'} is ${'none'}, or the signature is empty.`, placesOf(unsigned))
    : shownPart(says, s`Seen on ${namesOf(tokens)}.`, placesOf(tokens));
}

export function keyPart(tokens: readonly CookieSubject[]): RequirementPart {
  const naming = tokens.filter((cookie) => tokenNotes(cookie, 'key-from-header').length > 0);
  const says = s`tokens do not bring their key along`;
  return naming.length > 0
    ? openPart(
        says,
        s`The header of ${namesOf(naming)} does, which is sound only where the server compares it with a list.`,
        placesOf(naming),
      )
    : shownPart(says, s`Seen on ${namesOf(tokens)}.`, placesOf(tokens));
}

export function endPart(tokens: readonly CookieSubject[]): RequirementPart {
  const endless = tokens.filter(
    (cookie) => tokenNotes(cookie, 'no-expiry', 'expiry-not-a-number', 'expiry-in-milliseconds').length > 0,
  );
  const says = s`tokens say until when they count`;
  return endless.length > 0
    ? failedPart(says, s`${namesOf(endless)} without an end that a server could check.`, placesOf(endless))
    : shownPart(says, s`Seen on ${namesOf(tokens)}.`, placesOf(tokens));
}

export function audiencePart(tokens: readonly CookieSubject[]): RequirementPart {
  const without = tokens.filter((cookie) => tokenNotes(cookie, 'no-audience').length > 0);
  const says = s`tokens say whom they are for`;
  return without.length > 0
    ? failedPart(says, s`${namesOf(without)} without ${'aud'}.`, placesOf(without))
    : shownPart(says, s`Seen on ${namesOf(tokens)}.`, placesOf(tokens));
}

export function entropyParts(cookies: readonly CookieSubject[]): readonly RequirementPart[] {
  const says = s`ids are long enough for ${WANTED_BITS} bits`;
  const bits = (cookie: CookieSubject) => cookie.token()?.entropy.bits ?? null;
  const short = cookies.filter((cookie) => (bits(cookie) ?? WANTED_BITS) < TOLERATED_BITS);
  const unread = cookies.filter((cookie) => bits(cookie) === null);
  return [
    short.length > 0
      ? failedPart(says, s`${namesOf(short)} too short.`, placesOf(short))
      : unread.length > 0
        ? openPart(says, s`The value of ${namesOf(unread)} was not recorded.`)
        : shownPart(says, s`Seen on ${namesOf(cookies)}: length and alphabet allow it.`, placesOf(cookies)),
    openPart(s`and come from a generator made for secrets`, s`No look at an id can show that.`),
  ];
}
