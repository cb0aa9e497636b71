import { expect, test } from 'vitest';
import type { Fact } from '../../../src/analysis/facts/fact';
import type { Firefox } from '../../browsers/firefox';
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
/** How often Firefox has started the background; read in the browser itself. */
const starts = (browser: Firefox): Promise<number> =>
  browser.inBrowser<number>(
    `const { extension } = WebExtensionPolicy.getByID(args[0]);
     if (!extension.countedStarts) {
       extension.countedStarts = { count: 0 };
       extension.on('background-script-started', () => extension.countedStarts.count++);
     }
     return extension.countedStarts.count;`,
    browser.extensionId,
  );

test('a background that Firefox suspends for being idle loses nothing', async () => {
  const { panel } = play();
  const browser = play().browser as Firefox;
  const recorded = tape(panel.panel);
  for (let burst = 0; burst < BURSTS; burst++) {
    const before = await starts(browser);
    await browser.inPage(
      async (first, count) => {
        for (let n = first; n < first + count; n++) await fetch(`/number/${n}`);
      },
      burst * BURST,
      BURST,
    );
    await until('it was suspended and came back', async () => (await starts(browser)) > before);
  }
  const facts = await recorded.until('the last request is told', (all) => sentTo(all).includes(BURSTS * BURST - 1));
  expect(sentTo(facts)).toEqual(Array.from({ length: BURSTS * BURST }, (_, n) => n));
  expect(facts.filter(({ kind }) => kind === 'recorder-gap')).toEqual([]);
  await expect.poll(() => recorded.log()).toMatchObject({ dropped: 0, problems: [] });
});
