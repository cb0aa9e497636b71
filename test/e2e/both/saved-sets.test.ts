import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { violations } from '../axe';
import { shopScene } from '../scenes';

const play = shopScene({ alone: true });

async function signIn(user: string): Promise<void> {
  const { browser, shop } = play();
  for (const path of ['/register', '/sign-in']) {
    await browser.goto(`${shop.origin}${path}`);
    await browser.fill('[name=user]', user);
    await browser.fill('[name=password]', 'correct horse');
    await browser.click('main button');
  }
  await until(`${user} is signed in`, async () => (await pageText()).includes(`Welcome back, ${user}`), { instead: pageText });
}

const pageText = (): Promise<string> => play().browser.inPage(() => document.body.innerText);

/** Who the shop takes the next request for. */
async function whoIsThere(): Promise<string> {
  const { browser, shop } = play();
  await browser.goto(`${shop.origin}/account`);
  return /Welcome back, (\w+)/.exec(await pageText())?.[1] ?? 'nobody';
}

async function openSets(): Promise<void> {
  const { panel } = play();
  await panel.openView('cookies');
  await panel.press(say('editor.menu'));
  await panel.press(say('editor.sets'));
  await panel.shows(say('sets.list'));
}

async function saveAs(name: string): Promise<void> {
  const { panel } = play();
  await openSets();
  await panel.panel.click('dialog label', say('sets.name'));
  await panel.panel.type(name);
  // By key, as whoever has typed the name does.
  await panel.panel.press('Enter');
  await until(`${name} is saved`, () => panel.has(`[data-set="${name}"]`));
}

const names = (): Promise<readonly string[]> =>
  play().panel.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-set]')].map(({ dataset }) => dataset.set ?? ''),
  );

test('saved as Alice and as Bob, the site takes its next request for the one that is switched to, and undone for the other', async () => {
  const { browser, panel } = play();
  await signIn('alice');
  await saveAs('Alice');
  await panel.shows(say('sets.on-disk'));
  await panel.press(say('shell.close'));
  await browser.clearCookies();
  await signIn('bob');
  await saveAs('Bob');
  expect(await names()).toEqual(['Alice', 'Bob']);
  await panel.shows(say('sets.as-now'));
  await panel.panel.click('[data-set=Alice] button', say('sets.switch'));
  await panel.shows(say('sets.switch-to', { name: 'Alice' }));
  expect(await panel.words('[data-change=written]')).toContain('__Host-sid');
  // Until it is confirmed, nothing is written.
  expect(await whoIsThere()).toBe('bob');
  await panel.press(say('sets.switch-to', { name: 'Alice' }));
  await panel.shows(say('editor.done.switched', { set: 'Alice' }).split(':')[0] ?? '');
  await until('the writes are done', () => panel.has('#undo-edit button'));
  expect(await whoIsThere()).toBe('alice');
  await panel.press(say('editor.undo'));
  await until('it is undone', async () => (await whoIsThere()) === 'bob');
});

test('a set is renamed and deleted by keys, and axe finds nothing in the sheet', async () => {
  const { panel } = play();
  await openSets();
  expect(await violations(panel.panel)).toEqual([]);
  await panel.panel.click('[data-set=Bob] button', say('sets.rename'));
  await until('the name can be typed', () => panel.has('[data-set=Bob] input:focus'));
  await panel.panel.press('Escape');
  await until(
    'the form is left, the sheet is not',
    async () => (await panel.has('[data-set=Bob]')) && !(await panel.has('[data-set] input')),
  );
  await panel.panel.click('[data-set=Bob] button', say('sets.rename'));
  await until('the name can be typed', () => panel.has('[data-set=Bob] input:focus'));
  await panel.panel.press('Control+a');
  await panel.panel.type('Admin');
  await panel.panel.press('Enter');
  await until('it bears the other name', async () => (await names()).join() === 'Admin,Alice', { instead: names });
  await panel.focus('[data-set=Admin] button:last-of-type');
  await panel.panel.press('Enter');
  await panel.shows(say('sets.delete-sure'));
  await panel.panel.press('Enter');
  await until('it is deleted', async () => (await names()).join() === 'Alice', { instead: names });
  await panel.press(say('shell.close'));
});
