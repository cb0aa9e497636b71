import { type Csrf, NO_CSRF } from '../../session/csrf/csrf';
import type { Transaction } from '../../session/federated/kinds';
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
  /** By the answer of another site that signs in, the cookies by which the application knows that it asked for it. */
  readonly awaited: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The results about one site. @param only the one session of it that is looked at; null = all of them */
export function sessionResults(
  { sites, roles, transactions }: Sessions,
  site: string,
  only: SignIn | null = null,
): SessionResults {
  const own = sites.find((one) => one.site === site);
  return {
    roleOf: ({ key }) => roles.get(key) ?? UNKNOWN_ROLE,
    signIns: own?.signIns.filter((signIn) => only === null || signIn === only) ?? [],
    csrf: own?.csrf ?? NO_CSRF,
    awaited: new Map(transactions.flatMap(awaitedBy)),
  };
}

/** Where none is known, the application may keep in its session what it asked for. */
function awaitedBy({ answer, cookies, hops }: Transaction): readonly (readonly [string, ReadonlySet<string>])[] {
  const given = hops.flatMap(({ part, exchange }) => (part === 'start' ? exchange.lines.filter(({ deletes }) => !deletes) : []));
  const names = [...cookies.map(({ life }) => life.name), ...given.map(({ parsed }) => parsed.name)];
  return answer === null || names.length === 0 ? [] : [[answer.exchange.id, new Set(names)]];
}
