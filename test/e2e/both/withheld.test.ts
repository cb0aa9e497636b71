import { expect, test } from 'vitest';
import { until } from '../../browsers/until';
import { shopScene } from '../scenes';

const play = shopScene();

test('a Strict cookie is withheld from a link of another site, which the explanation says', async () => {
  const { browser, panel, shop } = play();
  await browser.goto(`${shop.origin}/see/same-site/five`);
  await browser.goto(`${shop.hosts.ads}/`);
  await browser.click('#link');
  await panel.choose({ path: '/', host: new URL(shop.origin).host, status: '200' });
  await panel.bead({ name: 'ss_lax', verdict: 'sent', evidence: 'observed' });
  await panel.bead({ name: 'ss_none', verdict: 'sent', evidence: 'observed' });
  await panel.open({ name: 'ss_strict', verdict: 'withheld' });
  const explanation = await panel.explanation();
  expect(explanation).toContain('SameSite');
  expect(explanation).toContain('Strict');
  // Names of the engine's own are no words for a reader.
  expect(explanation).not.toMatch(/same-site-strict|send-same-site/);
  const marked = await panel.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-standing="holds-back"]')].map((part) =>
      part.innerText.split(/\s+/).slice(0, 2),
    ),
  );
  expect(marked).toEqual([['SameSite', 'Strict']]);
});

test('and how it would go along: the line that set it, with Lax', async () => {
  const { panel } = play();
  const added = () =>
    panel.panel.evaluate(() =>
      [...document.querySelectorAll('[data-testid=fix-line] ins')].map((each) => each.textContent).join(''),
    );
  await until('the corrected line says Lax', async () => (await added()) === 'Lax', { instead: added });
});
