import { test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { rawScene } from '../scenes';

const play = rawScene({});

test('with nothing recorded one can try a line: a link opens the Lab with one that browsers refuse', async () => {
  const { panel } = play();
  await panel.press(say('empty.lab'));
  await panel.shows(say('lab.received'));
  await panel.shows(say('verdict.rejected.title'));
});
