import { beforeAll, expect, test } from 'vitest';
import { say, sayCount } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { violations } from '../axe';
import { DownloadFolder } from '../download-folder';
import { dropFile } from '../dropped-file';
import { named } from '../panel-reader';
import { rawScene } from '../scenes';

const SECRET = 'Zk3vQ9pLx7Wm2RtY';

const downloads = new DownloadFolder();

const play = rawScene(
  {
    '/files/first': {
      setCookie: [
        `sid=${SECRET}; Path=/; HttpOnly; SameSite=Lax; Max-Age=86400`,
        'theme=dark; Path=/',
        '__Host-no=1; Domain=localhost; Path=/; Secure',
      ],
    },
    '/files/second': {},
  },
  { alone: true, ...downloads.options },
);

beforeAll(() => downloads.use(play().scene));

/** Opens one of the exports and gives the file that it saves. */
async function exported(
  menu: 'shell.files.recording' | 'shell.files.cookies',
  choices: readonly string[],
  button: 'files.save' | 'files.save-png' = 'files.save',
) {
  const { panel } = play().panel;
  await play().panel.press(say('shell.files'));
  await play().panel.press(say(menu));
  for (const choice of choices) await panel.click('dialog label', choice);
  const save = choices.includes(say('files.values.kept')) ? 'files.save-values' : button;
  await until('the file can be saved', () =>
    panel.evaluate(
      (words) => [...document.querySelectorAll('button')].some((each) => each.innerText.trim() === words && !each.disabled),
      say(save),
    ),
  );
  const receipt = await play().panel.words('[data-testid=receipt]');
  await play().panel.press(say(save));
  const file = await downloads.file();
  await play().panel.press(say('shell.close'));
  await until('the sheet is closed', async () => !(await play().panel.has('dialog[open]')));
  return { ...file, receipt };
}

let recording = '';

test('a recording is saved without its values unless told otherwise, and the receipt says so', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/files/first`);
  await browser.goto(`${server.at('raw')}/files/second`);
  await panel.row({ path: '/files/second', sent: 2 });
  const redacted = await exported('shell.files.recording', []);
  expect(redacted.text).not.toContain(SECRET.slice(0, 8));
  expect(JSON.parse(redacted.text)).toMatchObject({ format: 'cookie-flow-recording', redacted: true });
  expect(redacted.receipt).toContain(say('receipt.stays.names'));
  const whole = await exported('shell.files.recording', [say('files.values.kept')]);
  expect(whole.text).toContain(SECRET);
  expect(whole.receipt).toBe(say('files.receipt.none'));
  const har = await exported('shell.files.recording', [say('files.format.har')]);
  expect(har.name).toMatch(/\.har$/);
  expect(JSON.parse(har.text).log.entries.length).toBeGreaterThan(1);
  const picture = await exported('shell.files.recording', [say('files.format.svg')], 'files.save-png');
  expect(picture.name).toMatch(/\.png$/);
  expect(picture.text.slice(1, 4)).toBe('PNG');
  recording = redacted.text;
});

test('cookies are saved in the format of another tool, which says first what it cannot carry', async () => {
  const { panel } = play();
  const netscape = await exported('shell.files.cookies', [say('files.format.netscape'), say('files.values.kept')]);
  expect(netscape.text).toMatch(/^# Netscape HTTP Cookie File\n/);
  expect(netscape.text).toContain(`\tsid\t${SECRET}`);
  const redacted = await exported('shell.files.cookies', [say('files.format.cookie-editor')]);
  expect(redacted.text).not.toContain(SECRET.slice(0, 8));
  await panel.press(say('shell.files'));
  await panel.press(say('shell.files.cookies'));
  await panel.panel.click('dialog label', say('files.format.header'));
  await panel.shows(say('files.losses'));
  await panel.press(say('shell.close'));
});

test('a recording that is dropped fills every view, says what it lacks, and gives way to the live one again', async () => {
  const { browser, panel, server } = play();
  await panel.openView('flow');
  await panel.panel.evaluate(() => document.querySelector<HTMLElement>('[role=treegrid], [role=grid]')?.focus());
  await dropFile(panel.panel, 'shop.json', recording);
  await panel.shows(say('source.file', { name: 'shop.json', writer: 'Cookie Flow' }));
  await panel.shows(say('lack.redacted'));
  await panel.choose({ path: '/files/first', rejected: 1 });
  await expect.poll(async () => (await panel.bead({ name: '__Host-no' })).verdict).toBe('rejected');
  for (const view of ['cookies', 'sign-in', 'findings', 'incidents'] as const) {
    await panel.openView(view);
    await until(`${view} has something to say`, async () => (await panel.words(`#panel-${view}`)).length > 20);
    await expect.poll(() => panel.words('[role=alert]')).toBe('');
  }
  await panel.openView('cookies');
  await expect.poll(() => panel.has(`[aria-label="${say('editor.menu')}"]`)).toBe(false);
  await expect.poll(() => panel.has(`[aria-label="${say('shell.pause')}"]`)).toBe(false);
  // What happens meanwhile is recorded, and is not in the file.
  await browser.goto(`${server.at('raw')}/files/second?live`);
  await panel.openView('flow');
  await expect.poll(async () => (await panel.rows()).some(({ path }) => path.includes('live'))).toBe(false);
  await panel.press(say('source.close'));
  await panel.row({ path: '/files/second?live' });
  await expect.poll(() => panel.has('[data-testid=file-notice]')).toBe(false);
});

