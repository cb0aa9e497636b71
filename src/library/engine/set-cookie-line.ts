import { bytes, cut, text } from '../../analysis/engine/base/bytes';
import type { Bytes } from '../../analysis/engine/base/units';
import { readLine } from '../../analysis/engine/header/read-line';
import type { LineNoteKind } from './reasons';

/** Something unusual about a Set-Cookie line. It says nothing about whether the line is taken. */
export interface SetCookieNote {
  readonly kind: LineNoteKind;
  /** The part of the line that it is about. */
  readonly part: string;
}

/** A Set-Cookie line as it is read, nothing judged. */
export interface SetCookieLine {
  readonly name: string;
  readonly value: string;
  /** The text of the occurrence that counts; null = the attribute is absent. */
  readonly domain: string | null;
  readonly path: string | null;
  readonly maxAge: string | null;
  readonly expires: string | null;
  readonly sameSite: 'strict' | 'lax' | 'none' | 'absent';
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly partitioned: boolean;
  readonly priority: 'low' | 'medium' | 'high';
  readonly notes: readonly SetCookieNote[];
}

/**
 * Reads a Set-Cookie line as a browser does. Any text is taken; whether it makes a cookie `decideStorage` says.
 * @param line the header's value, without `Set-Cookie:`
 * @param browser whose reading: `spec` (if left out), `chromium` or `firefox`
 * @see RFC 6265bis §5.6
 */
export function readSetCookieLine(line: string, browser: 'spec' | 'chromium' | 'firefox' = 'spec'): SetCookieLine {
  const octets = bytes(line);
  const { name, value, domain, path, maxAge, expires, notes, ...read } = readLine(octets, browser);
  return {
    name: text(name),
    value: text(value),
    domain: textOrNull(domain),
    path: textOrNull(path),
    maxAge: textOrNull(maxAge),
    expires: textOrNull(expires),
    sameSite: read.sameSite,
    secure: read.secure,
    httpOnly: read.httpOnly,
    partitioned: read.partitioned,
    priority: read.priority,
    notes: notes.map(({ kind, span }) => ({ kind, part: text(cut(octets, span.start, span.end)) })),
  };
}

const textOrNull = (octets: Bytes | null): string | null => (octets === null ? null : text(octets));
