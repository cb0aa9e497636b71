import type { Instant } from '../../engine/base/units';
import { readLine } from '../../engine/header/read-line';
import type { SendReason } from '../../engine/verdict/verdict';
import { frameworkOf } from '../../fixes/recognise';
import type { WithheldCookie } from '../../replay/rows/exchange';
import { remedyOfLine, remedyOfWithheld } from '../../rules/bead-remedy';
import { credentialsFix } from '../../rules/engine/credentials-fix';
import type { Fix } from '../../rules/engine/define';
import { type Remedy, remedyOfFix } from '../../rules/remedy-of-fix';
import type { Failure } from '../scene/failure';
import type { Scene } from '../scene/scene';
import type { Cause, Suspect } from '../scene/suspect';

/** A request, and whether the recording shows that it failed for want of the cookie. */
interface Needing extends Pick<Failure, 'exchange'> {
  readonly isNeeded: boolean;
}

/** What would have let the cookie be where it was needed, as for its bead in Flow; null = nobody can tell. */
export function remedyOfSuspect(suspect: Suspect, { exchange, isNeeded }: Needing, scene: Scene): Remedy | null {
  const { rows } = scene;
  const { source, cause } = suspect;
  const withheld = suspect.withheld ?? asWithheld(suspect);
  if (suspect.reason === 'credentials-omitted' && source !== null)
    return remedyFor(credentialsFix(cause === 'rejected' ? source.exchange : exchange), suspect, scene);
  const isLine = cause === 'rejected' || cause === 'dead-on-arrival' || cause === 'not-deleted';
  const found = isLine
    ? source && remedyOfLine(source.exchange, source.line, rows)
    : withheld && remedyOfWithheld(exchange, withheld, { rows, isNeeded });
  return found === null ? null : recognised(found, suspect);
}

const REASONS: Partial<Readonly<Record<Cause, SendReason>>> = {
  'other-host': 'domain-host-only',
  'other-partition': 'partition-mismatch',
  expired: 'expired',
};

/** A cookie that was no candidate for the request, as if it had stayed for what parts the two. */
function asWithheld({ cookie, source, cause }: Suspect): WithheldCookie | null {
  const stored = cookie ?? source?.line.result ?? null;
  const reason = REASONS[cause];
  return stored === null || reason === undefined
    ? null
    : { cookie: stored, predicted: { outcome: 'withheld', reasons: [reason], missing: [] }, agreement: 'agrees' };
}

/** The remedy of a fix that a kind makes itself. */
export function remedyFor(
  fix: Fix,
  suspect: Pick<Suspect, 'key' | 'role' | 'source'>,
  { rows }: Scene,
  isDeletion = false,
): Remedy {
  const { key, role, source } = suspect;
  return remedyOfFix(fix, {
    rows,
    key,
    line: source === null ? null : readLine(source.line.line),
    at: source?.exchange.at ?? (0 as Instant),
    use: role.role === 'session-id' ? 'session' : 'cookie',
    isDeletion,
    recognised: frameworkOf(role.framework),
  });
}

const recognised = (remedy: Remedy, { role }: Suspect): Remedy =>
  remedy.recognised === null ? { ...remedy, recognised: frameworkOf(role.framework) } : remedy;
