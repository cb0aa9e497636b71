import { NOTHING } from '../../engine/base/lists';
import type { Bytes, Instant } from '../../engine/base/units';
import type { Lifetime } from '../../engine/header/lifetime';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import type { Prediction } from '../../engine/verdict/verdict';
import type { SetOutcome } from '../rows/exchange';

/** An accepted line whose time is past as it arrives. */
interface EndingLine {
  readonly value: Bytes;
  readonly lifetime: Lifetime;
  /** When the response came, by the jar's clock. */
  readonly at: Instant;
  /** The cookie of the same identity before the line; null = none is known. */
  readonly previous: StoredCookie | null;
  /** Whether the jar had been read, so that `previous` null means that there was none. */
  readonly jarRead: boolean;
}

const DEAD: Prediction<SetOutcome> = { outcome: 'dead-on-arrival', reasons: NOTHING, missing: NOTHING };
const DELETED: Prediction<SetOutcome> = { outcome: 'deleted', reasons: NOTHING, missing: NOTHING };
const DELETED_NOTHING: Prediction<SetOutcome> = { outcome: 'deleted-nothing', reasons: NOTHING, missing: NOTHING };
const NOT_READ: Prediction<SetOutcome> = { outcome: 'cannot-tell', reasons: NOTHING, missing: ['jar-not-read-before'] };

/** What a line comes to that the browser takes and that has expired already. */
export function endingOutcome(line: EndingLine): Prediction<SetOutcome> {
  if (isDeadOnArrival(line)) return DEAD;
  if (line.previous !== null) return DELETED;
  return line.jarRead ? DELETED_NOTHING : NOT_READ;
}

/** Servers delete with a date of the last century or with that of the epoch; a date nearer than this is one they computed. */
const COMPUTED_SINCE = Date.UTC(2001, 0, 1);
/** What servers write in place of a value when they delete. */
const MARKER = /^(?:.{0,3}|deleted|deleteme|delete-me|expired|null|none|nil|undefined|empty|invalid|removed|logout|"")$/i;

/**
 * Whether a line gives a cookie a value and a computed date that is past: it means to store, and the server's clock or its
 * arithmetic is wrong. Max-Age of 0 or less, an old date, no value, and the value that the cookie has already mean deletion.
 */
export function isDeadOnArrival({
  value,
  lifetime: { from, expires },
  previous,
}: Pick<EndingLine, 'value' | 'lifetime' | 'previous'>): boolean {
  if (from !== 'expires' || expires === null || expires < COMPUTED_SINCE) return false;
  return !MARKER.test(value) && previous?.value !== value;
}
