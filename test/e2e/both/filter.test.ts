import { expect, test } from 'vitest';
import { rawScene } from '../scenes';

const play = rawScene({ '/set': { setCookie: ['sid=1; Path=/'] } });

test('a text typed into the filter leaves the rows that have it', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await browser.goto(`${server.at('raw')}/carries`);
  await browser.goto(`${server.at('bare')}/without`);
  await panel.row({ path: '/without', status: '200' });
  await panel.filter('cookie:sid');
  await panel.without({ path: '/without' });
  await expect.poll(async () => (await panel.rows()).map((row) => row.path)).toEqual(['/set', '/carries']);
});
