import { text } from '../../../analysis/engine/base/bytes';
import type { Bytes } from '../../../analysis/engine/base/units';
import { visibleString } from '../parts/visible';

/** Values up to this many octets are settings such as `dark` or `en-GB`: too short to be worth hiding. */
const SHORT = 8;
/** Octets that stay readable of a masked value, so that two values can be told apart. */
const HEAD = 4;

export const isMaskable = (value: Bytes): boolean => value.length > SHORT;

/** What every signed value of Express begins with: it tells none from another. */
const SAME_FOR_ALL = /^s(?:%3A|:)/i;

/** The part of a value that stays readable while it is masked; the whole of a short one. */
export function maskedHead(value: Bytes): Bytes {
  if (!isMaskable(value)) return value;
  return value.slice(0, (SAME_FOR_ALL.exec(value)?.[0].length ?? 0) + HEAD) as Bytes;
}

const masked = (value: Bytes): string => text(maskedHead(value)) + (isMaskable(value) ? '…' : '');

/** Two values that are not the same, masked, so that one sees how: their heads, or what is where they part. */
export function maskedApart(one: Bytes, other: Bytes): readonly [string, string] {
  const [head, otherHead] = [masked(one), masked(other)];
  if (head !== otherHead) return [head, otherHead];
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const part = (value: Bytes) => `…${text(value.slice(at, at + HEAD) as Bytes)}${at + HEAD < value.length ? '…' : ''}`;
  return [part(one), part(other)];
}

/** A value on a bead: short and masked, such as `9f2c…`. */
export function beadValue(value: Bytes): string {
  return visibleString(masked(value));
}
