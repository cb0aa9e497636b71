import { createHash } from 'node:crypto';
import { bytes } from '../../src/analysis/engine/base/bytes';
import type { Bytes } from '../../src/analysis/engine/base/units';
import type { Digest } from '../../src/analysis/facts/digest';
import type { Fact, Secret } from '../../src/analysis/facts/fact';
import { tokensIn } from '../../src/analysis/session/cookies/correlation';
import { readToken } from '../../src/analysis/session/values/token';
import { digestOf } from '../build/trace';

/** Formats with structure that a change of letters would break: their contents are of a throw-away installation. */
const PLAIN = new Set(['plain', 'url', 'express-signed', 'token-and-hash', 'uuid']);
const FILES = new Set(['stylesheet', 'script', 'image', 'font', 'media', 'object', 'ping', 'websocket', 'other']);

/**
 * A recording fit to be kept: requests of files left out, ids replaced by others of the same shape, digests made anew
 * under a key that everybody knows. What was equal stays equal.
 * @param digest the recording's own
 */
export function redacted(facts: readonly Fact[], digest: Digest): readonly Fact[] {
  const dropped = new Set(facts.flatMap((fact) => (fact.kind === 'request-sent' && FILES.has(fact.type) ? [fact.request] : [])));
  const remaining = facts.filter((fact) => !('request' in fact) || !dropped.has(fact.request));
  const digests = new Map<string, string>();
  for (const [value, name] of valuesIn(remaining)) {
    for (const token of tokensIn(value)) {
      const before = digest(token);
      if (before !== null) digests.set(before, digestOf(shapedOf(name, token)));
    }
  }
  // What an address holds stays there, and so does what equals it in a form.
  for (const value of valuesInAddresses(remaining)) {
    const before = digest(value);
    if (before !== null) digests.set(before, digestOf(value));
  }
  const secret = ({ name, digest: before }: Secret): Secret => ({
    name,
    digest: before === null ? null : (digests.get(before) ?? digestOf(bytes(`elsewhere ${before}`))),
  });
  return remaining.map((fact): Fact => {
    switch (fact.kind) {
      case 'request-sent':
        return {
          ...fact,
          cookie: fact.cookie === null ? null : (fact.cookie.split('; ').map(pairShaped).join('; ') as Bytes),
          fields: fact.fields?.map(secret) ?? null,
          secretHeaders: fact.secretHeaders.map(secret),
        };
      case 'response-received':
        return { ...fact, setCookie: fact.setCookie.map(lineShaped) };
      case 'cookie-changed':
        return { ...fact, cookie: { ...fact.cookie, value: shapedOf(fact.cookie.name, fact.cookie.value) } };
      case 'jar-snapshot':
        return { ...fact, cookies: fact.cookies.map((cookie) => ({ ...cookie, value: shapedOf(cookie.name, cookie.value) })) };
      default:
        return fact;
    }
  });
}

/** The values of cookies, each with the name of its cookie. */
function valuesIn(facts: readonly Fact[]): ReadonlyMap<Bytes, string> {
  const values = new Map<string, string>();
  for (const fact of facts) {
    if (fact.kind === 'request-sent')
      for (const pair of fact.cookie?.split('; ') ?? [])
        values.set(pair.slice(pair.indexOf('=') + 1), pair.slice(0, pair.indexOf('=')));
    if (fact.kind === 'cookie-changed') values.set(fact.cookie.value, fact.cookie.name);
  }
  return values as Map<Bytes, string>;
}

const valuesInAddresses = (facts: readonly Fact[]): readonly Bytes[] =>
  facts.flatMap((fact) =>
    fact.kind === 'request-sent' && URL.canParse(fact.url) ? [...new URL(fact.url).searchParams.values()].map(bytes) : [],
  );

const pairShaped = (pair: string): string => {
  const equals = pair.indexOf('=') + 1;
  return pair.slice(0, equals) + shapedOf(pair.slice(0, equals - 1), pair.slice(equals) as Bytes);
};

/** What a sign-in through another site compares with addresses and by digest stays: it was good once, on this machine. */
const shapedOf = (name: string, value: Bytes): Bytes => (/state|nonce|verif|pkce/i.test(name) ? value : shaped(value));

function lineShaped(line: Bytes): Bytes {
  const end = line.indexOf(';');
  return (end < 0 ? pairShaped(line) : pairShaped(line.slice(0, end)) + line.slice(end)) as Bytes;
}

/** Another value of the same shape: every long run of letters and digits becomes another one, the same for the same run. */
function shaped(value: Bytes): Bytes {
  if (value.length < 12 || !PLAIN.has(readToken(value).format)) return value;
  return value.replace(/%[0-9A-Fa-f]{2}|[A-Za-z0-9]{8,}/g, (run) => (run.startsWith('%') ? run : other(run))) as Bytes;
}

function other(run: string): string {
  if (/^[a-z]+$/i.test(run) && run.length < 20) return run;
  const drawn = createHash('sha512').update(`redacted ${run}`).digest();
  const isHex = /^[0-9a-f]+$/.test(run);
  return [...run].map((char, place) => drawnLike(char, (drawn[place % drawn.length] ?? 0) + place, isHex)).join('');
}

function drawnLike(char: string, number: number, isHex: boolean): string {
  if (/[0-9]/.test(char)) return String(number % 10);
  if (isHex) return 'abcdef'[number % 6] ?? 'a';
  return String.fromCharCode((/[a-z]/.test(char) ? 97 : 65) + (number % 26));
}
