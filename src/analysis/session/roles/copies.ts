import { addTo } from '../../engine/base/lists';
import type { CookieKey } from '../cookies/cookie-key';
import { type CookieLife, lastSpan } from '../cookies/cookie-life';
import { evidence } from '../shared/evidence';
import type { RoleVerdict } from '../shared/role-kinds';

/** Two short values are alike by chance. */
const SHORTEST = 16;

/**
 * Roles in the light of copies: one answer gave two cookies one value, as `auth0` and `auth0_compat`, or a name with `_` before it,
 * for browsers that do not take `SameSite=None`. A cookie whose name nobody documents is for what its twin is for.
 */
export function rolesWithCopies(
  lives: readonly CookieLife[],
  before: ReadonlyMap<CookieKey, RoleVerdict>,
): ReadonlyMap<CookieKey, RoleVerdict> {
  const twins = new Map<string, CookieLife[]>();
  for (const life of lives) {
    const span = lastSpan(life);
    if (span?.writer.kind !== 'response' || span.value.length < SHORTEST) continue;
    addTo(twins, `${span.writer.exchange.id} ${life.domain} ${span.value}`, life);
  }
  const roles = new Map(before);
  for (const alike of twins.values()) {
    const known = alike.find(({ key }) => isKnown(before.get(key)));
    const verdict = known === undefined ? undefined : before.get(known.key);
    if (known === undefined || verdict === undefined) continue;
    for (const life of alike) {
      if (life === known || isKnown(before.get(life.key))) continue;
      const line = evidence('copy-of', 4, { name: known.name });
      roles.set(life.key, { ...verdict, evidence: [line, ...verdict.evidence] });
    }
  }
  return roles;
}

/** Whether its owner documents it, or a sign-in through another site showed what it holds. */
const isKnown = (verdict: RoleVerdict | undefined): boolean =>
  verdict?.evidence.some(({ kind }) => kind === 'name-of-framework' || kind === 'holds-transaction-value') ?? false;
