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

test('a sign-in is told moment by moment, up to what nobody can know from outside', async () => {
  const { browser, panel, shop } = play();
  await register(browser, shop.origin);
  await signIn(browser, shop.origin);
  await signOut(browser, shop.origin);
  await panel.row({ path: '/signed-out', status: '200' });
  await panel.panel.click('#tab-sign-in');
  const told = () =>
    panel.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-moment]')].map((each) => each.dataset.moment ?? ''),
    );
  const inOrder = async () => (await told()).filter((kind) => MOMENTS.includes(kind)).join();
  await until('every moment is told, in order', async () => (await inOrder()) === MOMENTS.join(), { instead: told });
});
