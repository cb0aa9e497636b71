import { expect, test } from 'vitest';
import { say, sayCount } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { pickCookie, writeField } from '../cookie-editing';
import { named } from '../panel-reader';
import { rawScene } from '../scenes';

const play = rawScene(
  {
    '/page': {
      setCookie: ['sid=first; Path=/; HttpOnly; SameSite=Lax; Max-Age=86400', 'sid=deeper; Path=/page', 'theme=dark; Path=/'],
      body: `<script>document.write('<iframe src="http://embedded.localhost:' + location.port + '/frame">')</script>`,
    },
    '/coded': {
      setCookie: ['prefs=%7B%22size%22%3A1%7D; Path=/', 'JSESSIONID=9F2C77AA31D4D96E407AAD42F3C1B7A0; Path=/; HttpOnly'],
    },
    '/fight': { setCookie: ['theme=light; Path=/'] },
    '/other': { setCookie: ['sid=third; Path=/; Max-Age=86400'] },
    '/frame': { setCookie: ['apart=1; Path=/; Secure; SameSite=None; Partitioned; HttpOnly'] },
  },
  { alone: true },
);

/** Cookies of the table by name and path, with their values. */
const inPanel = (selector: string) =>
  play().panel.panel.evaluate(
    (wanted) => [...document.querySelectorAll<HTMLElement>(wanted)].map((each) => each.innerText),
    selector,
  );
const cookies = () => inPanel('[data-cookie] [data-column=name]');
const lists = (wanted: readonly string[]) =>
  until(
    `the table has ${wanted.join(', ')}`,
    async () =>
      (await cookies())
        .map((each) => each.trim())
        .toSorted()
        .join() === wanted.join(),
    { instead: cookies },
  );
/** The Cookie header that the site is sent for a path. */
async function sentTo(path: string): Promise<string> {
  const { browser, server } = play();
  await browser.goto(`${server.at('raw')}${path}`);
  return server.cookieSentTo(path);
}
const pick = (name: string, path: string) => pickCookie(play().panel, name, path);
/** Puts a text into the filter, in place of what is there. */
async function filterBy(text: string): Promise<void> {
  const { panel } = play().panel;
  await panel.click('#filter');
  await panel.press('Control+a');
  await (text === '' ? panel.press('Backspace') : panel.type(text));
}
const write = (field: string, text: string) => writeField(play().panel, field, text);

test('a cookie is edited: the site gets the new value, the rest of it stays, and the list says that you did it', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/page`);
  await panel.openView('cookies');
  await lists(['apart', 'sid', 'sid', 'theme']);
  await pick('sid', '/');
  await panel.press(say('editor.edit'));
  await write(say('editor.value'), 'second');
  await panel.press(say('editor.save'));
  await panel.shows(say('editor.done.saved', { names: 'sid' }));
  const byYou = say('life.event', { time: '', verdict: '', who: say('life.by-user') }).trim();
  await expect.poll(() => panel.words(named(say('life.label')))).toContain(byYou);
  // Which of the two shorter paths comes first is by age: Chromium takes a cookie with another value for a new one.
  expect((await sentTo('/page/sub')).split('; ').toSorted()).toEqual(['sid=deeper', 'sid=second', 'theme=dark']);
  await panel.openView('flow');
  await panel.choose({ kind: 'change' });
  await expect.poll(() => panel.explanation()).toContain(say('observed.user'));
});

test('of two cookies of one name just the one is deleted, a partitioned one too, and undone', async () => {
  const { browser, panel, server } = play();
  await panel.openView('flow');
  await browser.goto(`${server.at('raw')}/page?again`);
  await panel.row({ path: '/page?again', set: 3 });
  await panel.openView('cookies');
  await pick('sid', '/');
  await panel.press(say('editor.delete'));
  await panel.shows(say('editor.done.deleted', { names: 'sid' }));
  expect(await sentTo('/page/one')).toBe('sid=deeper; theme=dark');
  await panel.press(say('editor.undo'));
  await until('the deleted cookie is back', async () => (await sentTo('/page/two')).includes('sid=first'));
  await pick('apart', '/');
  await panel.press(say('editor.delete'));
  await panel.shows(say('editor.done.deleted', { names: 'apart' }));
  await browser.goto(`${server.at('raw')}/page`);
  const frame = () => server.seen.filter(({ url }) => url === '/frame');
  expect(frame().at(-1)?.headers.cookie ?? '').not.toContain('apart');
});

test('what the table shows is deleted at once, and the site that has written since is not overwritten unasked', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/page`);
  await panel.openView('cookies');
  await lists(['apart', 'sid', 'sid', 'theme']);
  await panel.panel.click('#filter');
  await panel.panel.type('sid');
  await lists(['sid', 'sid']);
  await panel.press(say('editor.menu'));
  await panel.press(sayCount('editor.delete-shown', 2));
  await panel.shows(say('editor.done.deleted', { names: 'sid, sid' }));
  expect(await sentTo('/page/three')).toBe('theme=dark');
  await browser.goto(`${server.at('raw')}/other`);
  await panel.openView('flow');
  await panel.row({ path: '/other', set: 1 });
  await panel.openView('cookies');
  await panel.press(say('editor.undo'));
  await panel.shows(say('editor.undo-anyway'));
  await panel.shows(say('editor.changed-since', { names: 'sid' }));
  await panel.press(say('editor.undo-anyway'));
  await until('both are back', async () => (await sentTo('/page/four')) === 'sid=deeper; theme=dark; sid=first');
});

