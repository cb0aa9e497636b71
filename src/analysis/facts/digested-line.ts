import type { Instant } from '../engine/base/units';
import { lifetimeOf } from '../engine/header/lifetime';
import type { SetCookie } from '../engine/header/parsed-line';
import type { Digest } from './digest';
import type { OtherLine } from './fact';

/** A line's name with the digest of its value, or null where it deletes. @param at when it was received or written */
export function digestedLine(line: SetCookie, at: Instant, digest: Digest): OtherLine {
  const { expires } = lifetimeOf(line, at, null, 'spec');
  return { name: line.name, digest: expires !== null && expires <= at ? null : digest(line.value) };
}
