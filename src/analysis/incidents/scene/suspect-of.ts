import type { Identity } from '../../engine/jar/identity';
import type { Setter, WithheldCookie } from '../../replay/rows/exchange';
import { isOmissionOpen } from '../../rules/subject/missed';
import { cookieKey } from '../../session/cookies/cookie-key';
import type { RoleVerdict } from '../../session/shared/role-kinds';
import { isSame } from './cookie-events';
import type { Scene } from './scene';
import { type Cause, newSuspect, type Suspect } from './suspect';

export interface Where {
  readonly site: string;
  readonly seq: number;
  readonly scene: Scene;
}

interface Made extends Where {
  readonly cause: Cause;
  readonly reason: Suspect['reason'];
  readonly withheld: WithheldCookie | null;
}

/** A suspect with what the scene knows of its cookie: what it is for, and who set it before the fact of this number. */
export function suspectOf(identity: Identity, { cause, reason, withheld, site, seq, scene }: Made): Suspect {
  const key = cookieKey(identity);
  return newSuspect({
    cause,
    name: identity.name,
    key,
    role: roleOf(identity, scene),
    reason,
    // What did not go was seen not to go; why is not always.
    basis: withheld !== null && isOmissionOpen(withheld.predicted) ? 'predicted' : 'observed',
    cookie: withheld?.cookie ?? null,
    withheld,
    source: sourceOf(identity, { site, seq, scene }),
  });
}

/** The role of this cookie, else of another of its name: one that was refused has none of its own. */
function roleOf(identity: Identity, scene: Scene): RoleVerdict {
  const own = scene.roleOf(cookieKey(identity));
  return own.role === 'unknown' ? scene.roleByName(identity.name) : own;
}

function sourceOf(identity: Identity, { site, seq, scene: { events } }: Where): Setter | null {
  const setter = events.setterOf(site, identity, seq);
  if (setter !== null) return { exchange: setter.exchange, line: setter.line };
  for (const event of events.before(site, identity.name, seq))
    if (event.kind === 'line' && isSame(event.identity, identity)) return { exchange: event.exchange, line: event.line };
  return null;
}
