import { beforeAll, beforeEach, expect, test } from 'vitest';
import { say, sayCount } from '../../../src/words/catalogue';
import type { DrivenPanel } from '../../browsers/driven';
import { until } from '../../browsers/until';
import { named } from '../panel-reader';
import { rawScene } from '../scenes';

const SECRET = '7f3b9c5d2e8a4f6b1c0d9e7a5b3f8c2d';
const play = rawScene(
  {
    '/page': {
      setCookie: [`sid=${SECRET}; Path=/; SameSite=Lax`, 'theme=dark; Path=/; Max-Age=86400'],
      body: `<script>document.write('<iframe src="http://embedded.localhost:' + location.port + '/frame">')</script>`,
    },
    '/frame': { setCookie: ['apart=1; Path=/; Secure; SameSite=None; Partitioned'] },
    '/again': { setCookie: ['theme=light; Path=/; Max-Age=86400'] },
  },
  { alone: true },
);

const names = () =>
  play().panel.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-cookie]')]
      .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
      .map((row) => row.querySelector<HTMLElement>('[data-column=name]')?.innerText.trim() ?? ''),
  );
const lists = (wanted: readonly string[]) =>
  until(`the table is ${wanted.join(', ')}`, async () => (await names()).join() === wanted.join(), { instead: names });
const cell = (name: string, column: string) =>
  play().panel.panel.evaluate(
    (wanted, id) =>
      [...document.querySelectorAll<HTMLElement>('[data-cookie]')]
        .find((row) => row.querySelector<HTMLElement>('[data-column=name]')?.innerText.trim() === wanted)
        ?.querySelector<HTMLElement>(`[data-column="${id}"]`)?.innerText ?? '',
    name,
    column,
  );
/** Names of cookies, each group's after its heading. */
const grouped = () =>
  play().panel.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-group], [data-cookie]')]
      .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
      .map((row) => (row.querySelector<HTMLElement>('[data-column=name]') ?? row).innerText.trim().replace(/\s+/g, ' ')),
  );
const groups = (wanted: readonly string[]) =>
  until(`the table is ${wanted.join(', ')}`, async () => (await grouped()).join() === wanted.join(), { instead: grouped });
const heading = (label: string, count: number) => `${label} · ${sayCount('count.cookies', count)}`;
const columns = (of: DrivenPanel) =>
  of.evaluate(() => [...document.querySelectorAll<HTMLElement>('[role=columnheader]')].map((each) => each.title));
const hasColumns = (of: DrivenPanel, wanted: readonly string[]) =>
  until(`the columns are ${wanted.join(', ')}`, async () => (await columns(of)).join() === wanted.join(), {
    instead: () => columns(of),
  });
