import type { CookieKey } from './cookie-key';
import type { CookieLife } from './cookie-life';
import { evidence } from './evidence';
import type { RoleVerdict } from './role-kinds';

const SUFFIX = '.sig';

/** Cookies that hold nothing but the signature of another one, each with the one it vouches for. */
export type Signatures = ReadonlyMap<CookieLife, CookieLife>;

/**
 * Finds the signatures that lie beside what they sign: `session` and `session.sig`, as Keygrip makes them for Koa,
 * cookie-session and Keystone. @see https://github.com/pillarjs/cookies#readme
 */
export function signaturesIn(lives: readonly CookieLife[]): Signatures {
  const found = new Map<CookieLife, CookieLife>();
  for (const life of lives) {
    if (!life.name.endsWith(SUFFIX)) continue;
    const signed = lives.find((each) => life.name === each.name + SUFFIX && isBeside(each, life));
    if (signed !== undefined) found.set(life, signed);
  }
  return found;
}

/** Roles in the light of signatures: one is for what the cookie that it signs is for, and neither is an id by itself. */
export function judgeSignatures(signatures: Signatures, roles: Map<CookieKey, RoleVerdict>): void {
  for (const [signature, signed] of signatures) {
    const verdict = roles.get(signed.key);
    if (verdict === undefined) continue;
    roles.set(signature.key, { ...verdict, evidence: [evidence('signs-cookie', 4, { name: signed.name })] });
    const line = evidence('signed-by-cookie', 0, { name: signature.name });
    roles.set(signed.key, { ...verdict, evidence: [...verdict.evidence, line] });
  }
}

const isBeside = (a: CookieLife, b: CookieLife): boolean =>
  a.domain === b.domain && a.path === b.path && JSON.stringify(a.partition) === JSON.stringify(b.partition);
