import { type Csrf, NO_CSRF } from '../../session/csrf/csrf';
import type { Sessions } from '../../session/sessions';
import { type RoleVerdict, UNKNOWN_ROLE } from '../../session/shared/role-kinds';
import type { SignIn } from '../../session/sign-in/session-kinds';
import type { CookieRecord } from './cookie-record';

/** What was concluded of the recording before rules are asked. */
export interface SessionResults {
  readonly roleOf: (record: CookieRecord) => RoleVerdict;
  /** Stretches of being signed in to the site that is looked at. */
  readonly signIns: readonly SignIn[];
  readonly csrf: Csrf;
}

/** The results about one site. */
export function sessionResults({ sites, roles }: Sessions, site: string): SessionResults {
  const own = sites.find((one) => one.site === site);
  return {
    roleOf: ({ key }) => roles.get(key) ?? UNKNOWN_ROLE,
    signIns: own?.signIns ?? [],
    csrf: own?.csrf ?? NO_CSRF,
  };
}
