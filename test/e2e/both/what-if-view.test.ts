import { beforeAll, expect, test } from 'vitest';
import { say, sayCount } from '../../../src/words/catalogue';
import '../../../src/words/all-words';
import { listText } from '../../../src/words/format';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({ '/begin': { setCookie: ['visitor=1; Path=/; SameSite=Lax'] } });

const headline = () => play().panel.words('[data-testid="what-if-headline"]');
const cell = (row: string, column: string) => play().panel.words(`[data-row="${row}"] [data-column="${column}"]`);

async function type(line: string): Promise<void> {
  const { panel } = play().panel;
  await panel.click('#lab-line');
  await panel.press('Control+a');
  await panel.type(line);
}

beforeAll(async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/begin`);
  for (const page of ['one', 'two', 'deep/three']) await browser.goto(`${server.at('raw')}/${page}`);
  await panel.choose({ path: '/begin', status: '200' });
  await panel.open({ name: 'visitor', verdict: 'stored' });
  await panel.press(say('explain.try'));
  await panel.showsView('lab');
});

test('a recorded line in the Lab changes nothing until it is edited', async () => {
  const unchanged = `${sayCount('what-if.carried', 3, { name: 'visitor' })}.`;
  await until('the recording was gone through', async () => (await headline()) === unchanged, { instead: headline });
  await play().panel.shows(say('what-if.unchanged'));
});

test('an edited line says how many requests would lose the cookie, in this browser and in the other', async () => {
  await type('visitor=1; Path=/deep; SameSite=Lax');
  const wanted = `${listText([sayCount('what-if.carried', 1, { name: 'visitor' }), sayCount('what-if.loses', 2)])}.`;
  await until('two would lose it', async () => (await headline()) === wanted, { instead: headline });
  for (const column of ['this', 'other', 'blocked'])
    await until(`so in ${column}`, async () => (await cell('loses', column)) === '2');
  await until('the grade is there', async () => /[A-F]/.test(await cell('grade', 'every-fix')));
});

test('a line that would be refused says so first', async () => {
  await type('__Host-visitor=1; Path=/deep; Secure');
  await until('it is refused', async () => /^\S+ would refuse/.test(await headline()), { instead: headline });
  await expect.poll(() => cell('carries', 'this')).toBe('0');
});

test('a number leads to its requests in Flow', async () => {
  const { panel } = play();
  await type('visitor=1; Path=/deep; SameSite=Lax');
  await until('two would lose it', async () => (await cell('loses', 'this')) === '2');
  await panel.panel.click('[data-row="loses"] [data-column="this"] button');
  await panel.showsView('flow');
  await until('the list has these two', async () => (await panel.rowCount()) === 2, { instead: () => panel.rows() });
  await expect.poll(async () => (await panel.rows()).map(({ path }) => path)).toEqual(['/one', '/two']);
});
