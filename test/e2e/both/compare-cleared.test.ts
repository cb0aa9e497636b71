import { expect, test } from 'vitest';
import { say, sayCount } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { named } from '../panel-reader';
import { rawScene } from '../scenes';

let login = 0;
const play = rawScene({
  // The second answer is that of a mended server.
  '/compare-cleared/in': () => ({
    setCookie: [login++ === 0 ? '__Host-sid=1; Path=/; Secure; Domain=localhost' : 'sid=1; Path=/; HttpOnly'],
  }),
});

test('what was cleared is compared with what came after it, once for each Clear', async () => {
  const { browser, panel, server } = play();
  const openCompare = async () => {
    await panel.press(say('shell.files'));
    await panel.press(say('shell.files.compare'));
    await until('the file can be chosen', () => panel.has('dialog[open] input[type=file]'));
  };
  await panel.openView('flow');
  await browser.goto(`${server.at('raw')}/compare-cleared/before-everything`);
  await panel.row({ path: '/compare-cleared/before-everything' });
  await panel.press(say('shell.clear'));
  await panel.shows(say('empty.cleared'));
  await browser.goto(`${server.at('raw')}/compare-cleared/in`);
  await panel.row({ path: '/compare-cleared/in', rejected: 1 });
  await panel.press(say('shell.clear'));
  await panel.shows(say('empty.cleared'));
  // An empty list that is cleared again does not take its place.
  await panel.press(say('shell.clear'));
  await browser.goto(`${server.at('raw')}/compare-cleared/in`);
  await panel.row({ path: '/compare-cleared/in', set: 1, rejected: 0 });
  await openCompare();
  const [note = ''] = sayCount('compare.cleared-note', 1).split('$');
  await panel.shows(note);
  await panel.press(say('compare.choose-cleared'));
  await panel.shows(say('compare.no-line', { name: 'sid' }));
  const words = await panel.words('dialog[open]');
  expect(words).toContain(say('compare.cleared'));
  expect(words).toContain(sayCount('compare.matched', 1));
  expect(words).not.toContain('before-everything');
  // B is what was cleared: its request opens in Flow, and the notices lead back to the live recording.
  await panel.panel.click('[data-difference] [data-open=b]');
  await panel.row({ path: '/compare-cleared/in', rejected: 1 });
  await panel.without({ path: '/compare-cleared/before-everything' });
  await panel.panel.click(named(say('side-by-side.end')));
  await panel.press(say('source.cleared.close'));
  await panel.row({ path: '/compare-cleared/in', set: 1, rejected: 0 });
});
