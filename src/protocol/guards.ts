import type { Follow, Have, Tell } from './messages';
import { isWitnessed } from './witnessed';

type Fields = Readonly<Record<string, unknown>>;

/** The message a DevTools page or panel sent; null = of no shape we know. */
export function readFollow(message: unknown): Follow | null {
  if (!isFields(message)) return null;
  if (message.kind === 'ping') return { kind: 'ping' };
  const { kind, tabId } = message;
  if (!isWhole(tabId)) return null;
  if (kind === 'watch' || kind === 'read-jar' || kind === 'grant') return { kind, tabId };
  if (kind === 'record' && typeof message.on === 'boolean') return { kind, tabId, on: message.on };
  if (kind === 'clear' && isWhole(message.through)) return { kind, tabId, through: message.through };
  if (kind === 'witnessed' && Array.isArray(message.events)) return { kind, tabId, events: message.events.filter(isWitnessed) };
  if (kind === 'follow' && (message.have === null || isHave(message.have))) return { kind, tabId, have: message.have };
  return null;
}

/** The message the background sent; null = of no shape we know. Facts come from the same version of ours: only their frame is looked at. */
export function readTell(message: unknown): Tell | null {
  if (!isFields(message)) return null;
  const tell = message as unknown as Tell;
  return isTell(message) ? tell : null;
}

function isTell(message: Fields): boolean {
  switch (message.kind) {
    case 'reset':
      return isText(message.epoch) && isWhole(message.after);
    case 'more':
      return isText(message.epoch) && isWhole(message.after) && isWhole(message.upTo) && isFactList(message.facts);
    case 'dropped':
      return isText(message.epoch) && isWhole(message.through);
    case 'recording':
      return typeof message.on === 'boolean';
    case 'key':
      return isText(message.epoch) && isText(message.key);
    case 'trouble':
      return isFields(message.trouble) && isTrouble(message.trouble);
    default:
      return false;
  }
}

function isTrouble(trouble: Fields): boolean {
  switch (trouble.kind) {
    case 'quota':
      return isWhole(trouble.droppedThrough);
    case 'permission':
      return Array.isArray(trouble.origins) && trouble.origins.every(isText);
    case 'unknown-message':
      return isText(trouble.shape);
    case 'storage':
    case 'browser':
      return isText(trouble.text);
    default:
      return false;
  }
}

/**
 * The shape of a message, to be reported: names of fields and types, never a value, which could be a secret.
 * `{kind: string, tabId: number}`; at most 200 characters.
 */
export function shapeOf(message: unknown): string {
  if (!isFields(message)) return Array.isArray(message) ? 'array' : message === null ? 'null' : typeof message;
  const fields = Object.entries(message).map(([name, value]) => `${name}: ${Array.isArray(value) ? 'array' : typeof value}`);
  return `{${fields.join(', ')}}`.slice(0, 200);
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);
const isHave = (value: unknown): value is Have => isFields(value) && isText(value.epoch) && isWhole(value.seq);
const isFactList = (value: unknown): boolean =>
  Array.isArray(value) && value.every((fact) => isFields(fact) && isText(fact.kind) && isWhole(fact.seq));
