import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { bytes } from '../../../src/analysis/engine/base/bytes';
import { secretsTried } from '../../../src/analysis/session/values/known-secrets';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { named } from '../panel-reader';
import { rawScene } from '../scenes';

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
/** An id as express-session signs it. */
const signedWith = (secret: string): string =>
  encodeURIComponent(`s:${ID}.${createHmac('sha256', secret).update(ID).digest('base64').replace(/=+$/, '')}`);
const DOCUMENTED = signedWith('keyboard cat');
const OWN = signedWith('9f2c1d7e5a3b8064c7e1f09a2b6d4c85');

const play = rawScene({
  '/page': { setCookie: ['PHPSESSID=5c1f0a7e9b3d4826af10c2e47d9b8053; Path=/; HttpOnly', 'cart_items=2; Path=/'] },
  '/signed': { setCookie: [`connect.sid=${DOCUMENTED}; Path=/; HttpOnly`, `own.sid=${OWN}; Path=/; HttpOnly`] },
});

/** Opens the detail of a cookie of the table. */
async function openDetail(name: string): Promise<void> {
  const { panel } = play();
  const id = await until(`the table has ${name}`, () =>
    panel.panel.evaluate(
      (wanted) => [...document.querySelectorAll<HTMLElement>('[data-cookie]')].find((row) => row.innerText.includes(wanted))?.id,
      name,
    ),
  );
  await panel.panel.click(`[id="${id}"]`);
  await until(
    `the detail is of ${name}`,
    async () => (await panel.words(`${named(say('cookies.detail'))} header code`)) === name,
  );
}

/** The lines under the role of a cookie, each with the address that it leads to. */
async function evidenceOf(name: string): Promise<readonly (readonly [string, string | null])[]> {
  const { panel } = play();
  await openDetail(name);
  return until(`the detail of ${name} says what its role rests on`, async () => {
    const lines = await panel.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-testid=evidence-lines] li')].map(
        (line) => [line.innerText.trim(), line.querySelector('a')?.href ?? null] as const,
      ),
    );
    return lines.length > 0 ? lines : null;
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

test('whether a documented secret signs a value is checked when somebody asks, on that value alone', async () => {
  const { browser, panel, server } = play();
  const answer = () =>
    panel.panel.evaluate(
      () => document.querySelector<HTMLElement>('[data-hook=secret-check] [role=status]')?.innerText.trim() ?? null,
    );
  await browser.goto(`${server.at('raw')}/signed`);
  await panel.openView('cookies');
  await openDetail('connect.sid');
  await expect.poll(answer).toBe('');
  await panel.press(say('cookies.secret.check'));
  await expect.poll(answer).toBe(say('cookies.secret.found', { secret: 'keyboard cat' }));
  await openDetail('own.sid');
  await expect.poll(answer).toBe('');
  await panel.press(say('cookies.secret.check'));
  await expect.poll(answer).toBe(say('cookies.secret.none', { tried: secretsTried(bytes(OWN)) }));
  await openDetail('cart_items');
  await expect.poll(answer).toBeNull();
});
