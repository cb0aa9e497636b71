import { beforeAll, beforeEach, expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { named, type PanelReader } from '../panel-reader';
import { rawScene } from '../scenes';

const play = rawScene(
  {
    '/set': { setCookie: ['sid=1; Path=/', 'theme=dark; Path=/'] },
    '/refused': { setCookie: ['__Host-no=1; Domain=localhost; Path=/; Secure'] },
  },
  { alone: true },
);

/** The panel as it was opened last. */
let opened: PanelReader | null = null;
const reader = () => opened ?? play().panel;
const paths = async () => (await reader().rows()).map(({ path }) => path);
const lists = (wanted: readonly string[]) =>
  until(`the list is ${wanted.join(', ')}`, async () => (await paths()).join() === wanted.join(), { instead: paths });
const text = () => reader().panel.evaluate(() => document.querySelector<HTMLInputElement>('#filter')?.value ?? '');
const offered = () =>
  reader().panel.evaluate(() => [...document.querySelectorAll<HTMLElement>('[role=option]')].map((each) => each.innerText));
const clear = async () => {
  if ((await text()) !== '') await reader().press(say('filter.clear'));
};
/** Stores a filter, by the star beside it. */
async function keep(filter: string): Promise<void> {
  await reader().filter(filter);
  if (!(await reader().has(named(say('filter.forget'))))) await reader().press(say('filter.keep'));
  await clear();
}

beforeAll(async () => {
  const { browser, panel, server } = play();
  for (const path of ['set', 'refused', 'plain']) await browser.goto(`${server.at('raw')}/${path}`);
  await panel.row({ path: '/plain', status: '200' });
});
beforeEach(clear);

test('a quick filter counts its rows, and pressing it puts its word into the filter and takes it out again', async () => {
  const { panel } = play();
  const chip = `${say('facet.rejected')} 1`;
  await panel.press(chip);
  await lists(['/refused']);
  await expect.poll(() => text()).toBe('is:rejected');
  await panel.press(chip);
  await lists(['/set', '/refused', '/plain']);
  await expect.poll(() => text()).toBe('');
});

test('a word is completed as it is typed', async () => {
  const { panel } = play();
  await panel.filter('cookie:th');
  await until('theme is offered', async () => (await offered()).includes('theme'), { instead: offered });
  await panel.panel.press('ArrowDown');
  await panel.panel.press('Enter');
  await until('the word is whole', async () => (await text()).trim() === 'cookie:theme');
});

test('what is offered follows the caret into another word', async () => {
  const { panel } = play();
  await panel.filter('is:sent cookie:th');
  await until('theme is offered', async () => (await offered()).includes('theme'), { instead: offered });
  await panel.panel.press('Home');
  await until('values of is: are offered', async () => (await offered()).includes('rejected'), { instead: offered });
  expect(await offered()).not.toContain('theme');
});

test('a minus leaves out what matches', async () => {
  const { panel } = play();
  await panel.filter('-is:rejected');
  await lists(['/set', '/plain']);
});

test('what cannot be read is reported under the field, and the rows stay as they were', async () => {
  const { panel } = play();
  await panel.filter('is:set');
  await lists(['/set']);
  await panel.panel.type(' -name:/(/');
  const fault = () => panel.words('[role=search] p[role=status]');
  await until('the fault is told', async () => (await fault()).includes('('), { instead: fault });
  await expect.poll(() => paths()).toEqual(['/set']);
  await expect
    .poll(() => panel.panel.evaluate(() => document.querySelector('#filter')?.getAttribute('aria-invalid')))
    .toBe('true');
});

test('free text finds hosts and paths', async () => {
  const { panel } = play();
  await panel.filter('refus');
  await lists(['/refused']);
});

test('a filter that is kept is offered by the empty field first, and picking it filters', async () => {
  const { panel } = play();
  await keep('is:rejected');
  await lists(['/set', '/refused', '/plain']);
  await panel.panel.click('#filter');
  await until('it is offered first', async () => (await offered())[0] === 'is:rejected', { instead: offered });
  await panel.panel.click('[role=option]');
  await lists(['/refused']);
  await expect.poll(() => text()).toBe('is:rejected');
});

test('it is offered still when the panel is opened again, until it is taken back', async () => {
  const { browser, panel, scene, server } = play();
  await keep('is:rejected');
  await panel.panel.close();
  opened = await scene.openPanel();
  await browser.goto(`${server.at('raw')}/refused`);
  await opened.row({ path: '/refused', status: '200' });
  await opened.panel.click('#filter');
  await until('it is offered first', async () => (await offered())[0] === 'is:rejected', { instead: offered });
  await opened.panel.click('[role=option]');
  await opened.press(say('filter.forget'));
  await clear();
  await opened.panel.click('#filter');
  await until('it is offered no more', async () => (await offered()).length > 0 && !(await offered()).includes('is:rejected'), {
    instead: offered,
  });
});
