import type { TokenNote, TokenNoteKind } from '../../session/values/reading';
import type { CookieSubject } from '../subject/subject';

/** The notes of some kinds on a cookie's value; none where the value is not known. */
export function tokenNotes(cookie: CookieSubject, ...kinds: readonly TokenNoteKind[]): readonly TokenNote[] {
  return cookie.token()?.notes.filter(({ kind }) => kinds.includes(kind)) ?? [];
}

/** Whether the value is, or wraps, a signed JWT. */
export const holdsJwt = (cookie: CookieSubject): boolean => cookie.token()?.jwt != null;

/** Where in the cookie a note is about: claims and fields by name, never their contents. */
export function placesIn(notes: readonly TokenNote[]): readonly string[] {
  return [...new Set(notes.map(({ slots }) => String(slots.place ?? slots.claim ?? '')).filter((place) => place !== ''))];
}
