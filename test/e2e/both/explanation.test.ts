import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const LINE = '__Secure-x=abc; Path=/; SameSite=None';
const play = rawScene({ '/set': { setCookie: ['kept=1; Path=/; SameSite=Lax', LINE] } });

const steps = () =>
  play().panel.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.explanation [data-step]')].map((step) => step.dataset.step ?? ''),
  );
const words = (selector: string) =>
  play().panel.panel.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '', selector);

test('a rejection shows the one step that decided, and all of them on demand, in order', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await panel.choose({ path: '/set', status: '200', rejected: 1 });
  await panel.open({ name: '__Secure-x', verdict: 'rejected' });
  const [decider, ...others] = await steps();
  expect(others).toEqual([]);
  await panel.panel.click('.explanation .steps .more button');
  await until('all steps are shown', async () => (await steps()).length > 10);
  expect(await steps()).toContain(decider);
  await panel.press(say('explain.steps-close'));
  await until('only the deciding step is shown', async () => (await steps()).join() === decider);
});

test('it says what was observed, what is predicted, and what the other browser would do', async () => {
  const { scene, panel } = play();
  expect(await words('.explanation .statements')).toContain(say('evidence.observed'));
  expect(await words('.explanation .statements')).toContain(say('evidence.predicted'));
  const other = scene.name === 'chromium' ? 'firefox' : 'chromium';
  expect(await words('.explanation .elsewhere')).toContain(say(`profile.${other}`));
  expect(await panel.explanation()).toContain(
    say('explain.bytes', { from: 1, to: 10, length: LINE.length }).replace(/.*of/, 'of'),
  );
});

test('the corrected line is one key away, without the value that is masked', async () => {
  const { panel } = play();
  const added = await panel.panel.evaluate(() =>
    [...document.querySelectorAll('[data-testid=fix-line] ins')].map((each) => each.textContent).join(''),
  );
  expect(added).toContain('Secure');
  await panel.press(say('explain.copy'));
  await panel.shows(say('explain.copied'));
});

test('a stored cookie has every attribute explained in a sentence', async () => {
  const { panel } = play();
  await panel.open({ name: 'kept', verdict: 'stored' });
  const parts = await words('.explanation .parts-table');
  for (const part of ['Path', 'SameSite', 'HttpOnly', 'Secure', 'Domain']) expect(parts).toContain(part);
});
