import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyLine, anyOctets, likelyLine } from '../../../../test/build/line';
import { PROFILES } from '../base/profile';
import type { Bytes } from '../base/units';
import { instant } from '../base/units';
import { parseCookieDate } from './cookie-date';
import { parseCookieHeader } from './cookie-header';
import { lifetimeOf } from './lifetime';
import { parseMaxAge } from './max-age';
import type { Span } from './parsed-line';
import { readLine } from './read-line';
import { parseSetCookie } from './set-cookie';

const profile = fc.constantFrom(...PROFILES);
const AT = instant(Date.UTC(2026, 5, 1));

const lies = ({ start, end }: Span, line: string): boolean => start >= 0 && start <= end && end <= line.length;

test('no octets make the readers throw, and the fast one gives what the readable one does, field by field', () => {
  fc.assert(
    fc.property(anyLine(), profile, (line, whose) => {
      const { nameSpan, valueSpan, attributes: _attributes, notes: _notes, ...fields } = readLine(line, whose);
      expect(parseSetCookie(line, whose)).toEqual(fields);
      expect(fields.line).toBe(line);
      expect(line.slice(nameSpan.start, nameSpan.end)).toBe(fields.name);
      expect(line.slice(valueSpan.start, valueSpan.end)).toBe(fields.value);
    }),
    { numRuns: 1000 },
  );
});

test('spans lie within the line, and those of the notes and attributes do not overlap', () => {
  fc.assert(
    fc.property(anyLine(), profile, (line, whose) => {
      const { nameSpan, valueSpan, attributes, notes } = readLine(line, whose);
      const spans = [nameSpan, valueSpan, ...attributes.flatMap((each) => [each.span, each.nameSpan, each.valueSpan])];
      expect([...spans, ...notes.map(({ span }) => span)].every((span) => lies(span, line))).toBe(true);
      for (const list of [attributes, notes]) {
        for (const [index, { span }] of list.entries()) {
          const next = list[index + 1]?.span;
          if (next !== undefined) expect(span.end).toBeLessThanOrEqual(next.start);
        }
      }
    }),
  );
});

test('the case of attribute names does not matter', () => {
  fc.assert(
    fc.property(likelyLine(), profile, (line, whose) => {
      const semicolon = line.indexOf(';');
      if (semicolon === -1) return;
      const flipped = line
        .slice(semicolon)
        .replace(/(^|;)([^=;]*)/g, (_all, before: string, name: string) => before + flip(name));
      const other = (line.slice(0, semicolon) + flipped) as Bytes;
      expect(parseSetCookie(other, whose)).toEqual({ ...parseSetCookie(line, whose), line: other });
    }),
  );
});

const flip = (name: string): string =>
  name.replace(/[a-zA-Z]/g, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));

test('any octets have a date or none, a Max-Age or none, and a lifetime of at most 400 days', () => {
  fc.assert(
    fc.property(anyOctets(), profile, (text, whose) => {
      const date = parseCookieDate(text, whose);
      expect(date === null || Number.isFinite(date)).toBe(true);
      expect(Number.isNaN(parseMaxAge(text, whose) ?? 0)).toBe(false);
      const { expires } = lifetimeOf({ ...parseSetCookie(text, whose), maxAge: text, expires: text }, AT, text, whose);
      expect(expires === null || expires <= AT + 34_560_000_000).toBe(true);
    }),
  );
});

test('the pairs of a Cookie header lie in it in order', () => {
  fc.assert(
    fc.property(fc.oneof(anyOctets(), likelyLine()), (header) => {
      let end = 0;
      for (const pair of parseCookieHeader(header)) {
        expect(pair.span.start).toBeGreaterThanOrEqual(end);
        expect(header.slice(pair.span.start, pair.span.end)).toBe(pair.hasEquals ? `${pair.name}=${pair.value}` : pair.value);
        end = pair.span.end;
      }
    }),
  );
});
