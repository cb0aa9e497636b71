import { text } from '../../analysis/facts/bytes';
import type { Bytes } from '../../analysis/facts/units';
import { visibleString } from '../parts/visible';

/** Values up to this many octets are settings such as `dark` or `en-GB`: too short to be worth hiding. */
const SHORT = 8;
/** Octets that stay readable of a masked value, so that two values can be told apart. */
const HEAD = 4;

export const isMaskable = (value: Bytes): boolean => value.length > SHORT;

/** The part of a value that stays readable while it is masked; the whole of a short one. */
export function maskedHead(value: Bytes): Bytes {
  return isMaskable(value) ? (value.slice(0, HEAD) as Bytes) : value;
}

/** A value on a bead: short and masked, such as `9f2c…`. */
export function beadValue(value: Bytes): string {
  if (value === '') return '';
  return visibleString(text(maskedHead(value))) + (isMaskable(value) ? '…' : '');
}
