import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { rawScene } from '../scenes';

const play = rawScene({ '/set': { setCookie: ['kept=1; Path=/'] } });

test('clearing empties the list and forgets no cookie: the next request is reported with what was set before', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await panel.row({ path: '/set', set: 1 });
  await panel.press(say('shell.clear'));
  await panel.shows(say('empty.cleared'));
  await browser.goto(`${server.at('raw')}/next`);
  await panel.choose({ path: '/next', sent: 1 });
  await panel.bead({ name: 'kept', verdict: 'sent', evidence: 'observed' });
  expect((await panel.rows()).map((row) => row.path)).not.toContain('/set');
});
