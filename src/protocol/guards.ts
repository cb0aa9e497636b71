import type { BrowserCalls } from './browser-access';
import type { ToBackground, ToPage } from './relay-messages';

type Fields = Readonly<Record<string, unknown>>;

const CALLS: Readonly<Record<keyof BrowserCalls, true>> = {
  readJar: true,
  storeOf: true,
  framesOf: true,
  missingHosts: true,
  thirdPartySetting: true,
  browserVersion: true,
  writeCookie: true,
  traceScripts: true,
  openPage: true,
};

/** The message a page sent to the background; null = of no shape we know. */
export function readToBackground(message: unknown): ToBackground | null {
  if (!isFields(message)) return null;
  switch (message.kind) {
    case 'ping':
      return { kind: 'ping' };
    case 'hello':
      return isWhole(message.tabId) && typeof message.resumes === 'boolean'
        ? { kind: 'hello', tabId: message.tabId, resumes: message.resumes }
        : null;
    case 'received':
      return isText(message.life) && isWhole(message.upTo) ? { kind: 'received', life: message.life, upTo: message.upTo } : null;
    case 'restore':
      // The sender is the same version of the extension: only the outer shape is checked.
      return Array.isArray(message.writes)
        ? { kind: 'restore', writes: message.writes, tracedTab: isWhole(message.tracedTab) ? message.tracedTab : null }
        : null;
    case 'call':
      return isWhole(message.id) && isCall(message.name) && Array.isArray(message.args)
        ? { kind: 'call', id: message.id, name: message.name, args: message.args }
        : null;
    default:
      return null;
  }
}

/** The message the background sent; null = of no shape we know. Events come from the same version of ours: only their frame is looked at. */
export function readToPage(message: unknown): ToPage | null {
  if (!isFields(message)) return null;
  return isToPage(message) ? (message as unknown as ToPage) : null;
}

function isToPage(message: Fields): boolean {
  switch (message.kind) {
    case 'events':
      return isText(message.life) && isWhole(message.first) && Array.isArray(message.events);
    case 'answer':
      return isWhole(message.id);
    case 'refused':
      return isWhole(message.id) && isText(message.text);
    case 'permissions-changed':
      return true;
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
const isCall = (value: unknown): value is keyof BrowserCalls => isText(value) && Object.hasOwn(CALLS, value);
