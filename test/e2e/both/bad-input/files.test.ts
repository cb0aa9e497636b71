import { expect, test } from 'vitest';
import { say, sayCount } from '../../../../src/words/catalogue';
import { until } from '../../../browsers/until';
import { harEntry, harHeaders } from '../../../build/har';
import { dropFile, dropLargeFile } from '../../dropped-file';
import { rawScene } from '../../scenes';

const play = rawScene({ '/files/live': {} });

const ENTRY = harEntry(
  'https://shop.example/right',
  0,
  {
    headers: harHeaders({
      Cookie: 'sid=1',
      'Sec-Fetch-Site': 'none',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
    }),
  },
  { headers: [['Set-Cookie', '__proto__=1; Path=/; Secure']] },
);
const harOf = (...entries: readonly unknown[]): string =>
  JSON.stringify({ log: { creator: { name: 'Firefox', version: '153.0' }, entries } });
const HAR = harOf(ENTRY);

/** The live recording is still there, and no file is open. */
async function nothingWasOpened(): Promise<void> {
  const { panel } = play();
  await panel.press(say('shell.close'));
  await until('the sheet is closed', async () => !(await panel.has('dialog[open]')));
  await panel.row({ path: '/files/live' });
  expect(await panel.has('[data-testid=file-notice]')).toBe(false);
}

test('what is no recording is refused with its place, and the live recording stays', async () => {
  const { browser, panel, server } = play();
  await panel.openView('flow');
  await browser.goto(`${server.at('raw')}/files/live`);
  await panel.row({ path: '/files/live' });
  const files: readonly (readonly [name: string, content: string, sentence: string])[] = [
    ['cut.har', HAR.slice(0, -40), `${say('refusal.ends-early').split('$PLACE$')[0]}line 1, column `],
    ['cut.js', `onInputData(${HAR.slice(0, -40)}`, 'it was cut off'],
    ['none.har', harOf(), say('refusal.no-entries', { at: say('refusal.at', { place: 'log.entries' }) })],
    [
      'arrays.har',
      harOf({ ...ENTRY, request: { method: 'GET', url: ['https://a.example/'] } }),
      say('refusal.nothing-valid', {
        first: say('misread.wrong-type', { place: 'log.entries[0].request.url', expected: 'string', found: 'array' }),
      }),
    ],
    ['Cookies', 'SQLite format 3\0\u0010', say('refusal.sqlite')],
    ['openapi.json', '{"openapi":"3.1","paths":{}}', 'openapi, paths'],
  ];
  for (const [name, content, sentence] of files) {
    await dropFile(panel.panel, name, content);
    await panel.shows(say('files.open.refused', { name }));
    await panel.shows(sentence);
    await nothingWasOpened();
  }
});

test('100 MB of nonsense are refused', async () => {
  const { panel } = play();
  const nonsense = { before: '', each: 'nonsense '.repeat(1200), times: 9800, after: '' };
  expect(await dropLargeFile(panel.panel, 'nonsense.har', nonsense)).toBeGreaterThan(100 * 1024 * 1024);
  await until('it is refused', async () => (await panel.text()).includes(say('refusal.unknown-text')), {
    limit: 90_000,
    instead: () => panel.text(),
  });
  await nothingWasOpened();
});

test('many faults of a file do not push out of sight what can be taken of it, and a group is left out as one', async () => {
  const { panel } = play();
  const lines = Array.from(
    { length: 40 },
    (_, at) => `shop.example\tFALSE\t/\tTRUE\t${at % 2 === 0 ? 'soon' : '0'}\tname${at}\tvalue`,
  );
  await dropFile(panel.panel, 'cookies.txt', `# Netscape HTTP Cookie File\n${lines.join('\n')}\n`);
  await panel.shows(sayCount('files.cookies.write', 20));
  expect((await panel.text()).match(/^.*line \d+: /gm)).toHaveLength(5);
  await panel.press(sayCount('files.more', 15));
  await until('all faults are listed', async () => (await panel.text()).match(/^.*line \d+: /gm)?.length === 20);
  expect(await panel.words('dialog')).not.toContain('name39');
  await panel.press(sayCount('files.more', 8));
  await panel.shows('name39');
  await panel.press(say('files.cookies.tick-none'));
  await panel.shows(sayCount('files.cookies.write', 0));
  await nothingWasOpened();
});

test.each([
  ['a call', `onInputData(${HAR});`, say('lack.jsonp'), 2],
  ['a byte order mark', `\ufeff${HAR}`, '', 1],
  ['seven digits', harOf({ ...ENTRY, startedDateTime: '2026-11-29T12:00:00.1234567+01:00' }), '', 1],
  ['another entry that is none', harOf(7, ENTRY), sayCount('misread.count', 1), 3],
])('what is right is read despite %s, with names of objects’ own parts', async (_, content, note, notes) => {
  const { panel } = play();
  await dropFile(panel.panel, 'odd.har', content);
  await panel.shows(say('source.file', { name: 'odd.har', writer: 'Firefox 153.0' }));
  await panel.choose({ path: '/right', set: 1 });
  await panel.bead({ name: '__proto__' });
  if (note !== '') {
    await panel.press(sayCount('source.notes', notes));
    await panel.shows(note);
  }
  await panel.press(say('source.close'));
  await panel.row({ path: '/files/live' });
});
