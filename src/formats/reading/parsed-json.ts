import { type Refusal, refusalOf } from './fault';
import { jsonFault, lineAndColumn, tooDeepAt } from './json-fault';

export interface ParsedJson {
  readonly kind: 'json';
  readonly json: unknown;
  /** Whether the JSON stood in a call of a function, as HAR viewers were once fed. */
  readonly wasCall: boolean;
}

/** Characters within which a call begins. */
const HEAD = 256;
/** `onInputData({…});`: JSONP. The names of the function are those of a script, and the call is not run. */
const CALL = /^\s*[A-Za-z_$][\w$.]{0,100}\s*\(\s*(?=[[{])/;

/** Whether a text begins as JSONP does. */
export const isCall = (text: string): boolean => CALL.test(text.slice(0, HEAD));

/** A text as JSON, or the place where it stops being any. */
export function parsedJson(text: string): ParsedJson | Refusal {
  const call = CALL.exec(text.slice(0, HEAD));
  const from = call?.[0].length ?? 0;
  const body = call === null ? text : text.slice(from).replace(/\s*\)\s*;?\s*$/, '');
  const deep = tooDeepAt(body);
  if (deep !== null) return refusalOf('too-deep', lineAndColumn(text, from + deep));
  try {
    return withoutString({ kind: 'json', json: JSON.parse(body), wasCall: call !== null });
  } catch (error) {
    const fault = jsonFault(body);
    if (fault === null) throw error;
    const lines = call === null && isBehindLine(body, fault.at) ? linesOf(body) : null;
    if (lines !== null) return { kind: 'json', json: lines, wasCall: false };
    return refusalOf(fault.why, lineAndColumn(text, from + fault.at));
  }
}

/** JSON that was written as a text of JSON: what the text says. */
function withoutString(parsed: ParsedJson): ParsedJson | Refusal {
  const { json } = parsed;
  return typeof json === 'string' && /^\s*[[{]/.test(json) ? parsedJson(json) : parsed;
}

/** Whether a first line is JSON by itself: the fault is what follows it. */
const isBehindLine = (text: string, at: number): boolean =>
  /^\s*\{/.test(text.slice(0, HEAD)) && /\n\s*$/.test(text.slice(Math.max(0, at - HEAD), at));

/** JSON Lines, of which the last may be cut off; null = it is none. */
function linesOf(text: string): readonly unknown[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read: unknown[] = [];
  for (const [index, line] of lines.entries()) {
    try {
      read.push(JSON.parse(line));
    } catch {
      if (index < lines.length - 1) return null;
      read.push(null);
    }
  }
  return read;
}
