import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { aCookie } from '../../../test/build/cookie';
import { aRecording } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { hexDigestOf as digestOf } from '../../../test/build/trace';
import { bytes } from '../../analysis/engine/base/bytes';
import type { Bytes } from '../../analysis/engine/base/units';
import { parseCookieHeader } from '../../analysis/engine/header/cookie-header';
import type { Fact } from '../../analysis/facts/fact';
import { entropyBound } from '../../analysis/session/values/entropy';
import { exportRecording, RECORDING_FORMATS } from '../export-recording';
import { Pseudonyms } from './pseudonyms';
import { redactedCookies, redactedFacts, valuesIn } from './redacted-facts';

/** Pieces of eight characters of the recorded values that stand in a text. */
function leaks(values: Iterable<string>, text: string): readonly string[] {
  const found = new Set<string>();
  for (const value of values)
    for (let at = 0; at + 8 <= value.length; at++) if (text.includes(value.slice(at, at + 8))) found.add(value.slice(at, at + 8));
  return [...found];
}

/** In every format, and the files of an archive. */
const written = (facts: readonly Fact[]): string =>
  RECORDING_FORMATS.flatMap((id) => {
    const { text, archive } = exportRecording(facts, id, { digest: digestOf, redaction: digestOf });
    return [text, ...(archive === null ? [] : Object.values(unzipSync(archive)).map((octets) => strFromU8(octets)))];
  }).join('\n');

const jwt = (header: object, payload: object): string =>
  `${[header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.c2lnbmF0dXJlLW9mLWl0`;
const TOKEN = jwt({ alg: 'HS256', typ: 'JWT' }, { sub: 'alice@corp.example', exp: 1798765432, roles: ['admin'] });

describe('a redacted recording holds no value, and no piece of eight characters of one', () => {
  it.each(['chromium-sign-in', 'firefox-sign-in'])('of %s', (name) => {
    const facts: readonly Fact[] = JSON.parse(readFileSync(`test/recordings/${name}.json`, 'utf8'));
    const values = valuesIn(facts);
    expect([...values].some((value) => value.length >= 16)).toBe(true);
    expect(leaks(values, written(facts))).toEqual([]);
  });

  it('whatever the values are, wherever they stand', () => {
    const value = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'abcdef0123456789'), minLength: 8, maxLength: 40 }),
      fc.base64String({ minLength: 8, maxLength: 60 }),
      fc.uuid(),
      fc.string({ unit: fc.constantFrom(...'-._~%!AZaz09'), minLength: 8, maxLength: 40 }),
      fc.constant(TOKEN),
      fc.json().map((json) => encodeURIComponent(json)),
      fc.string({ unit: fc.constantFrom('é', '漢', 'a', '1'), minLength: 3, maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), (values) => {
        const [first = ''] = values;
        const recording = aRecording().add(
          aResponse()
            .from(`https://zz.test/p/${encodeURIComponent(first)}?q=${encodeURIComponent(first)}`)
            .carrying(values.map((each, at) => `n${at}=${each}`).join('; '))
            .sets(...values.map((each, at) => `n${at}=${each}; Path=/`)),
        );
        expect(leaks(valuesIn(recording.facts), written(recording.facts))).toEqual([]);
      }),
      // What stands for one piece made another piece together with the escape beside it.
      { numRuns: 400, examples: [[["%5B%220'%253_%252%22%5D", 'ééé']]] },
    );
  });
});

describe('what stands for a value', () => {
  const names = (...values: readonly string[]) => new Pseudonyms(values.map(bytes), digestOf);

  it.each([
    ['9f2ca1b84e7d00c1'],
    ['550e8400-e29b-41d4-a716-446655440000'],
    ['k3u6hnv3b0p6k2fjq8c0h4o7d1'],
    ['GA1.2.1234567890.1700000000'],
    ['QUJDREVGR0hJSktMTU5PUA=='],
    ['s%3Aabcdefgh12345678.sIgNaTuReOfIt'],
  ])('%s has the same length and bound of entropy', (value) => {
    const stands = names(value).of(bytes(value));
    expect(stands).not.toBe(value);
    expect([stands.length, entropyBound(stands)]).toEqual([value.length, entropyBound(value)]);
  });

  it('of a hundred thousand characters is made of no more than a few times as many', () => {
    let digested = 0;
    const counting = (octets: Bytes) => {
      digested += octets.length;
      return digestOf(octets);
    };
    const value = bytes('y'.repeat(100_000));
    const stands = new Pseudonyms([value], counting).of(value);
    expect([stands.length, stands === value]).toEqual([100_000, false]);
    expect(digested).toBeLessThan(10 * 100_000);
  });

  it('is the same for equal values and others for others', () => {
    const values = Array.from({ length: 300 }, (_, n) => bytes(String(n)));
    const all = names(...values);
    expect(new Set(values.map((value) => all.of(value))).size).toBe(300);
    expect(all.of(bytes('17'))).toBe(all.of(bytes('17')));
  });

  it('keeps a token within a value equal to the token alone', () => {
    const all = names('abcdef0123456789|fedcba9876543210', 'abcdef0123456789');
    expect(all.of(bytes('abcdef0123456789|fedcba9876543210')).split('|')[0]).toBe(all.of(bytes('abcdef0123456789')));
  });

  it('of a JWT is one with the same algorithm, claims and times, and nothing else of it', () => {
    const stands = names(TOKEN).of(bytes(TOKEN));
    const [header, payload] = stands.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    expect(JSON.parse(header ?? '')).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(JSON.parse(payload ?? '')).toMatchObject({
      exp: 1798765432,
      sub: expect.stringMatching(/^[a-z]{5}@[a-z]{4}\.[a-z]{7}$/),
    });
    expect(payload).not.toMatch(/alice|corp|admin/);
  });
});

it('the receipt says what was taken out, and what stayed', () => {
  const recording = aRecording().add(
    aResponse()
      .from('https://a.example/items/0f3b6c5e9a7d1122?token=abcdefgh&scope=openid')
      .carrying(`sid=9f2ca1b84e7d00c1; t=${TOKEN}`),
  );
  const { facts, receipt } = redactedFacts(recording.facts, digestOf);
  expect(receipt).toMatchObject({ parameters: 2, segments: 1, stayed: expect.arrayContaining(['names', 'jwt-outline']) });
  expect(receipt.values).toMatchObject([
    { length: 16, alphabet: 'hexadecimal', bits: 64, jwt: null },
    { jwt: { header: ['alg: HS256', 'typ: JWT'], claims: ['sub', 'exp', 'roles'] } },
  ]);
  const [sent] = facts.filter((fact) => fact.kind === 'request-sent');
  expect(sent?.url).toMatch(/^https:\/\/a\.example\/items\/\w{16}\?token=\w{8}&scope=openid$/);
  expect(parseCookieHeader(sent?.cookie ?? ('' as Bytes)).map(({ value }) => value)).toEqual(
    receipt.values.map(({ stands }) => stands),
  );
});

it('cookies are redacted as recordings are', () => {
  const jar = [aCookie('sid=9f2ca1b84e7d00c1').cookie, aCookie('other=9f2ca1b84e7d00c1').on('b.example').cookie];
  const { cookies, receipt } = redactedCookies(jar, digestOf);
  expect(cookies[0]?.value).toBe(cookies[1]?.value);
  expect(leaks(['9f2ca1b84e7d00c1'], JSON.stringify(cookies))).toEqual([]);
  expect(receipt.values).toHaveLength(1);
});
