import { test } from 'vitest';
import { register, signIn, signOut } from '../../../playground/start/walk';
import { until } from '../../browsers/until';
import { shopScene } from '../scenes';

const play = shopScene();

const MOMENTS = [
  'first-visit',
  'sent-on-to-sign-in',
  'signed-in',
  'id-at-sign-in',
  'authenticated-use',
  'signed-out',
  'server-side-end',
];

test('a sign-in is shown moment by moment, up to what nobody can know from outside', async () => {
  const { browser, panel, shop } = play();
  await register(browser, shop.origin);
  await signIn(browser, shop.origin);
  await signOut(browser, shop.origin);
  await panel.row({ path: '/signed-out', status: '200' });
  await panel.panel.click('#tab-sign-in');
  const momentsShown = () =>
    panel.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-moment]')].map((each) => each.dataset.moment ?? ''),
    );
  const inOrder = async () => (await momentsShown()).filter((kind) => MOMENTS.includes(kind)).join();
  await until('every moment is told, in order', async () => (await inOrder()) === MOMENTS.join(), { instead: momentsShown });
});

test('a requirement of two parts shows both, and is not met while nobody saw the second', async () => {
  const { panel } = play();
  const item = () =>
    panel.panel.evaluate(() => {
      const found = document.querySelector<HTMLElement>('[data-checklist="ASVS"] [data-requirement="7.2.4"]');
      return `${found?.dataset.standing ?? ''} ${found?.querySelectorAll('[data-part]').length ?? 0}`;
    });
  await until('7.2.4 is open, in two parts', async () => (await item()) === 'cannot-tell 2', { instead: item });
});

test('the credential has a line that begins anew at the sign-in and ends at the sign-out', async () => {
  const { panel } = play();
  const lines = (moment: string) =>
    panel.panel.evaluate(
      (kind) =>
        [...document.querySelectorAll<HTMLElement>(`[data-moment="${kind}"] [data-line]`)].map((each) => {
          const isDrawn = getComputedStyle(each, '::before').content !== 'none';
          return `${each.dataset.line} ${each.innerText.trim()} ${isDrawn ? 'drawn' : 'not drawn'}`;
        }),
      moment,
    );
  await until(
    'a new id at the sign-in',
    async () => (await lines('signed-in')).some((line) => /^lives [B-Z] drawn$/.test(line)),
    {
      instead: () => lines('signed-in'),
    },
  );
  await until('no id after the sign-out', async () => (await lines('signed-out')).includes('ends  drawn'), {
    instead: () => lines('signed-out'),
  });
});
