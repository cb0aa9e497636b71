import { expect, test } from 'vitest';
import type { Fact, RequestSent } from '../../../../src/analysis/facts/fact';
import { until } from '../../../browsers/until';
import { tape } from '../../capture/tape';
import { rawScene } from '../../scenes';

const REQUESTS = 600;
const KILLS = 6;

const play = rawScene({}, { alone: true });

const numbers = Array.from({ length: REQUESTS }, (_, n) => n);
const isNumbered = (fact: Fact): fact is RequestSent => fact.kind === 'request-sent' && fact.url.includes('/number/');
const numberOf = ({ url }: RequestSent): number => Number(url.split('/').at(-1));

test(`${REQUESTS} requests while the background is stopped ${KILLS} times are all recorded, in order, without a gap`, async () => {
  const { browser, server, panel } = play();
  const recorded = await tape(panel.panel);
  await recorded.until('the recording has begun', (facts) => facts.some(({ kind }) => kind === 'jar-snapshot'));

  await browser.inPage((count) => {
    (async () => {
      for (let n = 0; n < count; n++) await fetch(`/number/${n}`);
    })();
  }, REQUESTS);
  for (let kill = 1; kill <= KILLS; kill++) {
    const due = (kill * REQUESTS) / (KILLS + 1);
    await until(`${due} requests have come in`, () => server.seen.length > due, { limit: 30_000 });
    await browser.stopBackground();
    await recorded.until(`${kill} restarts are told`, (facts) => restarts(facts) === kill);
  }

  const facts = await recorded.until('every request has ended', (all) => endsOf(all, 'request-completed').length === REQUESTS);
  const sent = facts.filter(isNumbered);
  expect(sent.toSorted((one, other) => one.at - other.at).map(numberOf)).toEqual(numbers);
  // What Chromium was telling the worker in the moment it was killed is lost with it; the request's next event makes it
  // known. The requests follow one upon the other: at a kill one is under way at most.
  const unseen = sent.filter((each) => each.unseen).map((each) => restarts(facts.slice(0, facts.indexOf(each))));
  expect(unseen).not.toContain(0);
  expect(new Set(unseen).size).toBe(unseen.length);
  expect(endsOf(facts, 'response-received')).toHaveLength(REQUESTS);
  expect(facts.filter(({ kind }) => kind === 'recorder-gap')).toEqual([]);
  expect(facts.every(({ seq }, index) => index === 0 || seq > (facts[index - 1]?.seq ?? 0))).toBe(true);
  expect(await recorded.log()).toMatchObject({ lost: false, droppedThrough: 0, troubles: [] });
}, 120_000);

const restarts = (facts: readonly Fact[]): number =>
  facts.filter((fact) => fact.kind === 'recorder-started' && fact.cause === 'worker-restarted').length;

/** Facts of one kind about the numbered requests. */
function endsOf(facts: readonly Fact[], kind: Fact['kind']): readonly Fact[] {
  const ids = new Set(facts.filter(isNumbered).map(({ request }) => request));
  return facts.filter((fact) => fact.kind === kind && 'request' in fact && ids.has(fact.request));
}
