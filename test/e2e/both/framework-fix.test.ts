import { test } from 'vitest';
import { register, signIn } from '../../../playground/start/walk';
import type { RuleId } from '../../../src/analysis/rules/registry';
import { until } from '../../browsers/until';
import { shopScene } from '../scenes';

const play = shopScene();

test('a finding that no attribute fixes shows the code of the chosen framework', async () => {
  const { browser, panel, shop } = play();
  shop.switches.set(['fixation']);
  await register(browser, shop.origin);
  await signIn(browser, shop.origin);
  await browser.goto(`${shop.origin}/account`);
  await panel.panel.click('#tab-findings');
  await opened('session-fixation');
  await choose('session-fixation', 'express');
  await until('it is a call, not a setting', async () => (await code('session-fixation')).includes('req.session.regenerate('), {
    instead: () => code('session-fixation'),
  });
});

async function opened(rule: RuleId): Promise<void> {
  const { panel } = play();
  const state = () =>
    panel.panel.evaluate(
      (id) => document.querySelector(`[data-finding="${id}"] [aria-expanded]`)?.getAttribute('aria-expanded') ?? '',
      rule,
    );
  await until(`${rule} is listed`, async () => (await state()) !== '', { instead: () => panel.text() });
  if ((await state()) === 'false') await panel.panel.click(`[data-finding="${rule}"] [aria-expanded]`);
  await until(`${rule} is open`, async () => (await state()) === 'true');
}

function choose(rule: RuleId, framework: string): Promise<void> {
  return play().panel.panel.evaluate(
    ([id, value]) => {
      const menu = document.querySelector<HTMLSelectElement>(`[data-finding="${id}"] select`);
      if (!menu) return;
      menu.value = value ?? '';
      menu.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [rule, framework] as const,
  );
}

const code = (rule: RuleId): Promise<string> =>
  play().panel.panel.evaluate(
    (id) => document.querySelector<HTMLElement>(`[data-finding="${id}"] [data-testid=framework-fix] pre`)?.innerText ?? '',
    rule,
  );
