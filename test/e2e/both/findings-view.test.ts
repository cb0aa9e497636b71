import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({ '/set': { setCookie: ['PHPSESSID=3vq9s1c6h0f2k8m4n7p5r1t2u6; Path=/; Secure; SameSite=Lax'] } });

const words = (selector: string) =>
  play().panel.panel.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '', selector);

test('a finding is named as its remedy, and opened it has the corrected line', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await panel.row({ path: '/set', set: 1 });
  await panel.panel.click('#tab-findings');
  const isOpen = () =>
    panel.panel.evaluate(() => document.querySelector('.finding.open[data-finding="http-only-missing"]') !== null);
  await until('the finding is there', async () => (await panel.text()).includes('HttpOnly'));
  if (!(await isOpen())) await panel.panel.click('[data-finding="http-only-missing"] .finding-head');
  await until('it is open', isOpen);
  const added = () =>
    panel.panel.evaluate(() =>
      [...document.querySelectorAll('.finding.open[data-finding="http-only-missing"] [data-testid=fix-line] ins')]
        .map((each) => each.textContent)
        .join(''),
    );
  await until('the line is corrected', async () => (await added()).includes('HttpOnly'), { instead: added });
});

test('the setting of a framework is shown where one is chosen', async () => {
  const { panel } = play();
  await panel.panel.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>(
      '.finding.open[data-finding="http-only-missing"] .framework-fix select',
    );
    if (!select) return;
    select.value = 'php';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  const code = () => words('.finding.open[data-finding="http-only-missing"] .framework-fix pre');
  await until('it is of PHP', async () => /httponly/i.test(await code()), { instead: code });
});

test('the request that shows it is one click away', async () => {
  const { panel } = play();
  await panel.panel.click('.finding.open[data-finding="http-only-missing"] .found .link');
  await panel.bead({ name: 'PHPSESSID', verdict: 'stored' });
  expect(await panel.explanation()).toContain(say('verdict.stored.title'));
});
