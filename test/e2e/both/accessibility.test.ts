import { expect, test } from 'vitest';
import { say, sayCount } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { violations } from '../axe';
import { rawScene } from '../scenes';

const VIEWS = ['flow', 'incidents', 'cookies', 'sign-in', 'findings', 'lab'] as const;

const play = rawScene(
  {
    '/set': {
      setCookie: ['kept=1; Path=/', '__Host-no=1; Domain=localhost; Path=/; Secure', 'token=eyJhbGciOiJub25lIn0.e30.; Path=/'],
      body: `<script>for (const path of ['/one', '/two', '/three'])
      document.write('<img src="http://elsewhere.localhost:' + location.port + path + '">')</script>`,
    },
  },
  { alone: true },
);

type Themes = Parameters<typeof violations>[1];

/** What axe has against the panel as it stands, in both themes unless told otherwise. */
const violationsIn = async (what: string, themes?: Themes): Promise<readonly string[]> =>
  (await violations(play().panel.panel, themes)).map((id) => `${what}, ${id}`);

/** The page is loaded once, after the empty panel was looked at. */
async function visited(): Promise<void> {
  const { browser, panel, server } = play();
  await panel.openView('flow');
  if ((await panel.rowCount()) > 0) return;
  await browser.goto(`${server.at('raw')}/set`);
  await panel.row({ path: '/three', status: '200' });
}

async function violationsInViews(themes?: Themes): Promise<readonly string[]> {
  const found: string[] = [];
  for (const view of VIEWS) {
    await play().panel.panel.click(`#tab-${view}`);
    found.push(...(await violationsIn(view, themes)));
  }
  return found;
}

test('axe finds nothing in the empty state', async () => {
  expect(await violationsIn('empty')).toEqual([]);
});

test('axe finds nothing in any view', async () => {
  const { panel } = play();
  await visited();
  await panel.openView('flow');
  await panel.choose({ path: '/set', rejected: 1 });
  expect(await violationsInViews()).toEqual([]);
});

test('axe finds nothing in what-if', async () => {
  const { panel } = play();
  await visited();
  await panel.openView('flow');
  await panel.choose({ path: '/set', rejected: 1 });
  await panel.open({ name: 'kept', verdict: 'stored' });
  await panel.press(say('explain.try'));
  await until('what-if is answered', () => panel.has('[data-testid=what-if][aria-busy="false"]'));
  expect(await violationsIn('what-if')).toEqual([]);
});

test('axe finds nothing in a Cookie header that is taken apart in the Lab', async () => {
  const { panel } = play();
  await panel.openView('lab');
  await panel.panel.click('#lab-cookie');
  await panel.panel.type('sid=1; "quoted"; sid=2');
  await until('it is taken apart', () => panel.has('[data-testid=cookie-header-sum]'));
  expect(await violationsIn('Cookie header')).toEqual([]);
});

test('axe finds nothing in the settings', async () => {
  const { panel } = play();
  await visited();
  await panel.press(say('settings.title'));
  await panel.shows(say('settings.theme'));
  expect(await violationsIn('settings')).toEqual([]);
  await panel.press(say('settings.title'));
});

test('axe finds nothing in the legend, which the key L opens', async () => {
  const { panel } = play();
  await visited();
  await panel.openView('flow');
  await panel.choose({ path: '/set', rejected: 1 });
  await panel.focus('[data-bead]');
  await panel.panel.press('l');
  await panel.shows(say('legend.verdicts'));
  expect(await violationsIn('legend')).toEqual([]);
  await panel.press(say('shell.legend'));
  await until('it is closed', async () => !(await panel.has(':popover-open')));
});

test('axe finds nothing in the sheets of files', async () => {
  const { panel } = play();
  await visited();
  for (const sheet of ['shell.files.open', 'shell.files.recording', 'shell.files.cookies'] as const) {
    await panel.press(say('shell.files'));
    await panel.press(say(sheet));
    await until('the sheet is whole', () => panel.has('dialog[open] input:not(:disabled)'));
    expect(await violationsIn(sheet)).toEqual([]);
    await panel.press(say('shell.close'));
  }
});

test('axe finds nothing in the bar of time travel', async () => {
  const { panel } = play();
  await visited();
  await panel.openView('cookies');
  await panel.press(say('travel.on'));
  await panel.shows(say('travel.against'));
  expect(await violationsIn('time travel')).toEqual([]);
  await panel.press(say('travel.off'));
});

test('axe finds nothing in collapsed rows', async () => {
  const { panel } = play();
  await visited();
  await panel.openView('flow');
  await panel.press(say('settings.collapse'));
  await panel.shows(sayCount('list.collapsed', 3));
  expect(await violationsIn('collapsed')).toEqual([]);
});

test('axe finds nothing where the panel is narrow', async () => {
  const { panel } = play();
  await visited();
  await panel.panel.resize(520, 800);
  await panel.openView('flow');
  await panel.choose({ path: '/set', rejected: 1 });
  // Its colours are those of a wide one.
  expect(await violationsInViews(['light'])).toEqual([]);
});
