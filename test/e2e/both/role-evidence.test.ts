import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { named } from '../panel-reader';
import { rawScene } from '../scenes';

const play = rawScene({
  '/page': { setCookie: ['PHPSESSID=5c1f0a7e9b3d4826af10c2e47d9b8053; Path=/; HttpOnly', 'cart_items=2; Path=/'] },
});

/** The lines under the role of a cookie, each with the address that it leads to. */
async function evidenceOf(name: string): Promise<readonly (readonly [string, string | null])[]> {
  const { panel } = play();
  const id = await until(`the table has ${name}`, () =>
    panel.panel.evaluate(
      (wanted) => [...document.querySelectorAll<HTMLElement>('[data-cookie]')].find((row) => row.innerText.includes(wanted))?.id,
      name,
    ),
  );
  await panel.panel.click(`[id="${id}"]`);
  return until(`the detail of ${name} says what its role rests on`, async () => {
    const title = await panel.words(`${named(say('cookies.detail'))} header code`);
    const lines = await panel.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-testid=evidence-lines] li')].map(
        (line) => [line.innerText.trim(), line.querySelector('a')?.href ?? null] as const,
      ),
    );
    return title === name && lines.length > 0 ? lines : null;
  });
}

test('the detail of a cookie says what its role rests on, and leads to who has documented its name', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/page`);
  await panel.row({ path: '/page', status: '200' });
  await panel.panel.click('#tab-cookies');
  const documented = [
    say('session.evidence.name-of-framework', { owner: 'PHP' }),
    'https://www.php.net/manual/en/session.configuration.php',
  ];
  expect(await evidenceOf('PHPSESSID')).toContainEqual(documented);
  expect(await evidenceOf('cart_items')).toContainEqual([say('session.evidence.name-has-word', { word: 'cart' }), null]);
});
