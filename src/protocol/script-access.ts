import type { WireScriptAccess } from '../analysis/facts/from-script';

/** Longer than any cookie a browser takes. */
const LONGEST = 20_000;
const MOST_NAMES = 500;

/**
 * Reads what a page said. A page may say anything: what has not the shape is left out, and nothing is longer than it can be.
 * @param told one access as JSON
 */
export function readScriptAccess(
  message: unknown,
  sender: Pick<WireScriptAccess, 'tabId' | 'frameId' | 'documentUrl'>,
  now: number,
): WireScriptAccess | null {
  const fields = parsed(message);
  if (fields === null) return null;
  const { api, operation, at, line, name, value, names, stack } = fields;
  const kind = OPERATIONS[String(operation)];
  if ((api !== 'document.cookie' && api !== 'cookieStore') || kind === undefined) return null;
  return {
    ...sender,
    // A page cannot have done it later than now.
    timeStamp: typeof at === 'number' && at > 0 ? Math.min(at, now) : now,
    api,
    operation: kind,
    line: textOf(line),
    name: textOf(name),
    value: textOf(value),
    names: Array.isArray(names) ? names.slice(0, MOST_NAMES).flatMap((each) => textOf(each) ?? []) : [],
    stack: textOf(stack) ?? '',
  };
}

const OPERATIONS: Readonly<Record<string, WireScriptAccess['operation']>> = {
  read: 'read',
  write: 'write',
  delete: 'delete',
  replaced: 'unseen',
};

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value.slice(0, LONGEST) : null);

function parsed(message: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof message !== 'string' || message.length > 4 * LONGEST) return null;
  try {
    const value: unknown = JSON.parse(message);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}
