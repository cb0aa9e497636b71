import { beforeAll, expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { rawScene } from '../shop-scene';

let play: Awaited<ReturnType<typeof rawScene>>;
beforeAll(async () => {
  play = await rawScene({});
});

test('when the extension is reloaded the open panel says so and keeps what it shows; after reopening DevTools it records', async () => {
  const { browser, panel, scene, server } = play;
  await browser.goto(`${server.at('raw')}/before`);
  await panel.row({ path: '/before', status: '200' });
  await browser.reloadExtension();
  await panel.shows(say('gone.title'));
  expect((await panel.rows()).map((row) => row.path)).toContain('/before');
  await panel.panel.close();
  const again = await scene.openPanel();
  await browser.goto(`${server.at('raw')}/after`);
  await again.row({ path: '/after', status: '200' });
});
