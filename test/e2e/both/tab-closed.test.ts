import { test } from 'vitest';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene(
  {
    '/hangs': { unfinished: true, setCookie: ['half=1; Path=/'] },
    '/page': { body: '<img src="/hangs">' },
  },
  { alone: true },
);

test('a tab closed in the middle of a request takes nothing of another tab with it', async () => {
  const { browser, panel, scene, server } = play();
  await browser.openTab(`${server.at('other')}/start`);
  const other = await scene.openPanel();
  await browser.inPage(() => void document.body.append(Object.assign(new Image(), { src: '/hangs' })));
  await until('the request has come in', () => server.seen.some((request) => request.url === '/hangs'));
  await other.row({ path: '/hangs' });
  await browser.closeTab();
  await browser.goto(`${server.at('raw')}/after`);
  await panel.row({ path: '/after', status: '200' });
  await browser.goto(`${server.at('raw')}/later`);
  await panel.row({ path: '/later', status: '200' });
});