test('cookies are selected by keys and by the mouse, deleted together, and come back with Ctrl+Z', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/page`);
  await panel.openView('cookies');
  await filterBy('');
  await lists(['apart', 'sid', 'sid', 'theme']);
  await pick('theme', '/');
  const selected = () => panel.words('[data-testid=selection] b');
  await panel.panel.press('Control+a');
  await until('all are selected', async () => (await selected()) === sayCount('editor.selected', 4));
  await panel.panel.press('Escape');
  await until('none is selected', async () => !(await panel.has('[data-testid=selection]')));
  await pick('sid', '/page');
  await panel.panel.press('Shift+ArrowDown');
  await until('two are selected', async () => (await selected()) === sayCount('editor.selected', 2));
  await panel.panel.press('Shift+ArrowUp');
  await panel.panel.press(' ');
  await panel.panel.press('Delete');
  await panel.shows(say('editor.done.deleted', { names: 'sid' }));
  expect(await sentTo('/page/five')).not.toContain('sid=deeper');
  await panel.openView('flow');
  await panel.openView('cookies');
  await panel.panel.evaluate(() => document.querySelector<HTMLElement>('[role=treegrid]')?.focus());
  await panel.panel.press('Control+z');
  await until('it is back', async () => (await sentTo('/page/six')).includes('sid=deeper'));
});

test('what signs in is deleted as one, and a coded value is edited as what it says', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/coded`);
  await panel.openView('cookies');
  await panel.press(say('editor.menu'));
  await panel.press(say('editor.delete.credentials', { count: 1 }));
  await panel.shows(say('editor.done.deleted', { names: 'JSESSIONID' }));
  const sent = await sentTo('/page/seven');
  expect(sent).not.toContain('JSESSIONID=');
  expect(sent).toContain('prefs=');
  await panel.panel.click('#filter');
  await panel.panel.type('prefs');
  await pick('prefs', '/');
  await panel.press(say('editor.edit'));
  await panel.panel.evaluate((label) => {
    const select = document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`);
    if (!select) return;
    select.value = 'url json';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, say('editor.value-as'));
  await until('the value is shown as JSON', () =>
    panel.panel.evaluate(() => document.querySelector('textarea')?.value === '{\n  "size": 1\n}'),
  );
  await write(say('editor.value'), '{"size": 2}');
  await panel.press(say('editor.save'));
  await panel.shows(say('editor.done.saved', { names: 'prefs' }));
  expect(await sentTo('/page/eight')).toContain('prefs=%7B%22size%22%3A2%7D');
});

test('a protected cookie is put back when the site changes it, and that is told', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/page`);
  await panel.openView('cookies');
  await filterBy('theme');
  await lists(['theme']);
  await pick('theme', '/');
  await panel.press(say('editor.protect'));
  await panel.shows(say('protection.waiting'));
  await browser.goto(`${server.at('raw')}/fight`);
  await panel.shows(sayCount('protection.restored', 1));
  expect(await sentTo('/page/nine')).toContain('theme=dark');
  await panel.press(say('editor.unprotect'));
  await until('it is not protected', async () => !(await panel.has('[data-notice=protection]')));
  await browser.goto(`${server.at('raw')}/fight`);
  expect(await sentTo('/page/ten')).toContain('theme=light');
});

test('what the site sets while the form is open stays, and one click mends what the browser would refuse', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/page`);
  await panel.openView('cookies');
  await filterBy('');
  await pick('theme', '/');
  await panel.shows('theme=dark');
  await panel.press(say('editor.edit'));
  await until('the table marks it', async () =>
    (await inPanel('[data-column=state]')).some((each) => each.includes(say('editor.editing'))),
  );
  await browser.goto(`${server.at('raw')}/fight`);
  await panel.shows(say('editor.changed-meanwhile'));
  await panel.panel.evaluate(() => {
    const select = [...document.querySelectorAll<HTMLSelectElement>('form select')].find((each) => each.value === 'absent');
    if (!select) return;
    select.value = 'none';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await panel.press(say('editor.save-with', { what: say('editor.mend.secure') }));
  await panel.shows(say('editor.done.saved', { names: 'theme' }));
  expect(await sentTo('/page/ten')).toContain('theme=light');
  await panel.press(say('editor.undo'));
  await until('it is not Secure again', async () => (await sentTo('/page/eleven')).includes('theme=light'));
});

test('what no server could set is said and may be saved; what the browser refuses, with its words', async () => {
  const { panel, scene } = play();
  await panel.openView('cookies');
  await panel.press(say('editor.menu'));
  await panel.press(say('editor.add'));
  await write(say('editor.name'), '__Host-x');
  await write(say('editor.domain'), 'raw.localhost');
  await write(say('editor.path'), '/sub');
  await panel.shows(say('editor.save-anyway'));
  await panel.press(say('editor.save-anyway'));
  // Firefox holds an extension to no prefix.
  const [said = ''] = say(scene.name === 'chromium' ? 'editor.refused' : 'editor.done.saved', {
    name: '__Host-x',
    names: '__Host-x',
  }).split('$');
  await panel.shows(said);
  if (scene.name === 'firefox') return;
  await panel.shows(say('reason.prefix-host-path.sentence'));
  await panel.press(say('editor.again'));
  await until('the form holds what was refused', () =>
    panel.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('form input')].some((each) => each.value === '__Host-x'),
    ),
  );
});
