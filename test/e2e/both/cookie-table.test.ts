import { beforeAll, expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const SECRET = '7f3b9c5d2e8a4f6b1c0d9e7a5b3f8c2d';
const play = rawScene({
  '/page': {
    setCookie: [`sid=${SECRET}; Path=/; SameSite=Lax`, 'theme=dark; Path=/; Max-Age=86400'],
    body: `<script>document.write('<iframe src="http://embedded.localhost:' + location.port + '/frame">')</script>`,
  },
  '/frame': { setCookie: ['apart=1; Path=/; Secure; SameSite=None; Partitioned'] },
  '/again': { setCookie: ['theme=light; Path=/; Max-Age=86400'] },
});

const names = () =>
  play().panel.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-cookie]')]
      .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
      .map((row) => row.querySelector<HTMLElement>('.cell.name')?.innerText.trim() ?? ''),
  );
const lists = (wanted: readonly string[]) =>
  until(`the table is ${wanted.join(', ')}`, async () => (await names()).join() === wanted.join(), { instead: names });
const cell = (name: string, column: string) =>
  play().panel.panel.evaluate(
    (wanted, id) =>
      [...document.querySelectorAll<HTMLElement>('[data-cookie]')]
        .find((row) => row.querySelector<HTMLElement>('.cell.name')?.innerText.trim() === wanted)
        ?.querySelector<HTMLElement>(`.cell.${id}`)?.innerText ?? '',
    name,
    column,
  );
const groupBy = (id: string) =>
  play().panel.panel.evaluate((value) => {
    const select = document.querySelector<HTMLSelectElement>('.filter-bar.cookies select');
    if (!select) return;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, id);

beforeAll(async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('top')}/page`);
  await panel.row({ path: '/frame', status: '200' });
  await browser.goto(`${server.at('top')}/again`);
  await panel.row({ path: '/again', status: '200', sent: 2, set: 1 });
  await panel.panel.click('#tab-cookies');
});

test('the table holds the jar of the tab, partitioned cookies too', async () => {
  await until('all three are there', async () => (await names()).length === 3, { instead: names });
  expect(new Set(await names())).toEqual(new Set(['sid', 'theme', 'apart']));
  expect(await cell('theme', 'value')).toContain('light');
});

test('a click on a heading sorts, up and then down', async () => {
  const { panel } = play();
  await groupBy('none');
  await panel.panel.click('.cookie-table [role=columnheader] .ellipsis', say('cookies.column.name'));
  await lists(['apart', 'sid', 'theme']);
  await panel.panel.click('.cookie-table [role=columnheader] .ellipsis', say('cookies.column.name'));
  await lists(['theme', 'sid', 'apart']);
});

test('grouped by partition, each partition has a heading', async () => {
  const { panel } = play();
  await groupBy('partition');
  await panel.shows(say('cookies.group.unpartitioned'));
  await until('the partition has a heading', () =>
    panel.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.cookie-row.group')].some(
        (row) => row.innerText.includes('top.localhost') || row.innerText.includes('http://localhost'),
      ),
    ),
  );
});

test('a value is masked until it is revealed', async () => {
  const { panel } = play();
  expect(await panel.text()).not.toContain(SECRET);
  await panel.panel.click('[data-cookie] .cell.name bdi', 'sid');
  await panel.press(say('explain.reveal'));
  await panel.shows(SECRET);
  await panel.press(say('explain.mask'));
  await until('it is masked again', async () => !(await panel.text()).includes(SECRET));
});

test('the fault is marked in the cell of the attribute that has it, and the grade shows its sum', async () => {
  const { panel } = play();
  const faulty = await panel.panel.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('[data-cookie]')]
        .find((row) => row.querySelector<HTMLElement>('.cell.name')?.innerText.trim() === 'sid')
        ?.querySelector('.cell.httponly .fault')?.className,
  );
  expect(faulty).toContain('error');
  const points = await panel.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.cookie-detail .grade-sum .points')].map((each) =>
      Number(each.innerText.replace('−', '-')),
    ),
  );
  const total = points.at(-1);
  expect(points.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBe(total);
});

test('the lifeline tells what was done to a cookie, and leads to the request', async () => {
  const { panel } = play();
  await panel.panel.click('[data-cookie] .cell.name bdi', 'theme');
  await panel.shows('GET /again');
  await panel.press(say('life.show'));
  await panel.bead({ name: 'theme', verdict: 'replaced', evidence: 'observed' });
});
