import { expect, test } from 'vitest';
import type { Chromium } from '../../browsers/chromium';
import { openPanel } from '../../browsers/chromium-panel';
import { until } from '../../browsers/until';
import { tape } from '../capture/tape';
import { rawScene } from '../scenes';

const play = rawScene({}, { alone: true });

test('DevTools closed in the middle of traffic and opened again is a new recording, with nothing of the one before', async () => {
  const { panel, server } = play();
  const browser = play().browser as Chromium;
  await browser.goto(`${server.at('raw')}/before`);
  await panel.row({ path: '/before', status: '200' });
  await browser.inPage(() => {
    setInterval(() => void fetch(`/tick/${performance.now()}`), 20);
  });
  await until('requests come in', () => server.seen.length > 20);
  await panel.panel.close();
  const again = tape(await openPanel(browser.context, browser.page));
  const facts = await again.until('it records', (all) => all.filter(({ kind }) => kind === 'request-completed').length > 20);
  const [first] = facts;
  expect([first?.kind, facts.filter(({ kind }) => kind === 'recorder-started').length]).toEqual(['recorder-started', 1]);
  expect(facts.filter((fact) => fact.kind === 'request-sent' && fact.url.includes('/before'))).toEqual([]);
  expect(facts.every(({ at }) => at >= (first?.at ?? 0))).toBe(true);
});
