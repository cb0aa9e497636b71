import { beforeAll, expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({ '/set': { setCookie: ['PHPSESSID=3vq9s1c6h0f2k8m4n7p5r1t2u6; Path=/; Secure; SameSite=Lax'] } });

const FINDING = '[data-finding="http-only-missing"]';

beforeAll(async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await panel.row({ path: '/set', set: 1 });
});

/** Opens the finding, if it is not open. */
async function open(): Promise<void> {
  const { panel } = play();
  await panel.openView('findings');
  const isOpen = () => panel.has(`${FINDING} [aria-expanded="true"]`);
  await until('the finding is there', () => panel.has(FINDING));
  if (!(await isOpen())) await panel.panel.click(`${FINDING} [aria-expanded]`);
  await until('it is open', isOpen);
}

test('a finding is named as its remedy, and opened it has the corrected line', async () => {
  const { panel } = play();
  await open();
  const added = () =>
    panel.panel.evaluate(
      (finding) =>
        [...document.querySelectorAll(`${finding} [data-testid=fix-line] ins`)].map((each) => each.textContent).join(''),
      FINDING,
    );
  await until('the line is corrected', async () => (await added()).includes('HttpOnly'), { instead: added });
});

test('the framework that the cookie’s name betrays is chosen already, and its setting marks the change', async () => {
  const { panel } = play();
  await open();
  const menu = () =>
    panel.panel.evaluate(
      (finding) => document.querySelector<HTMLSelectElement>(`${finding} [data-testid=framework-fix] select`)?.value ?? '',
      FINDING,
    );
  await until('it is PHP', async () => (await menu()) === 'php', { instead: menu });
  const changed = () => panel.words(`${FINDING} [data-testid=framework-fix] [data-changed]`);
  await until('its line is marked', async () => (await changed()).includes("'cookie_httponly' => true"), { instead: changed });
});

test('the request that shows it is one click away', async () => {
  const { panel } = play();
  await open();
  await panel.panel.click(`${FINDING} [data-testid=statements] button`);
  await panel.bead({ name: 'PHPSESSID', verdict: 'stored' });
  await expect.poll(() => panel.explanation()).toContain(say('verdict.stored.title'));
});

test('a finding that is ignored leaves the list and the number of its tab, with its reason, and comes back', async () => {
  const { panel } = play();
  const count = async () => Number.parseInt((await panel.words('#tab-findings [aria-hidden]')) || '0', 10);
  await open();
  await until('the tab counts findings', async () => (await count()) > 0);
  const before = await count();
  await panel.panel.click(`${FINDING} button`, say('findings.ignore'));
  await until('the reason is asked', () => panel.has('[data-testid=ignore-form] input'));
  await panel.panel.click('[data-testid=ignore-form] input');
  await panel.panel.type('a script reads it');
  await panel.panel.click('[data-testid=ignore-form] button', say('findings.ignore.do'));
  await until('it is not in the list', async () => !(await panel.has(FINDING)));
  await until('it is not counted', async () => (await count()) === before - 1, { instead: count });
  await panel.panel.click('[data-testid=ignored-findings]');
  const ignored = () => panel.words('[data-ignored="http-only-missing"]');
  await until('its reason is told', async () => (await ignored()).includes('a script reads it'), { instead: ignored });
  await panel.panel.click('[data-ignored="http-only-missing"] button');
  await until('it is back', () => panel.has(FINDING));
  await until('it is counted', async () => (await count()) === before, { instead: count });
});
