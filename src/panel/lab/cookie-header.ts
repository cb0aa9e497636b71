import { bytes, text } from '../../analysis/engine/base/bytes';
import { type CookiePair, parseCookieHeader } from '../../analysis/engine/header/cookie-header';
import type { Profile } from '../../analysis/engine/verdict/verdict';
import type { Tried } from '../state/tried';

/** A pair of a Cookie header that was pasted, beside what the lines of the Lab would send. */
export interface HeaderPair {
  /** Its place in the header, from 0. */
  readonly index: number;
  readonly name: string;
  readonly value: string;
  /** Of the pair, as the header has it. */
  readonly octets: number;
  readonly hasEquals: boolean;
  readonly isQuoted: boolean;
  /** Whether the name stands in the header more than once. */
  readonly isRepeated: boolean;
  /** Profiles in which the lines send it with this value; null = no request follows that can be read. */
  readonly sentIn: readonly Profile[] | null;
  /** Whether they send another value under this name. */
  readonly isOtherValue: boolean;
}

export interface ReadCookieHeader {
  readonly pairs: readonly HeaderPair[];
  /** Of the header without its name. */
  readonly octets: number;
  /** Names that the lines would send in some profile and the header lacks. */
  readonly missing: readonly string[];
}

/**
 * Reads a Cookie header, with or without its name before it, and compares it with those that the lines of the Lab lead to. Any text
 * is taken; line breaks, as a terminal wraps them, are none of it.
 */
export function readCookieHeader(pasted: string, headers: Tried['headers']): ReadCookieHeader {
  const header = bytes(
    pasted
      .replace(/[\r\n]+/g, '')
      .replace(/^\s*cookie:/i, '')
      .trim(),
  );
  const read = parseCookieHeader(header);
  const sent = headers.map(({ profile, header: own }) => ({ profile, pairs: parseCookieHeader(own) }));
  const count = new Map<string, number>();
  for (const { name } of read) count.set(name, (count.get(name) ?? 0) + 1);
  const pairs = read.map((pair, index): HeaderPair => {
    const sentIn = sent.filter((one) => one.pairs.some((other) => isSame(pair, other))).map(({ profile }) => profile);
    return {
      index,
      name: text(pair.name),
      value: text(pair.value),
      octets: pair.span.end - pair.span.start,
      hasEquals: pair.hasEquals,
      isQuoted: /^".*"$/s.test(pair.value),
      isRepeated: (count.get(pair.name) ?? 0) > 1,
      sentIn: headers.length === 0 ? null : sentIn,
      isOtherValue: sentIn.length === 0 && sent.some((one) => one.pairs.some(({ name }) => name === pair.name)),
    };
  });
  const missing = new Set(sent.flatMap((one) => one.pairs.filter(({ name }) => !count.has(name)).map(({ name }) => text(name))));
  return { pairs, octets: header.length, missing: [...missing] };
}

const isSame = (a: CookiePair, b: CookiePair): boolean => a.name === b.name && a.value === b.value;

/** A line that has a browser send this pair back to where the line came from: the least that it takes. */
export function lineSending({ name, value, hasEquals }: HeaderPair, url: string): string {
  const isSecure = url.startsWith('https:');
  return `${hasEquals ? `${name}=` : ''}${value}; Path=/${isSecure ? '; Secure' : ''}`;
}
