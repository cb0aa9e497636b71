import { THIRD_PARTY, type ThirdPartyOption } from './arguments';
import { NotInFormat } from './not-in-format';

/** A case as the file has it; what its kind needs is asked of `fields`. */
export interface SimulatedCase {
  readonly id: string;
  readonly kind: string;
  /** One character of the texts is one octet; otherwise they are text. */
  readonly latin1: boolean;
  /** Milliseconds; null = the file's. */
  readonly now: number | null;
  readonly thirdParty: ThirdPartyOption | null;
  readonly fields: FormFields;
}

export type FormFields = Readonly<Record<string, unknown>>;

/** Whether a value of the file is an object. */
export const isFields = (value: unknown): value is FormFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws NotInFormat where this is no case */
export function caseOf(value: unknown): SimulatedCase {
  if (!isFields(value)) throw new NotInFormat('a case is not an object');
  const id = value.id;
  if (typeof id !== 'string') throw new NotInFormat('a case has no id');
  return within(id, () => {
    const policy = value.policy;
    return {
      id,
      kind: textIn(value, 'kind'),
      latin1: value.enc === 'latin1',
      now: value.now === undefined ? null : instantOf(value.now),
      thirdParty: isFields(policy) && policy.thirdParty !== undefined ? thirdPartyOf(policy.thirdParty) : null,
      fields: value,
    };
  });
}

/** Runs `work` so that what is wrong is said of the case. */
export function within<T>(id: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotInFormat) throw new NotInFormat(`case ${id}: ${error.message}`);
    throw error;
  }
}

/** An ISO time in milliseconds. */
export function instantOf(value: unknown): number {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) throw new NotInFormat('now is not a time');
  return ms;
}

/** @throws NotInFormat where it is missing or no text */
export function textIn(fields: FormFields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new NotInFormat(`${name} is not a text`);
  return value;
}

/** @throws NotInFormat where it is missing or no number */
export function numberIn(fields: FormFields, name: string): number {
  const value = fields[name];
  if (typeof value !== 'number') throw new NotInFormat(`${name} is not a number`);
  return value;
}

/** @throws NotInFormat where it is missing or no list of texts */
export function textsIn(fields: FormFields, name: string): readonly string[] {
  const value = fields[name];
  if (!Array.isArray(value) || !value.every((text) => typeof text === 'string'))
    throw new NotInFormat(`${name} is not a list of texts`);
  return value;
}

function thirdPartyOf(value: unknown): ThirdPartyOption {
  const found = THIRD_PARTY.find((name) => name === value);
  if (found === undefined) throw new NotInFormat('policy.thirdParty is none of default, allow, block, partition');
  return found;
}
