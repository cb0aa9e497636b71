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
  const reopened = await openPanel(browser.context, browser.page);
  const facts = await tape(reopened).until(
    'it records',
    (all) => all.filter(({ kind }) => kind === 'request-completed').length > 20,
  );
  const [first] = facts;
  expect([first?.kind, facts.filter(({ kind }) => kind === 'recorder-started').length]).toEqual(['recorder-started', 1]);
  expect(facts.filter((fact) => fact.kind === 'request-sent' && fact.url.includes('/before'))).toEqual([]);
  expect(facts.every(({ at }) => at >= (first?.at ?? 0))).toBe(true);
  await reopened.close();
});

test('after a crash of the process that runs extensions, DevTools opened again is a new recording', async () => {
  const { server } = play();
  const browser = play().browser as Chromium;
  const panel = await openPanel(browser.context, browser.page);
  const session = await browser.context.newCDPSession(panel.frame);
  // The answer would come from the process that is gone.
  void session.send('Page.crash').catch(() => undefined);
  await until('the process has ended', () =>
    panel.frame
      .evaluate(() => true)
      .then(
        () => false,
        () => true,
      ),
  );
  await panel.close();
  const again = tape(await openPanel(browser.context, browser.page));
  await browser.goto(`${server.at('raw')}/after`);
  const facts = await again.until('it records', (all) => all.some(({ kind }) => kind === 'request-completed'));
  expect(facts.filter(({ kind }) => kind === 'recorder-started').length).toBe(1);
  expect(facts.flatMap((fact) => (fact.kind === 'request-sent' ? [new URL(fact.url).pathname] : []))).toContain('/after');
});
