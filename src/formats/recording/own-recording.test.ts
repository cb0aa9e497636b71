import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFacts } from '../../../test/build/arbitrary-facts';
import { aTrace, digestOf, hexDigestOf } from '../../../test/build/trace';
import type { Digest } from '../../analysis/facts/digest';
import type { Fact } from '../../analysis/facts/fact';
import { Replay } from '../../analysis/replay/replay';
import { sessionsOf } from '../../analysis/session/sessions';
import { exportRecording } from '../export-recording';
import { importFile } from '../import-file';

const octets = (text: string): Uint8Array => new TextEncoder().encode(text);
const under =
  (key: string): Digest =>
  (value) =>
    hexDigestOf(`${key} ${value}` as typeof value);
const READER = under('reader');

const written = (facts: readonly Fact[], id: 'recording' | 'har', redaction: Digest | null = null) =>
  exportRecording(facts, id, { digest: digestOf, redaction }).text;
const read = (text: string) => importFile(octets(text), READER);
const factsIn = (text: string): readonly Fact[] => {
  const found = read(text);
  if (found.kind !== 'recording') throw new Error(JSON.stringify(found));
  return found.facts;
};

/** JSON has no word for NaN, which only a test makes. */
const tellable = () =>
  anyFacts().map((facts) => facts.filter((fact) => isDeepStrictEqual(JSON.parse(JSON.stringify(fact)), fact)));

describe('a recording that is written and read again', () => {
  it.each(['recording', 'har'] as const)('is the same, as %s', (id) => {
    fc.assert(
      fc.property(tellable(), (facts) => {
        fc.pre(facts.length > 0);
        expect(factsIn(written(facts, id))).toEqual(facts);
      }),
      { numRuns: 1500 },
    );
  });

  it.each(['chromium-sign-in', 'firefox-sign-in'])('of version 0 is upgraded: %s', (name) => {
    const old: readonly Fact[] = JSON.parse(readFileSync(`test/recordings/${name}.json`, 'utf8'));
    const facts = factsIn(JSON.stringify(old));
    expect(facts.map(({ seq }) => seq)).toEqual(old.map(({ seq }) => seq));
    expect(facts.filter((fact) => fact.kind === 'request-sent').map(({ unseen }) => unseen)).toContain(false);
    expect(new Replay().add(facts).rows).toEqual(new Replay().add(factsIn(written(facts, 'recording'))).rows);
  });

  it('keeps what fields and headers have in common with cookies, under the key of the reader', () => {
    const facts = aTrace(
      'https://app.example',
      `GET /form 200 | csrf={T}
       POST /form [csrf={T} other={U}] (x-csrf-token={T}) 200`,
    );
    const withTokens = factsIn(written(facts, 'recording'));
    const [token, other] = withTokens.flatMap((fact) => (fact.kind === 'request-sent' ? (fact.fields ?? []) : []));
    const cookie = /csrf=(\w+)/.exec(JSON.stringify(withTokens))?.[1];
    expect(token?.digest).toBe(READER(cookie as never));
    expect(other?.digest).not.toBe(token?.digest);
  });
});

it('carries which findings are ignored and why, and passes over entries that are no such', () => {
  const facts = aTrace('https://app.example', 'GET / 200 | sid={A}');
  const ignored = [{ site: 'app.example', finding: 'http-only-missing\tsid\tapp.example\t/', reason: 'a script reads it' }];
  const { text } = exportRecording(facts, 'recording', { digest: digestOf, redaction: under('once'), ignored });
  expect(read(text)).toMatchObject({ ignored, faulty: 0 });
  const spoilt = JSON.stringify({ ...JSON.parse(text), ignored: [7, ...ignored, { site: 'a' }] });
  expect(read(spoilt)).toMatchObject({ ignored });
  expect(read(written(facts, 'recording'))).toMatchObject({ ignored: [] });
});

describe('a redacted recording', () => {
  const SIGN_IN = `GET / 200 | sid={A}; HttpOnly
    POST /login [user password csrf={T}] 302 /account | sid={B}; HttpOnly
    -> /account 200 | csrf={T}
    fetch POST /api/cart [item] (x-csrf-token={T}) 204
    POST /logout 302 / | sid=; Max-Age=0
    -> / 200`;

  it('is analysed to the same sign-ins', () => {
    const facts = aTrace('https://app.example', SIGN_IN);
    const signInsOf = (all: readonly Fact[], digest: Digest) =>
      sessionsOf(new Replay({ digest }).add(all).rows, digest).sites.map(({ signIns, attempts }) => [
        signIns.map(({ how, end }) => [how, end?.kind]),
        attempts.map(({ step, outcome }) => [step, outcome]),
      ]);
    const redacted = factsIn(written(facts, 'recording', under('once')));
    expect(signInsOf(facts, digestOf)[0]?.[0]).toHaveLength(1);
    expect(signInsOf(redacted, READER)).toEqual(signInsOf(facts, digestOf));
  });

  it('says that it is', () => {
    const found = read(written(aTrace('https://app.example', SIGN_IN), 'recording', under('once')));
    expect(found).toMatchObject({ kind: 'recording', lacks: ['redacted'], faulty: 0 });
  });
});

describe('a file of ours', () => {
  const file = (change: object): string =>
    JSON.stringify({ format: 'cookie-flow-recording', version: 1, redacted: false, digests: [], facts: [], ...change });
  const START = {
    kind: 'recorder-started',
    seq: 1,
    at: 1,
    cause: 'devtools-opened',
    tabId: 1,
    storeId: '0',
    browser: 'chromium',
    browserVersion: '',
  };

  it('of a newer version is refused by its number', () => {
    expect(read(file({ version: 7 }))).toMatchObject({ kind: 'refused', why: 'newer-version', found: '7' });
  });

  it('without facts is refused', () => {
    expect(read(file({}))).toMatchObject({ kind: 'refused', why: 'no-entries', place: 'facts' });
  });

  it('with a wrong fact lists it by its place, and takes the right ones', () => {
    const gap = { kind: 'recorder-gap', seq: 2, at: 2, tabId: [], from: 1, to: null, cause: 'paused' };
    expect(read(file({ facts: [START, gap, { kind: 'other' }] }))).toMatchObject({
      kind: 'recording',
      faulty: 2,
      facts: [START],
      faults: [{ place: 'facts[1].tabId', kind: 'wrong-type' }, { place: 'facts[2].kind' }],
    });
  });

  it('with names like __proto__ gives objects nothing new', () => {
    const text = file({ facts: [START] }).replace('"cause"', '"__proto__":{"polluted":1},"cause"');
    expect(read(text)).toMatchObject({ kind: 'recording', facts: [START] });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