test('a HAR is opened as the file of another tool; what cannot be read says why, and the live recording stays', async () => {
  const { panel } = play();
  const { text } = await exported('shell.files.recording', [say('files.format.har'), say('files.values.kept')]);
  const { log } = JSON.parse(text);
  const foreign = { log: { ...log, creator: { name: 'Firefox', version: '153.0' }, _cookieFlow: undefined } };
  await dropFile(panel.panel, 'network.har', JSON.stringify(foreign));
  await panel.shows(say('lack.jar-events'));
  await panel.openView('flow');
  await panel.row({ path: '/files/first', set: 2, rejected: 1 });
  await dropFile(panel.panel, 'page.html', '<!doctype html><p>Not found</p>');
  await panel.shows(say('files.open.refused', { name: 'page.html' }));
  await panel.shows(say('refusal.markup'));
  await panel.press(say('shell.close'));
  await panel.press(say('source.close'));
  await dropFile(panel.panel, 'half.har', JSON.stringify(foreign).slice(0, 2000));
  await panel.shows(say('files.open.refused', { name: 'half.har' }));
  await panel.press(say('shell.close'));
  await panel.row({ path: '/files/second?live' });
});

test('cookies of a file are listed with what is wrong, and written when the user has confirmed', async () => {
  const { browser, panel, server } = play();
  const { hostname } = new URL(server.at('raw'));
  const file = [
    { name: 'sid', value: 'imported-session', domain: hostname, path: '/', httpOnly: true, hostOnly: true, sameSite: 'lax' },
    { name: 'fresh', value: '1', domain: hostname, path: '/', hostOnly: true },
    { name: '__Host-bad', value: '1', domain: hostname, path: '/sub', secure: true, hostOnly: true },
    { name: 'broken', value: 7, domain: hostname },
  ];
  await dropFile(panel.panel, 'cookies.json', JSON.stringify(file));
  await panel.shows(sayCount('misread.count', 1));
  await expect.poll(() => panel.words('[data-import=refused]')).toContain('__Host-bad');
  await expect.poll(() => panel.words('[data-import=replaces]')).toContain('sid');
  await expect.poll(() => panel.words('[data-import=new]')).toContain('fresh');
  const cookieHeader = async (path: string) => {
    await browser.goto(`${server.at('raw')}${path}`);
    return server.cookieSentTo(path);
  };
  expect(await cookieHeader('/files/before')).toContain(SECRET);
  await panel.press(sayCount('files.cookies.write', 2));
  await panel.shows(say('editor.undo'));
  const sent = await cookieHeader('/files/after');
  expect(sent).toContain('sid=imported-session');
  expect(sent).toContain('fresh=1');
  expect(sent).not.toContain('__Host-bad');
  await panel.openView('cookies');
  await panel.press(say('editor.undo'));
  await until('the old one is back', async () => (await cookieHeader('/files/undone')).includes(SECRET));
});

test('a file is held beside the live recording: where they part is reported, and a request of either side opens in Flow', async () => {
  const { browser, panel, server } = play();
  await browser.clearCookies();
  await panel.press(say('shell.clear'));
  await panel.shows(say('empty.cleared'));
  await browser.goto(`${server.at('raw')}/files/second`);
  await panel.openView('flow');
  await panel.row({ path: '/files/second', sent: 0 });
  await panel.press(say('shell.files'));
  await panel.press(say('shell.files.compare'));
  await until('the file can be chosen', () => panel.has('dialog[open] input[type=file]'));
  await dropFile(panel.panel, 'before.json', recording);
  await panel.shows(say('compare.sent', { name: 'sid' }));
  const parting = await panel.words('[data-testid=parting]');
  expect(parting).toContain(say('compare.parted', { method: 'GET', place: `${new URL(server.at('raw')).host}/files/second` }));
  expect(parting).toContain(say('compare.not-there', { name: 'sid' }));
  expect(await violations(panel.panel)).toEqual([]);
  // N focuses the difference, B leads to its request in the file, and the notice leads back.
  await panel.focus('dialog[open] button');
  await panel.panel.press('n');
  await until('the difference has the focus', () => panel.has('[data-difference]:focus'));
  await panel.panel.press('b');
  await panel.row({ path: '/files/second', sent: 2 });
  await panel.press(say('side-by-side.show'));
  await panel.shows(say('compare.jar'));
  await panel.panel.click('[data-difference] [data-open=a]');
  await panel.row({ path: '/files/second', sent: 0 });
  expect(await panel.has('[data-testid=file-notice]')).toBe(false);
  await panel.panel.click(named(say('side-by-side.end')));
  await until('the comparison is gone', async () => !(await panel.has('[data-notice=compared]')));
});

test('a file whose cookies may have been left out is compared with nothing, and why is said', async () => {
  const { panel } = play();
  const request = { method: 'GET', url: 'https://shop.example/', headers: [{ name: 'Accept', value: '*/*' }] };
  const entry = { startedDateTime: '2026-01-01T10:00:00Z', request, response: { status: 200, headers: [] } };
  const har = JSON.stringify({ log: { creator: { name: 'WebInspector', version: '137' }, entries: [entry] } });
  await panel.press(say('shell.files'));
  await panel.press(say('shell.files.compare'));
  await until('the file can be chosen', () => panel.has('dialog[open] input[type=file]'));
  await dropFile(panel.panel, 'bare.har', har);
  await panel.shows(say('lack.maybe-sanitised'));
  expect(await panel.has('[data-testid=parting]')).toBe(false);
});
