import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyLine, anyOctets, likelyLine } from '../../../test/build/line';
import { PROFILES } from '../facts/profile';
import type { Bytes } from '../facts/units';
import { instant } from '../facts/units';
import { parseCookieDate } from './cookie-date';
import { parseCookieHeader } from './cookie-header';
import { lifetimeOf } from './lifetime';
import { parseMaxAge } from './max-age';
import type { AttributeName, ParsedLine, Span } from './parsed-line';
import { readLine } from './read-line';
import { parseSetCookie } from './set-cookie';

const profile = fc.constantFrom(...PROFILES);
const AT = instant(Date.UTC(2026, 5, 1));

const lies = ({ start, end }: Span, line: string): boolean => start >= 0 && start <= end && end <= line.length;

test('no octets make the parser throw, and both readings agree', () => {
  fc.assert(
    fc.property(anyLine(), profile, (line, whose) => {
      const { line: raw, nameSpan, valueSpan, attributes, notes, ...lean } = readLine(line, whose);
      expect(lean).toEqual(parseSetCookie(line, whose));
      expect(raw).toBe(line);
      expect(line.slice(nameSpan.start, nameSpan.end)).toBe(lean.name);
      expect(line.slice(valueSpan.start, valueSpan.end)).toBe(lean.value);
    }),
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

test('the attributes that count are the ones the lean reading took', () => {
  fc.assert(
    fc.property(likelyLine(), profile, (line, whose) => {
      const read = readLine(line, whose);
      expect(countingValue(read, 'domain')).toBe(read.domain);
      expect(countingValue(read, 'path')).toBe(read.path);
      expect(countingValue(read, 'max-age')).toBe(read.maxAge);
      expect(countingValue(read, 'expires')).toBe(read.expires);
      expect(countingValue(read, 'secure') !== null).toBe(read.secure);
      expect(countingValue(read, 'partitioned') !== null).toBe(read.partitioned);
    }),
  );
});

const countingValue = ({ attributes }: ParsedLine, name: AttributeName): Bytes | null =>
  attributes.find(({ known, counts }) => counts && known === name)?.value ?? null;

test('the case of attribute names does not matter', () => {
  fc.assert(
    fc.property(likelyLine(), profile, (line, whose) => {
      const semicolon = line.indexOf(';');
      if (semicolon === -1) return;
      const flipped = line
        .slice(semicolon)
        .replace(/(^|;)([^=;]*)/g, (_all, before: string, name: string) => before + flip(name));
      const { domain, path, maxAge, secure, httpOnly, partitioned } = parseSetCookie(
        (line.slice(0, semicolon) + flipped) as Bytes,
        whose,
      );
      expect({ domain, path, maxAge, secure, httpOnly, partitioned }).toEqual(pick(parseSetCookie(line, whose)));
    }),
  );
});

const flip = (name: string): string =>
  name.replace(/[a-zA-Z]/g, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));

const pick = ({ domain, path, maxAge, secure, httpOnly, partitioned }: ReturnType<typeof parseSetCookie>) => ({
  domain,
  path,
  maxAge,
  secure,
  httpOnly,
  partitioned,
});

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
