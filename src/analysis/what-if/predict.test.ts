import { describe, expect, test } from 'vitest';
import { browsed } from '../../../test/build/browsing';
import { factsOf } from '../../../test/build/example-facts';
import { kindFiles } from '../../../test/build/incident-examples';
import { bytes } from '../engine/base/bytes';
import { Replay } from '../replay/replay';
import type { Exchange } from '../replay/rows/exchange';
import type { ExampleStep, RuleExample } from '../rules/engine/example';
import { editsFor } from './edits';
import { type Predicted, predict, type ReplayedRecording } from './predict';
import type { Terms } from './terms';

const SHOP = 'https://shop.example';
const NEWS = 'https://news.example';
const SET = 'POST https://shop.example/login';

/** A recording in which the browser sent what the engine says. */
function recordingOf(steps: readonly ExampleStep[], more: Partial<RuleExample> = {}): ReplayedRecording {
  const replay = new Replay({ browser: more.browser ?? 'chromium' }).add(
    factsOf(browsed({ title: '', expect: 'pass', steps, ...more })),
  );
  return { rows: replay.rows, replay };
}

const exchangesOf = ({ rows }: ReplayedRecording): readonly Exchange[] => rows.filter((row) => row.kind === 'exchange');

/** What becomes of the first line that is recorded, with another in its place. */
function whatIf(recording: ReplayedRecording, line: string, terms: Partial<Terms> = {}): Predicted {
  const from = exchangesOf(recording).find(({ lines }) => lines.length > 0);
  const edits = editsFor(recording.rows, { exchange: from?.id ?? '', index: 0, line: bytes(line) });
  return predict(recording, edits, { profile: recording.replay.profile, thirdParty: 'as-recorded', ...terms });
}

/** The addresses of the requests of each kind, without the host of the shop. */
function pathsByFate(recording: ReplayedRecording, { requests }: Predicted): Readonly<Record<string, readonly string[]>> {
  const urls = new Map(exchangesOf(recording).map(({ id, url }) => [id, url.replace(SHOP, '')]));
  return Object.fromEntries(
    Object.entries(requests).flatMap(([kind, ids]) => (ids.length === 0 ? [] : [[kind, ids.map((id) => urls.get(id) ?? id)]])),
  );
}

const VISITS: readonly ExampleStep[] = [
  { ask: SET, sets: ['sid=a1; Path=/; Secure; HttpOnly; SameSite=Lax'] },
  { ask: 'GET https://shop.example/account' },
  { ask: 'GET https://shop.example/story', from: NEWS },
  { ask: 'POST https://shop.example/return', from: NEWS },
  { ask: 'GET https://shop.example/pixel', as: 'image', from: NEWS },
  { ask: 'GET https://www.shop.example/other' },
  { ask: 'GET http://shop.example/plain' },
];

describe('one line in place of another', () => {
  const recording = recordingOf(VISITS);
  test.each([
    ['sid=a1; Path=/; Secure; HttpOnly; SameSite=Lax', { keeps: ['/account', '/story'] }],
    ['sid=a1; Path=/; Secure; HttpOnly; SameSite=Strict', { keeps: ['/account'], loses: ['/story'] }],
    ['sid=a1; Path=/; Secure; SameSite=None', { keeps: ['/account', '/story'], gains: ['/return'], 'cannot-tell': ['/pixel'] }],
    ['sid=a1; Path=/account; Secure; SameSite=Lax', { keeps: ['/account'], loses: ['/story'] }],
    [
      'sid=a1; Domain=shop.example; Path=/; Secure; SameSite=Lax',
      { keeps: ['/account', '/story'], gains: ['https://www.shop.example/other'] },
    ],
    ['sid=a1; Path=/; SameSite=Lax', { keeps: ['/account', '/story'], gains: ['http://shop.example/plain'] }],
    ['sid=a1; Path=/; Secure; SameSite=Lax; Max-Age=1', { loses: ['/account', '/story'] }],
    ['sid=a1; Path=/; Secure; Max-Age=0', { loses: ['/account', '/story'] }],
    ['__Host-sid=a1; Path=/login; Secure', { loses: ['/account', '/story'] }],
    ['sid=a1; Domain=idp.example; Path=/', { loses: ['/account', '/story'] }],
  ])('%s', (line, expected) => {
    expect(pathsByFate(recording, whatIf(recording, line))).toEqual(expected);
  });

  test('a refused line is reported with its reason', () => {
    const { line, otherOutcome } = whatIf(recording, '__Host-sid=a1; Path=/login; Secure');
    expect([line?.predicted.outcome, line?.predicted.reasons[0], otherOutcome.length]).toEqual([
      'rejected',
      'prefix-host-path',
      1,
    ]);
  });

  test('nobody is said to have observed what is predicted', () => {
    const { rows, line } = whatIf(recording, 'sid=a1; Path=/; Secure; SameSite=Strict');
    const story = rows.find((row) => row.kind === 'exchange' && row.url.endsWith('/story'));
    expect(line?.observed.outcome).toBe('not-observed');
    expect(story?.kind === 'exchange' && story.withheld.map(({ cookie, agreement }) => `${cookie.name} ${agreement}`)).toEqual([
      'sid not-observed',
    ]);
  });

  test('a row that nothing touches is the recorded object', () => {
    const { rows } = whatIf(recording, 'sid=a1; Path=/; Secure; HttpOnly; SameSite=Strict');
    const touched = rows.filter((row, at) => row !== recording.rows[at]);
    expect(touched.map((row) => row.kind === 'exchange' && row.url).filter((url) => String(url).includes('www.'))).toEqual([]);
    expect(touched.length).toBeGreaterThan(1);
  });
});

