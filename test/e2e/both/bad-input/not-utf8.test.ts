import { expect, test } from 'vitest';
import { rawScene } from '../../scenes';

const play = rawScene({ '/odd': { setCookie: ['odd=caf\xe9; Path=/', 'good=caf\xc3\xa9; Path=/'] } });

test('octets that are not UTF-8 are shown as such, and the lines beside them are not lost', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/odd`);
  await panel.choose({ path: '/odd', status: '200', set: 2 });
  await panel.bead({ name: 'good', verdict: 'stored' });
  await panel.open({ name: 'odd', verdict: 'stored' });
  await expect.poll(() => panel.explanation()).toContain('odd=');
  await browser.goto(`${server.at('raw')}/next`);
  await panel.row({ path: '/next', status: '200', sent: 2 });
});
