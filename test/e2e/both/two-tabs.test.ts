import { expect, test } from 'vitest';
import { rawScene } from '../scenes';

const play = rawScene({ '/set': { setCookie: ['set-elsewhere=0123456789abcdef; Path=/; HttpOnly'] } }, { alone: true });

test('each of two DevTools windows shows the requests of its own tab, and none of a third', async () => {
  const { browser, panel, scene, server } = play();
  const tab = (n: number) => `${server.at(`tab${n}`)}/page-of-${n}`;
  await browser.goto(tab(1));
  await panel.row({ path: '/page-of-1', status: '200' });
  await browser.openTab('about:blank');
  const other = await scene.openPanel();
  await browser.goto(tab(2));
  await other.row({ path: '/page-of-2', status: '200' });
  await browser.openTab(tab(3));
  await browser.goto(`${server.at('tab3')}/set`);
  await browser.closeTab();
  await browser.switchTo('page-of-2');
  await browser.goto(`${server.at('tab2')}/last`);
  await other.row({ path: '/last', status: '200' });
  // A cookie that the third tab set is a row too, but not one of a request.
  const paths = async (of: typeof panel) => (await of.rows()).filter(({ status }) => status !== '').map(({ path }) => path);
  await expect.poll(() => paths(other)).toEqual(['/page-of-2', '/last']);
  await expect.poll(() => paths(panel)).toEqual(['/page-of-1']);
});
