import { expect, test } from 'vitest';
import { rawScene } from '../scenes';

const play = rawScene({ '/set': { setCookie: ['PHPSESSID=3vq9s1c6h0f2k8m4n7p5r1t2u6; Path=/'] } });

test('role: finds the requests that carried a cookie for that', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await browser.goto(`${server.at('raw')}/carries`);
  await browser.goto(`${server.at('bare')}/without`);
  await panel.row({ path: '/without', status: '200' });
  await panel.filter('role:session');
  await panel.without({ path: '/without' });
  await panel.row({ path: '/carries' });
  await expect.poll(async () => (await panel.rows()).map((row) => row.path)).toEqual(['/set', '/carries']);
});
