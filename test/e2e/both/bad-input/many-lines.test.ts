import { test } from 'vitest';
import { until } from '../../../browsers/until';
import { rawScene } from '../../scenes';

const LINES = 300;

// Short ones: Chromium takes 256 kB of head, Firefox less. On paths of their own, so that the next request is not too large.
const setCookie = Array.from({ length: LINES }, (_, n) => `c${n}=${n}; Path=/p${n}`);
const play = rawScene({ '/many': { setCookie } });

test('300 Set-Cookie lines of one response are all there, though a browser keeps fewer', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/many`);
  // What Firefox evicts are rows of their own, and the list may follow its end meanwhile.
  await panel.filter('many');
  await panel.choose({ path: '/many', status: '200' });
  await until('the row counts every line', async () => {
    const row = await panel.row({ path: '/many' });
    return row.set + row.rejected === LINES;
  });
  await browser.goto(`${server.at('raw')}/not-as-many`);
  await panel.row({ path: '/not-as-many', status: '200' });
});
