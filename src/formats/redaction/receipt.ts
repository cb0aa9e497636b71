import type { Bytes } from '../../analysis/engine/base/units';
import type { Digest } from '../../analysis/facts/digest';
import { entropyBound } from '../../analysis/session/values/entropy';
import { type JwtOutline, jwtOutline } from './shaped-jwt';

/** What is known of a value that was taken out. */
export interface TakenValue {
  /** What stands in its place. */
  readonly stands: string;
  readonly length: number;
  readonly alphabet: string;
  /** How random it can have been at most. */
  readonly bits: number;
  /** Salted: the same for equal values of this file, and for no others. */
  readonly digest: string;
  readonly jwt: JwtOutline | null;
}

/** What was taken out of an export, and what stayed. */
export interface Receipt {
  readonly values: readonly TakenValue[];
  /** Values of parameters in addresses. */
  readonly parameters: number;
  /** Ids in paths. */
  readonly segments: number;
  /** Pieces of values that stood elsewhere. */
  readonly elsewhere: number;
  /** Digests of fields and headers that were made anew. */
  readonly digests: number;
  readonly stayed: readonly Stayed[];
}

export type Stayed = 'names' | 'hosts' | 'paths' | 'attributes' | 'times' | 'structure' | 'jwt-outline' | 'field-names';

/** A line of the receipt. */
export const takenValue = (value: Bytes, stands: Bytes, digest: Digest): TakenValue => {
  const { length, alphabet, bits } = entropyBound(value);
  return { stands, length, alphabet, bits, digest: digest(value) ?? '', jwt: jwtOutline(value) };
};
