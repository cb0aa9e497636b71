import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { rawScene } from '../scenes';

const play = rawScene({});

test('earlier pages stay in the list until "preserve log" is switched off, and come back when it is on again', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/one`);
  await browser.goto(`${server.at('raw')}/two`);
  await panel.row({ path: '/two', status: '200' });
  await panel.row({ path: '/one', status: '200' });
  const toggle = `label[title="${say('shell.preserve-title')}"]`;
  await panel.panel.click(toggle);
  await panel.without({ path: '/one' });
  await expect.poll(async () => (await panel.rows()).map((row) => row.path)).toContain('/two');
  await panel.panel.click(toggle);
  await panel.row({ path: '/one' });
});
