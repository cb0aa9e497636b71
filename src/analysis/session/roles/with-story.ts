import type { CookieKey } from '../cookies/cookie-key';
import type { CookieLife } from '../cookies/cookie-life';
import type { RoleVerdict } from '../shared/role-kinds';
import type { SignInPart } from './by-story';
import { roleContextOf, type SiteTraffic } from './first-pass';
import { roleOf } from './role';

/**
 * The roles once more, now that the sign-ins are known: cookies that have a part in one are judged by that as well.
 * @param first as `rolesByTraffic` gave them; it stays as it is
 */
export function rolesWithStory(
  first: ReadonlyMap<CookieKey, RoleVerdict>,
  parts: ReadonlyMap<CookieLife, SignInPart>,
  traffic: SiteTraffic,
): ReadonlyMap<CookieKey, RoleVerdict> {
  const roles = new Map(first);
  for (const [life, part] of parts) roles.set(life.key, roleOf(life, roleContextOf(life, traffic, part)));
  return roles;
}
