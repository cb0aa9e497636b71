import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({
  '/set': { setCookie: ['sid=1; Path=/', 'theme=dark; Path=/'] },
  '/refused': { setCookie: ['__Host-no=1; Domain=localhost; Path=/; Secure'] },
});

const paths = async () => (await play().panel.rows()).map(({ path }) => path);
const lists = (wanted: readonly string[]) =>
  until(`the list is ${wanted.join(', ')}`, async () => (await paths()).join() === wanted.join(), { instead: paths });
const text = () => play().panel.panel.evaluate(() => document.querySelector<HTMLInputElement>('#filter')?.value ?? '');
const clear = () => play().panel.press(say('filter.clear'));

test('a quick filter counts its rows, and pressing it puts its word into the filter and takes it out again', async () => {
  const { browser, panel, server } = play();
  for (const path of ['set', 'refused', 'plain']) await browser.goto(`${server.at('raw')}/${path}`);
  await panel.row({ path: '/plain', status: '200' });
  const chip = `${say('facet.rejected')} 1`;
  await panel.press(chip);
  await lists(['/refused']);
  expect(await text()).toBe('is:rejected');
  await panel.press(chip);
  await lists(['/set', '/refused', '/plain']);
  expect(await text()).toBe('');
});

test('a word is completed as it is typed', async () => {
  const { panel } = play();
  await panel.filter('cookie:th');
  const offered = () =>
    panel.panel.evaluate(() => [...document.querySelectorAll<HTMLElement>('[role=option]')].map((each) => each.innerText));
  await until('theme is offered', async () => (await offered()).includes('theme'), { instead: offered });
  await panel.panel.press('ArrowDown');
  await panel.panel.press('Enter');
  await until('the word is whole', async () => (await text()).trim() === 'cookie:theme');
  await clear();
});

test('a minus leaves out what matches', async () => {
  const { panel } = play();
  await panel.filter('-is:rejected');
  await lists(['/set', '/plain']);
  await clear();
});

test('what cannot be read is told under the field, and the rows stay as they were', async () => {
  const { panel } = play();
  await panel.filter('is:set');
  await lists(['/set']);
  await panel.panel.type(' -name:/(/');
  const fault = () => panel.panel.evaluate(() => document.querySelector<HTMLElement>('.filter-fault')?.innerText ?? '');
  await until('the fault is told', async () => (await fault()).includes('('), { instead: fault });
  expect(await paths()).toEqual(['/set']);
  expect(await panel.panel.evaluate(() => document.querySelector('#filter')?.getAttribute('aria-invalid'))).toBe('true');
  await clear();
});

test('free text finds hosts and paths', async () => {
  const { panel } = play();
  await panel.filter('refus');
  await lists(['/refused']);
});
