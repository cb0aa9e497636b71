import { test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { shopScene } from '../scenes';

const play = shopScene({ alone: true });

test('before anything is recorded the panel says so, and its button reloads the page and records', async () => {
  const { panel } = play();
  await panel.shows(say('empty.title'));
  await panel.press(say('empty.reload'));
  await panel.row({ method: 'GET', path: '/received', status: '200' });
});
