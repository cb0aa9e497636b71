import { noteAddresses } from './addresses';
import type { Budget } from './budget';
import { isUserName, noteKey, notePersonal } from './personal';

const MAX_NODES = 256;
const MAX_NESTING = 8;

/** Notes what is personal, secret or internal in JSON, at any depth, by name and by content. Bounded. */
export function noteContents(json: unknown, budget: Budget): void {
  let left = MAX_NODES;
  const walk = (node: unknown, place: string, nesting: number): void => {
    if (left-- <= 0 || nesting > MAX_NESTING) return;
    if (typeof node === 'string') noteText(node, budget, place);
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      const at = Array.isArray(node) ? `${place}[]` : place === '' ? key : `${place}.${key}`;
      if (!Array.isArray(node) && isFilled(value)) noteKey(key, at, budget);
      if (typeof value === 'string' && isUserName(key, value)) budget.note('personal-data', { what: 'user-name', place: at });
      walk(value, at, nesting + 1);
    }
  };
  walk(json, '', 0);
}

/** Notes what is personal or internal in readable text. @param place the claim or field; empty = the value itself */
export function noteText(text: string, budget: Budget, place = ''): void {
  notePersonal(text, budget, place);
  noteAddresses(text, budget, place);
}

/** A flag such as `email_verified: true` says nothing of the person. */
const isFilled = (value: unknown): boolean => value !== null && value !== '' && typeof value !== 'boolean';
