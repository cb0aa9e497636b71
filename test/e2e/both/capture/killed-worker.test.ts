import { expect, test } from 'vitest';
import type { Fact, RequestSent } from '../../../../src/analysis/facts/fact';
import { until } from '../../../browsers/until';
import { tape } from '../../capture/tape';
import { rawScene } from '../../scenes';

const REQUESTS = 600;
const STOPS = 6;

const play = rawScene({}, { alone: true });

const numbers = Array.from({ length: REQUESTS }, (_, n) => n);
const isNumbered = (fact: Fact): fact is RequestSent => fact.kind === 'request-sent' && fact.url.includes('/number/');
const numberOf = ({ url }: RequestSent): number => Number(url.split('/').at(-1));

test(`${REQUESTS} requests while the background is stopped ${STOPS} times are all recorded, in order, each once`, async () => {
  const { browser, server, panel } = play();
  const recorded = tape(panel.panel);
  await recorded.until('the recording has begun', (facts) => facts.some(({ kind }) => kind === 'jar-snapshot'));

  await browser.inPage((count) => {
    (async () => {
      for (let n = 0; n < count; n++) await fetch(`/number/${n}`);
    })();
  }, REQUESTS);
  for (let stop = 1; stop <= STOPS; stop++) {
    const due = (stop * REQUESTS) / (STOPS + 1);
    await until(`${due} requests have come in`, () => server.seen.length > due, { limit: 30_000 });
    await browser.stopBackground();
  }

  const facts = await recorded.until(
    'every request has ended',
    (all) => aboutNumbered(all, 'request-completed').length >= REQUESTS,
  );
  const sent = facts.filter(isNumbered);
  expect(sent.map(numberOf)).toEqual(numbers);
  expect(sent.filter(({ unseen }) => unseen)).toEqual([]);
  expect(aboutNumbered(facts, 'response-received')).toHaveLength(REQUESTS);
  expect(aboutNumbered(facts, 'request-completed')).toHaveLength(REQUESTS);
  expect(facts.filter(({ kind }) => kind === 'recorder-gap')).toEqual([]);
  expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1));
  await expect.poll(() => recorded.log()).toMatchObject({ dropped: 0, problems: [] });
}, 120_000);

/** Facts of one kind about the numbered requests. */
function aboutNumbered(facts: readonly Fact[], kind: Fact['kind']): readonly Fact[] {
  const ids = new Set(facts.filter(isNumbered).map(({ request }) => request));
  return facts.filter((fact) => fact.kind === kind && 'request' in fact && ids.has(fact.request));
}
