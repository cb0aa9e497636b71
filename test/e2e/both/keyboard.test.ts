import { beforeAll, expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({
  '/set': { setCookie: ['one=1; Path=/', 'two=2; Path=/', '__Host-no=1; Domain=localhost; Path=/; Secure'] },
});

const press = (...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => play().panel.panel.press(key)), Promise.resolve());
/** What has the focus, in a word. */
const focused = () =>
  play().panel.panel.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    if (element.dataset.bead !== undefined) return `bead ${element.dataset.name}`;
    return element.ariaLabel ?? element.tagName;
  });
const focusIs = (wanted: string) =>
  until(`the focus is on ${wanted}`, async () => (await focused()) === wanted, { instead: focused });
const selected = () => play().panel.words('[data-row-id][aria-selected="true"] [data-part=path]');
const selects = (path: string) => until(`${path} is selected`, async () => (await selected()) === path, { instead: selected });

beforeAll(async () => {
  const { browser, panel, server } = play();
  for (const path of ['set', 'second', 'third']) await browser.goto(`${server.at('raw')}/${path}`);
  await panel.row({ path: '/third', status: '200', sent: 2 });
});

test('arrows, Home and End move in the list', async () => {
  await play().panel.choose({ path: '/second' });
  await press('ArrowDown');
  await selects('/third');
  await press('Home');
  await selects('/set');
  await press('End');
  await selects('/third');
});

test('Enter leads to the beads, arrows walk them in wire order, Escape leads back to the list', async () => {
  await play().panel.choose({ path: '/set' });
  await press('Enter');
  await focusIs('bead __Host-no');
  await press('Home');
  await focusIs('bead one');
  await press('ArrowRight');
  await focusIs('bead two');
  await press('Enter');
  await focusIs(say('explain.label'));
  await press('Escape');
  await focusIs('bead two');
  await press('Escape');
  await focusIs(say('list.label'));
});

test('/ leads to the filter, ? shows the map of the keys, digits choose the view', async () => {
  await press('/');
  await focusIs(say('filter.label'));
  await press('Escape');
  await play().panel.choose({ path: '/set' });
  await press('?');
  await play().panel.shows(say('keys.map'));
  await press('Escape');
  await until('the map is closed', async () => !(await play().panel.has('dialog[open]')));
  for (const [key, id] of [
    ['2', 'incidents'],
    ['3', 'cookies'],
    ['4', 'sign-in'],
    ['5', 'findings'],
    ['6', 'lab'],
    ['1', 'flow'],
  ] as const) {
    await press(key);
    await play().panel.showsView(id);
  }
});

test('Ctrl+E pauses and records again, Ctrl+L clears', async () => {
  const { panel } = play();
  await panel.choose({ path: '/set' });
  await press('Control+e');
  await panel.shows(say('paused.title'));
  await press('Control+e');
  await until('it records again', async () => !(await panel.text()).includes(say('paused.title')));
  await press('Control+l');
  await panel.shows(say('empty.cleared'));
  await expect.poll(async () => (await panel.rows()).filter((row) => row.kind === 'request')).toEqual([]);
});
