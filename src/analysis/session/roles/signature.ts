import type { CookieKey } from '../cookies/cookie-key';
import type { CookieLife } from '../cookies/cookie-life';
import type { Family } from '../cookies/families';
import { evidence } from '../shared/evidence';
import type { RoleVerdict } from '../shared/role-kinds';

const SUFFIX = '.sig';

/** Cookies that hold nothing but the signature of another one, each with the one it vouches for. */
export type Signatures = ReadonlyMap<CookieLife, CookieLife>;

/** The name of the cookie that one of this name signs; null = it signs none. */
export const signedNameOf = (name: string): string | null => (name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : null);

/**
 * Finds the signatures that lie beside what they sign: `session` and `session.sig`, as Keygrip makes them for Koa,
 * cookie-session and Keystone. @see https://github.com/pillarjs/cookies#readme
 */
export function signaturesIn(lives: readonly CookieLife[]): Signatures {
  const found = new Map<CookieLife, CookieLife>();
  for (const life of lives) {
    const name = signedNameOf(life.name);
    if (name === null) continue;
    const signed = lives.find((each) => each.name === name && isBeside(each, life));
    if (signed !== undefined) found.set(life, signed);
  }
  return found;
}

/** Roles in the light of signatures: one is for what the cookie that it signs is for, and neither is an id by itself. */
export function rolesWithSignatures(
  signatures: Signatures,
  before: ReadonlyMap<CookieKey, RoleVerdict>,
): ReadonlyMap<CookieKey, RoleVerdict> {
  const roles = new Map(before);
  for (const [signature, signed] of signatures) {
    const verdict = roles.get(signed.key);
    if (verdict === undefined) continue;
    roles.set(signature.key, { ...verdict, evidence: [evidence('signs-cookie', 4, { name: signed.name })] });
    const line = evidence('signed-by-cookie', 0, { name: signature.name });
    roles.set(signed.key, { ...verdict, evidence: [...verdict.evidence, line] });
  }
  return roles;
}

/** Roles in the light of families: every chunk is for what the whole is for. */
export function rolesWithFamilies(
  families: readonly Family[],
  before: ReadonlyMap<CookieKey, RoleVerdict>,
): ReadonlyMap<CookieKey, RoleVerdict> {
  const roles = new Map(before);
  for (const { name, head, chunks, leftOver } of families) {
    const verdict = roles.get(head.key);
    if (verdict === undefined) continue;
    const line = evidence('chunk-of', 4, { name, count: chunks.length });
    for (const chunk of [...chunks, ...leftOver])
      roles.set(chunk.key, { ...verdict, evidence: [line, ...verdict.evidence], chunkOf: name });
  }
  return roles;
}

const isBeside = (a: CookieLife, b: CookieLife): boolean =>
  a.domain === b.domain && a.path === b.path && JSON.stringify(a.partition) === JSON.stringify(b.partition);
