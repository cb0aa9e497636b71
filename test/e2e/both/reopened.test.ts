import { test } from 'vitest';
import { rawScene } from '../scenes';

const play = rawScene({ '/set': { setCookie: ['kept=1; Path=/'] } }, { alone: true });

test('DevTools closed and opened again: the new panel records, and knows the cookies that were set before', async () => {
  const { browser, panel, scene, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await panel.row({ path: '/set', set: 1 });
  await panel.panel.close();
  await browser.goto(`${server.at('raw')}/unseen`);
  const again = await scene.openPanel();
  await browser.goto(`${server.at('raw')}/seen`);
  await again.choose({ path: '/seen', sent: 1 });
  await again.bead({ name: 'kept', verdict: 'sent', evidence: 'observed' });
});
