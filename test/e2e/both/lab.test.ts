import { expect, test } from 'vitest';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({});

const verdicts = () =>
  play().panel.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-profile]')].map(
      (each) => `${each.dataset.profile} ${each.dataset.verdict}`,
    ),
  );

test('a line that is typed is judged by the standard, by Chromium and by Firefox, and one sees where they part', async () => {
  const { panel } = play();
  await panel.panel.click('#tab-lab');
  await panel.panel.click('#lab-line');
  await panel.panel.press('Control+a');
  await panel.panel.type('=a=b; Path=/');
  const wanted = ['spec stored', 'chromium rejected', 'firefox rejected'];
  await until('all three are judged', async () => (await verdicts()).join() === wanted.join(), { instead: verdicts });
  expect(await panel.panel.evaluate(() => document.querySelectorAll('.trial-column li.parts').length)).toBeGreaterThan(0);
});

test('the attribute for whose sake a line is refused is marked among its parts', async () => {
  const { panel } = play();
  await panel.panel.click('#lab-line');
  await panel.panel.press('Control+a');
  await panel.panel.type('__Host-a=b; Path=/; Secure; Domain=raw.localhost');
  const marked = () =>
    panel.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.parts-table .at-fault .part-name')]
        .map((name) => name.innerText.trim())
        .join(),
    );
  await until('Domain is marked', async () => (await marked()) === 'Domain', { instead: marked });
});
