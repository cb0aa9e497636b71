import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fact } from '../../../../src/analysis/facts/fact';
import type { DrivenBrowser } from '../../../browsers/driven';
import { until } from '../../../browsers/until';
import { launch } from '../../capture/launch';
import { tape } from '../../capture/tape';
import { type RawServer, rawServer } from '../../raw-server';

const REQUESTS = 600;
const KILLS = 6;

let browser: DrivenBrowser;
let server: RawServer;

beforeAll(async () => {
  server = await rawServer({});
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const isNumbered = (fact: Fact, n: number): boolean => fact.kind === 'request-sent' && fact.url.endsWith(`/${n}`);

test(`${REQUESTS} requests while the background is killed ${KILLS} times are all recorded, in order, without a gap`, async () => {
  await browser.goto(`${server.at('a')}/`);
  const recorded = await tape(await browser.openPanel());
  await recorded.until('the recording has begun', (facts) => facts.some(({ kind }) => kind === 'jar-snapshot'));

  await browser.inPage((count) => {
    const all = async () => {
      for (let n = 0; n < count; n++) await fetch(`/number/${n}`);
    };
    void all();
  }, REQUESTS);
  for (let kill = 1; kill <= KILLS; kill++) {
    const due = (kill * REQUESTS) / (KILLS + 1);
    await until(`${due} requests have come in`, () => server.seen.length > due);
    await browser.stopBackground();
  }
  const facts = await recorded.until('the last request is told', (all) => all.some((fact) => isNumbered(fact, REQUESTS - 1)));

  const sent = facts.filter((fact) => fact.kind === 'request-sent' && fact.url.includes('/number/'));
  expect(sent.map((fact) => ('url' in fact ? Number(fact.url.split('/').at(-1)) : -1))).toEqual(
    Array.from({ length: REQUESTS }, (_, n) => n),
  );
  const ids = new Set(sent.map((fact) => ('request' in fact ? fact.request : '')));
  const ended = await recorded.until(
    'every request has ended',
    (all) => ofKind(all, 'request-completed', ids).length === REQUESTS,
  );
  expect(ofKind(ended, 'response-received', ids)).toHaveLength(REQUESTS);
  expect(ended.filter((fact) => fact.kind === 'recorder-gap')).toEqual([]);
  expect(ended.filter((fact) => fact.kind === 'recorder-started' && fact.cause === 'worker-restarted')).toHaveLength(KILLS);
  expect(ended.every((fact, index) => index === 0 || fact.seq > (ended[index - 1]?.seq ?? 0))).toBe(true);
  expect(await recorded.log()).toMatchObject({ lost: false, droppedThrough: 0, troubles: [] });
});

const ofKind = (facts: readonly Fact[], kind: Fact['kind'], ids: ReadonlySet<string>): readonly Fact[] =>
  facts.filter((fact) => fact.kind === kind && 'request' in fact && ids.has(fact.request));
