import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { arrival, signOut, submit } from '../../../playground/start/walk';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { violations } from '../axe';
import { dropFile } from '../dropped-file';
import { shopScene } from '../scenes';

const play = shopScene({ alone: true });

const ACCOUNTS = [
  { user: 'alice.smith', password: 'correct horse battery' },
  { user: 'robert.jones', password: 'quiet river stone' },
] as const;

beforeAll(async () => {
  const { browser, panel, shop } = play();
  for (const [at, account] of ACCOUNTS.entries()) {
    await browser.goto(`${shop.origin}/register`);
    await submit(browser, '/register', account);
    await arrival(browser, '/sign-in');
    await submit(browser, '/sign-in', account);
    await arrival(browser, '/account');
    if (at === 0) await signOut(browser, shop.origin);
  }
  await panel.openView('sign-in');
});

/** The chips of the sessions, in their order: name, marks, whether it is shown. */
const chips = () =>
  play().panel.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-session]')].map(
      (each) => `${each.innerText.replace(/\s+/g, ' ').trim()}${each.ariaPressed === 'true' ? ' *' : ''}`,
    ),
  );
const momentsOf = (story: number) =>
  play().panel.panel.evaluate((at) => {
    const column = document.querySelectorAll('[data-story]')[at];
    return [...(column?.querySelectorAll<HTMLElement>('[data-moment]') ?? [])].map((each) => each.dataset.moment ?? '');
  }, story);
const show = (session: RegExp) =>
  play().panel.panel.evaluate(
    (source) =>
      [...document.querySelectorAll<HTMLElement>('[data-session]')]
        .find((each) => new RegExp(source).test(each.innerText.replace(/\s+/g, ' ')))
        ?.click(),
    session.source,
  );

test('a site with two accounts has two sessions, and one that is chosen has its own story', async () => {
  await until('both sessions are listed', async () => (await chips()).length === 3, { instead: chips });
  const [all, first, second] = await chips();
  expect(all).toContain('all 2 sessions *');
  expect(first).toMatch(/session 1 account 1 · .+ · Signed out$/);
  expect(second).toMatch(/session 2 account 2 · .+ · Signed in$/);
  await show(/session 2/);
  await until('the second session is shown', async () => (await chips())[2]?.endsWith('*') ?? false, { instead: chips });
  await until('it tells of no sign-out', async () => !(await momentsOf(0)).includes('signed-out'), {
    instead: () => momentsOf(0),
  });
  expect(await momentsOf(0)).toContain('signed-in');
});

test('Findings and Cookies say which session they are judged for, and lead back to all', async () => {
  const { panel } = play();
  for (const view of ['findings', 'cookies'] as const) {
    await panel.openView(view);
    await until(`${view} names the session`, async () => (await panel.words('[data-session-note]')).includes('session 2'), {
      instead: () => panel.text(),
    });
  }
  await panel.panel.evaluate(
    (words) =>
      [...document.querySelectorAll<HTMLElement>('[role=search] [aria-pressed]')]
        .find((each) => each.innerText.includes(words))
        ?.click(),
    say('cookies.facet.session'),
  );
  await until('the session cookie is among those of the session', () => panel.has('[data-cookie*="sid"]'));
  await panel.press(say('signin.looked-at.all'));
  await until('no session is chosen', async () => !(await panel.has('[data-session-note]')));
  await panel.openView('sign-in');
  await until('all of the site is shown', async () => (await chips())[0]?.endsWith('*') ?? false, { instead: chips });
});

/** Chooses what stands beside the session shown, by the words of the choice. */
const setBeside = (option: RegExp) =>
  until('the session can be set beside', () =>
    play().panel.panel.evaluate((source) => {
      const select = document.querySelector<HTMLSelectElement>('[data-beside]');
      const found = [...(select?.options ?? [])].find(({ text }) => new RegExp(source).test(text));
      if (!select || !found) return false;
      // React listens to the setter of the element's own class.
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, found.value);
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    }, option.source),
  );
const differs = () =>
  play().panel.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-trait][data-differs]')].map((each) => each.dataset.trait ?? ''),
  );

test('two sessions stand side by side with what differs, and axe finds nothing', async () => {
  const { panel } = play();
  await show(/session 1/);
  await setBeside(/session 2/);
  await until('the account is told as another', async () => (await differs()).includes('account'), { instead: differs });
  expect(await differs()).toContain('end');
  expect(await differs()).not.toContain('how');
  await panel.shows(say('signin.compared.other-ids'));
  expect(await momentsOf(1)).toContain('signed-in');
  expect(await violations(panel.panel)).toEqual([]);
});

test('a session of another cookie store stands beside, from the recording in which it is', async () => {
  const { panel } = play();
  const recorded = readFileSync('test/recordings/chromium-sign-in.json', 'utf8');
  await panel.press(say('shell.files'));
  await panel.press(say('shell.files.compare'));
  await until('the file can be chosen', () => panel.has('dialog[open] input[type=file]'));
  await dropFile(panel.panel, 'private.json', recorded.replaceAll(/"storeId": ?"0"/g, '"storeId":"1"'));
  await panel.shows(say('compare.jar'));
  await panel.press(say('shell.close'));
  await setBeside(/./);
  await until(
    'the private window is offered',
    () =>
      panel.panel.evaluate(
        (words) => [...document.querySelectorAll('optgroup')].some(({ label }) => label === words),
        say('signin.recording', { name: 'private.json', store: say('signin.store.private') }),
      ),
    { instead: () => panel.text() },
  );
  await panel.panel.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>('[data-beside]');
    const other = select?.querySelector<HTMLOptionElement>('optgroup option');
    if (!select || !other) return;
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, other.value);
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await panel.shows(say('signin.compared.elsewhere'));
  expect(await momentsOf(1)).toContain('signed-in');
  // A request of it opens in its own recording.
  await panel.panel.evaluate(() =>
    document.querySelectorAll('[data-story]')[1]?.querySelector<HTMLElement>('[data-moment] button')?.click(),
  );
  await panel.showsView('flow');
  await panel.shows(say('side-by-side.show'));
  await until('the file is shown', () => panel.has('[data-testid=file-notice], [data-notice=compared]'));
});
