import { type Identity, isSamePartition } from '../engine/jar/identity';
import type { StoredCookie } from '../engine/jar/stored-cookie';
import type { SetLine } from '../replay/rows/exchange';

/** A part of a cookie's identity. Two cookies of one name are one cookie if none of them differs. */
export type ScopePart = 'path' | 'domain' | 'partition';

/** A cookie that stays though a line of its name asked for its end, and the parts in which the line names another one. */
export interface Survivor {
  readonly cookie: StoredCookie;
  readonly parts: readonly ScopePart[];
}

/** The parts in which two identities of one name differ. */
function differingParts(a: Identity, b: Identity): readonly ScopePart[] {
  const parts: ScopePart[] = [];
  if (a.path !== b.path) parts.push('path');
  if (a.domain !== b.domain || a.hostOnly !== b.hostOnly) parts.push('domain');
  if (!isSamePartition(a.partition, b.partition)) parts.push('partition');
  return parts;
}

/** What a line that deleted nothing was likely meant for: the cookie of its name that it missed by the fewest parts. */
export function survivorOf({ stays, target }: Pick<SetLine, 'stays' | 'target'>): Survivor | null {
  let nearest: Survivor | null = null;
  for (const cookie of stays) {
    const parts = differingParts(cookie, target);
    if (parts.length > 0 && (nearest === null || parts.length < nearest.parts.length)) nearest = { cookie, parts };
  }
  return nearest;
}
