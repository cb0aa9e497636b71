import { expect, test } from 'vitest';
import type { Fact } from '../../../src/analysis/facts/fact';
import { until } from '../../browsers/until';
import { tape } from '../capture/tape';
import { rawScene } from '../scenes';

const BURSTS = 8;
const BURST = 25;

// Firefox itself stops the background when nothing has happened for so many milliseconds, 30,000 as a rule.
const play = rawScene({}, { firefox: { prefs: { 'extensions.background.idle.timeout': 400 } } });

const sentTo = (facts: readonly Fact[]): readonly number[] =>
  facts.flatMap((fact) =>
    fact.kind === 'request-sent' && fact.url.includes('/number/') ? Number(fact.url.split('/').at(-1)) : [],
  );
const restarts = (facts: readonly Fact[]): number =>
  facts.filter((fact) => fact.kind === 'recorder-started' && fact.cause === 'worker-restarted').length;

test('a background that Firefox suspends for being idle loses nothing', async () => {
  const { browser, panel } = play();
  const recorded = await tape(panel.panel);
  for (let burst = 0; burst < BURSTS; burst++) {
    const before = restarts(await recorded.facts());
    await browser.inPage(
      async (first, count) => {
        for (let n = first; n < first + count; n++) await fetch(`/number/${n}`);
      },
      burst * BURST,
      BURST,
    );
    await until('it was suspended and came back', async () => restarts(await recorded.facts()) > before);
  }
  const facts = await recorded.until('the last request is told', (all) => sentTo(all).includes(BURSTS * BURST - 1));
  expect(sentTo(facts)).toEqual(Array.from({ length: BURSTS * BURST }, (_, n) => n));
  expect(facts.filter(({ kind }) => kind === 'recorder-gap')).toEqual([]);
  expect(await recorded.log()).toMatchObject({ lost: false, troubles: [] });
});
