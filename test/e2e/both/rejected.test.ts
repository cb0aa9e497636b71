import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { shopScene } from '../scenes';

const play = shopScene();

test('a __Host- cookie with a Domain is rejected, and its explanation names the prefix and shows the octets', async () => {
  const { browser, panel, shop } = play();
  await browser.goto(`${shop.origin}/see/prefixes/host`);
  await panel.choose({ path: '/see/prefixes/host', rejected: 1 });
  await panel.bead({ name: '__Host-kept', verdict: 'stored', evidence: 'observed' });
  await panel.open({ name: '__Host-broken', verdict: 'rejected' });
  const explanation = await panel.explanation();
  expect(explanation).toContain(say('verdict.rejected.title'));
  expect(explanation).toContain('Set-Cookie: __Host-broken=');
  expect(explanation).toMatch(/Domain/);
  const atFault = await panel.panel.evaluate(() =>
    [...document.querySelectorAll('[data-testid=raw-line] [data-at-fault]')].map((each) => each.textContent).join(''),
  );
  expect(atFault.trim()).toBe('Domain=shop.localhost');
});
