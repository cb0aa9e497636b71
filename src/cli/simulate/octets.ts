import { bytes, bytesOfLatin1, text } from '../../analysis/engine/base/bytes';
import type { Bytes } from '../../analysis/engine/base/units';

/** A file's text as octets. */
export const octetsOf = (value: string, latin1: boolean): Bytes => (latin1 ? bytesOfLatin1(value) : bytes(value));

/** Octets as the file would write them. */
export const textOf = (value: Bytes, latin1: boolean): string => (latin1 ? value : text(value));