test('every response of the same address has the edited attributes, and its own value', () => {
  const recording = recordingOf([
    { ask: SET, sets: ['sid=a1; Path=/; SameSite=Lax'] },
    { ask: 'GET https://shop.example/one', from: NEWS },
    { ask: SET, sets: ['sid=b2; Path=/; SameSite=Lax'] },
    { ask: 'GET https://shop.example/two', from: NEWS },
  ]);
  const predicted = whatIf(recording, 'sid=a1; Path=/; SameSite=Strict');
  expect(predicted.edits.map(({ line }) => line)).toEqual(['sid=a1; Path=/; SameSite=Strict', 'sid=b2; Path=/; SameSite=Strict']);
  expect(pathsByFate(recording, predicted)).toEqual({ loses: ['/one', '/two'], keeps: ['/login'] });
});

test('another address that sets the cookie stays as recorded, and replaces the edited one', () => {
  const recording = recordingOf([
    { ask: SET, sets: ['sid=a1; Path=/; SameSite=Lax'] },
    { ask: 'GET https://shop.example/one', from: NEWS },
    { ask: 'GET https://shop.example/renew', sets: ['sid=b2; Path=/; SameSite=Lax'] },
    { ask: 'GET https://shop.example/two', from: NEWS },
  ]);
  expect(pathsByFate(recording, whatIf(recording, 'sid=a1; Path=/; SameSite=Strict'))).toEqual({
    loses: ['/one'],
    keeps: ['/renew', '/two'],
  });
});

test('a deletion without the Domain that was added deletes nothing, and the cookie goes on', () => {
  const recording = recordingOf([
    { ask: SET, sets: ['sid=a1; Path=/; SameSite=Lax'] },
    { ask: 'POST https://shop.example/logout', sets: ['sid=; Path=/; Max-Age=0'] },
    { ask: 'GET https://shop.example/after' },
  ]);
  expect(pathsByFate(recording, whatIf(recording, 'sid=a1; Path=/; SameSite=Lax; Domain=shop.example'))).toEqual({
    keeps: ['/logout'],
    gains: ['/after'],
  });
});

test('a script cannot replace what an edited line makes HttpOnly', () => {
  const recording = recordingOf([
    { ask: SET, sets: ['sid=a1; Path=/; SameSite=Strict'], writes: ['sid=b2; Path=/'] },
    { ask: 'GET https://shop.example/one', from: NEWS },
  ]);
  expect(pathsByFate(recording, whatIf(recording, 'sid=a1; Path=/; SameSite=Strict; HttpOnly'))).toEqual({ loses: ['/one'] });
});

describe('on other terms', () => {
  const embedded: readonly ExampleStep[] = [
    { ask: 'GET https://ads.example/pixel', as: 'image', from: SHOP, sets: ['uid=1; Path=/; Secure'] },
    { ask: 'GET https://ads.example/again', as: 'image', from: SHOP },
    { ask: 'GET https://ads.example/', sets: [] },
  ];
  const recording = recordingOf(embedded, { thirdParty: 'allow' });
  const countsOf = (line: string, terms: Partial<Terms>) => {
    const { requests } = whatIf(recording, line, terms);
    return Object.entries(requests).map(([kind, ids]) => `${kind} ${ids.length}`);
  };

  test('a line that Chromium refuses in a cross-site request is kept by Firefox', () => {
    expect(whatIf(recording, 'uid=1; Path=/; Secure', { profile: 'chromium' }).line?.predicted.outcome).toBe('rejected');
    expect(countsOf('uid=1; Path=/; Secure', { profile: 'firefox' })).toContain('gains 1');
  });

  test('with third-party cookies blocked none goes with an embedded request, partitioned ones do', () => {
    expect(countsOf('uid=1; Path=/; Secure; SameSite=None', { thirdParty: 'allow' })).toContain('gains 2');
    expect(countsOf('uid=1; Path=/; Secure; SameSite=None', { thirdParty: 'block' })).toContain('gains 0');
    expect(countsOf('uid=1; Path=/; Secure; SameSite=None; Partitioned', { thirdParty: 'block' })).toContain('gains 1');
  });
});

test('where a line is put in its own place, nothing changes, whatever was recorded', () => {
  let lines = 0;
  for (const { examples } of kindFiles) {
    for (const { steps, browser = 'chromium' } of examples) {
      const recording = recordingOf(steps, { browser });
      for (const { id, lines: own } of exchangesOf(recording)) {
        for (const { index, line } of own) {
          const edits = editsFor(recording.rows, { exchange: id, index, line });
          const { requests, otherOutcome, carried } = predict(recording, edits, { profile: browser, thirdParty: 'as-recorded' });
          expect({ line, loses: requests.loses, gains: requests.gains, otherOutcome }).toEqual({
            line,
            loses: [],
            gains: [],
            otherOutcome: [],
          });
          expect(requests.keeps.length + requests['cannot-tell'].length).toBeGreaterThanOrEqual(carried.length);
          lines += 1;
        }
      }
    }
  }
  expect(lines).toBeGreaterThan(80);
});
