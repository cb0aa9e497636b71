import { leaveIn } from '../../session/federated/leave';
import { isCredential } from '../../session/shared/role-kinds';
import type { Failure } from '../scene/failure';
import type { Scene } from '../scene/scene';
import type { Suspect } from '../scene/suspect';
import type { FailureCase } from './define';

/** A cookie that lived less long than a visit takes: its end is no idle session's. */
const SHORT = 15 * 60_000;
/** Answers that many things lead to besides a missing session. */
const COMMON: ReadonlySet<number> = new Set([400, 403, 421, 422, 500]);

/** The cookies that may be the session, or what stands for it, and whose loss is no ordinary end of a session. */
export function sessionSuspects({ failure, suspects, scene }: FailureCase): readonly Suspect[] {
  const { consequence, exchange } = failure;
  const isCommon = consequence.kind === 'status' && COMMON.has(consequence.status);
  return suspects.filter((suspect) => {
    const { role, cause, reason } = suspect;
    if (role.role === 'csrf-token' || role.role === 'sign-in-transaction' || cause === 'shadowed') return false;
    if (!isCredential(role.role) && (isCommon || (reason === null && cause !== 'other-host'))) return false;
    // A cookie of another name, of another host, is no session of the one that gave a new one: a banner has its own.
    if (cause === 'other-host' && consequence.kind === 'new-session' && suspect.name !== consequence.name) return false;
    // Who asks another site to sign in somebody has a session of its own, which is none of that site's.
    if (cause === 'other-host' && leaveIn(exchange) !== null) return false;
    // Something else went along that may sign in.
    const stands = exchange.cookies.some(({ name }) => isCredential(scene.roleByName(name).role));
    if (stands && (role.role === 'unknown' || reason === 'path-mismatch' || cause === 'other-host')) return false;
    // A cookie that is bound to the device is short-lived, and renewed by a proof when it is over.
    if (cause === 'expired' && role.role === 'device-bound-session') return false;
    if (cause === 'expired') return isShort(suspect) && !isRenewed(failure, scene);
    if (cause === 'deleted') return suspect.lostAt?.kind === 'change' && consequence.kind !== 'new-session';
    return true;
  });
}

/** Whether another cookie of the site renews it: then its end is part of the design. */
const isRenewed = ({ site }: Failure, { events, roleByName }: Scene): boolean =>
  events.names(site).some((name) => /refresh|renew/i.test(name) || roleByName(name).role === 'remember-me');

function isShort({ withheld, source, cookie }: Suspect): boolean {
  const stored = withheld?.cookie ?? cookie ?? source?.line.result ?? null;
  return stored !== null && stored.expires !== null && stored.expires - stored.creation < SHORT;
}
