import type { Bytes } from '../../engine/base/units';
import type { Secret } from '../../facts/fact';
import type { Exchange } from '../../replay/rows/exchange';
import { isCsrfName } from '../../session/requests/fields';
import type { Scene } from './scene';

/** A token against forgery in a header or a field. */
export interface CsrfToken extends Secret {
  readonly where: 'header' | 'field';
}

/** The token that a request carries, in a header before one in a field; null = none. */
export function tokenOf({ sent }: Exchange): CsrfToken | null {
  const header = sent.secretHeaders.find(({ name }) => isCsrfName(name));
  if (header !== undefined) return { ...header, where: 'header' };
  const field = sent.fields?.find(({ name }) => isCsrfName(name) && name !== 'state');
  return field === undefined ? null : { ...field, where: 'field' };
}

/** Whether a token is made of a cookie's value; null = it cannot be compared. */
export function isTokenOf({ digest }: CsrfToken, value: Bytes, { digestsOf }: Pick<Scene, 'digestsOf'>): boolean | null {
  if (digest === null || digestsOf === null) return null;
  const digests = digestsOf(value);
  return digests.includes(digest) ? true : digests.every((each) => each === null) ? null : false;
}
