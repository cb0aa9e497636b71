import type { CookieLife } from '../cookies/cookie-life';
import type { SignInPart } from '../roles/by-story';
import type { SignIn } from './session-kinds';

type Draft = { -readonly [Name in keyof SignInPart]: string[] };

const noPart = (): Draft => ({
  counts: [],
  issuedAtSignIn: [],
  changedAtSignIn: [],
  unchangedAtSignIn: [],
  endedAtSignOut: [],
  signedInAlone: [],
});

/** The parts of cookies of which nothing is known yet but that they signed in alone. */
export const withReturns = (returns: ReadonlyMap<CookieLife, readonly string[]>): ReadonlyMap<CookieLife, SignInPart> =>
  new Map([...returns].map(([life, ids]) => [life, { ...noPart(), signedInAlone: ids }]));

/** The part each cookie has in the sign-ins of its site; those without any are left out. */
export function signInParts(signIns: readonly SignIn[], candidates: readonly CookieLife[]): ReadonlyMap<CookieLife, SignInPart> {
  const parts = new Map<CookieLife, Draft>();
  const part = (life: CookieLife): Draft => {
    const known = parts.get(life) ?? noPart();
    parts.set(life, known);
    return known;
  };
  for (const signIn of signIns) {
    const began = signIn.first.exchange.id;
    const sure = signIn.id !== 'cannot-tell' || signIn.how === 'already';
    for (const { life, movement } of signIn.carriers) {
      if (sure && signIn.certainty === 'observed' && signIn.how !== 'remembered')
        part(life).counts.push(...signIn.use.slice(0, 5).map(({ exchange }) => exchange.id));
      if (signIn.attempts.length > 0 && movement === 'issued') part(life).issuedAtSignIn.push(began);
      if (signIn.attempts.length > 0 && movement === 'changed' && signIn.id === 'rotated') part(life).changedAtSignIn.push(began);
      if (signIn.how === 'remembered' && movement !== 'issued') part(life).signedInAlone.push(began);
    }
    if (signIn.attempts.length > 0 && signIn.id === 'rotated')
      for (const { life, movement } of signIn.rivals) if (movement === 'unchanged') part(life).unchangedAtSignIn.push(began);
    if (signIn.end?.kind !== 'sign-out') continue;
    for (const { key, fate } of signIn.end.fates) {
      const life = candidates.find((each) => each.key === key);
      if (life !== undefined && fate === 'deleted') part(life).endedAtSignOut.push(signIn.end.visit.exchange.id);
    }
  }
  return parts;
}