/** Ticks or unticks columns in their menu, and closes it by its button: in Firefox Escape opens the console too. */
async function choose(...labels: readonly string[]): Promise<void> {
  const { panel } = play();
  await panel.press(say('cookies.columns'));
  for (const label of labels) await panel.panel.click('[popover] label', label);
  await panel.press(say('cookies.columns'));
}
const groupBy = (id: string) =>
  play().panel.panel.evaluate(
    ([menu, value]) => {
      const select = document.querySelector<HTMLSelectElement>(`[popover]${menu} select`);
      if (!select) return;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [named(say('cookies.columns')), id] as const,
  );

/** The table, whatever another test left. */
beforeEach(() => play().panel.openView('cookies'));

beforeAll(async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('top')}/page`);
  await panel.row({ path: '/frame', status: '200' });
  await browser.goto(`${server.at('top')}/again`);
  await panel.row({ path: '/again', status: '200', sent: 2, set: 1 });
  await panel.openView('cookies');
});

test('the table holds the jar of the tab, partitioned cookies too', async () => {
  await until('all three are there', async () => (await names()).length === 3, { instead: names });
  expect(new Set(await names())).toEqual(new Set(['sid', 'theme', 'apart']));
  await expect.poll(() => cell('theme', 'value')).toContain('light');
});

test('a click on a heading sorts: up, then down, then not at all', async () => {
  const { panel } = play();
  await groupBy('none');
  const before = await names();
  await panel.panel.click('[role=columnheader][data-column=name] span');
  await lists(['apart', 'sid', 'theme']);
  await panel.panel.click('[role=columnheader][data-column=name] span');
  await lists(['theme', 'sid', 'apart']);
  await panel.panel.click('[role=columnheader][data-column=name] span');
  await lists(before);
});

test('grouped by partition, each partition has a heading', async () => {
  const { panel } = play();
  await groupBy('partition');
  await panel.shows(say('cookies.group.unpartitioned'));
  await until('the partition has a heading', () =>
    panel.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-group]')].some(
        (row) => row.innerText.includes('top.localhost') || row.innerText.includes('http://localhost'),
      ),
    ),
  );
});

test('grouped by site, the cookies of a site stand under its name', async () => {
  await groupBy('site');
  await groups([heading('embedded.localhost', 1), 'apart', heading('top.localhost', 2), 'sid', 'theme']);
});

test('grouped by role, the cookies stand under what they are for', async () => {
  await groupBy('role');
  await groups([heading(say('role.preference'), 2), 'theme', 'apart', heading(say('role.session-id'), 1), 'sid']);
});

test('a column that is unticked goes, with its cells, and comes back to its place', async () => {
  const { panel } = play().panel;
  const before = await columns(panel);
  const path = say('cookies.column.path');
  await choose(path);
  await hasColumns(
    panel,
    before.filter((label) => label !== path),
  );
  await expect.poll(() => cell('sid', 'path')).toBe('');
  await choose(path);
  await hasColumns(panel, before);
  await expect.poll(() => cell('sid', 'path')).toBe('/');
});

test('the menu of columns ends inside the panel, however low that is', async () => {
  const { panel } = play();
  await panel.press(say('cookies.columns'));
  const beyond = () =>
    panel.panel.evaluate(
      () => (document.querySelector(':popover-open')?.getBoundingClientRect().bottom ?? Infinity) - innerHeight,
    );
  await expect.poll(() => beyond()).toBeLessThanOrEqual(0);
  await panel.press(say('cookies.columns'));
});

test('a value is masked until it is revealed', async () => {
  const { panel } = play();
  expect(await panel.text()).not.toContain(SECRET);
  await panel.panel.click('[data-cookie] [data-column=name] bdi', 'sid');
  await panel.press(say('explain.reveal'));
  await panel.shows(SECRET);
  await panel.press(say('explain.mask'));
  await until('it is masked again', async () => !(await panel.text()).includes(SECRET));
});

test('the fault is marked in the cell of the attribute that has it, and the grade shows its sum', async () => {
  const { panel } = play();
  await panel.panel.click('[data-cookie] [data-column=name] bdi', 'sid');
  const faulty = await panel.panel.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('[data-cookie]')]
        .find((row) => row.querySelector<HTMLElement>('[data-column=name]')?.innerText.trim() === 'sid')
        ?.querySelector<HTMLElement>('[data-column=httponly] [data-fault]')?.dataset.fault,
  );
  expect(faulty).toBe('error');
  const points = await panel.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-part=points]')].map((each) => Number(each.innerText.replace('−', '-'))),
  );
  const total = points.at(-1);
  expect(points.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBe(total);
});

test('the lifeline tells what was done to a cookie, and leads to the request', async () => {
  const { panel } = play();
  await panel.panel.click('[data-cookie] [data-column=name] bdi', 'theme');
  await panel.shows('GET /again');
  await panel.press(say('life.show'));
  await panel.bead({ name: 'theme', verdict: 'replaced', evidence: 'observed' });
});

test('the columns that were chosen are there when the panel is opened again', async () => {
  const { browser, panel, scene, server } = play();
  await panel.openView('cookies');
  // Beside a cookie there may be room for a few columns only.
  if (await panel.has(named(say('cookies.detail')))) await panel.press(say('cookies.detail.close'));
  await choose(say('cookies.column.path'), say('cookies.column.priority'));
  const chosen = await columns(panel.panel);
  expect(chosen).toContain(say('cookies.column.priority'));
  expect(chosen).not.toContain(say('cookies.column.path'));
  await panel.panel.close();
  const again = await scene.openPanel();
  await browser.goto(`${server.at('top')}/again`);
  await again.row({ path: '/again', status: '200' });
  await again.panel.click('#tab-cookies');
  await hasColumns(again.panel, chosen);
});
