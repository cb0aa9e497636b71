import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { named } from '../panel-reader';
import { rawScene } from '../scenes';

const ID = '3vq9s1c6h0f2k8m4n7p5r1t2u6';
const play = rawScene({
  '/area/set': { setCookie: [`PHPSESSID=${ID}; Path=/; SameSite=Strict; HttpOnly`, 'cart=7; Path=/; SameSite=None'] },
  '/account': { status: 302, location: '/login' },
  '/login': { body: 'sign in' },
  '/from': { body: 'a mail' },
});

const NOTICE = '[data-testid="incident-notice"]';

/** A link from another site to a page that needs a Strict session. */
async function signedOut(): Promise<void> {
  const { browser, panel, server } = play();
  await panel.openView('flow');
  if ((await panel.rowCount()) === 0) {
    await browser.goto(`${server.at('raw')}/area/set`);
    await panel.row({ path: '/area/set', set: 1 });
    await browser.goto(`${server.at('other')}/from`);
    await browser.inPage(
      (url: string) => {
        location.href = url;
      },
      `${server.at('raw')}/account`,
    );
    await panel.row({ path: '/account' });
  }
  await until('the quiet line says so', () => panel.has(NOTICE), { instead: () => panel.text() });
}

test('a link from another site to a page that needs a Strict session is an incident, told over every view and in its own', async () => {
  const { panel } = play();
  await signedOut();
  await expect.poll(() => panel.words(NOTICE)).toContain('PHPSESSID');
  for (const view of ['cookies', 'findings', 'lab', 'incidents'] as const) {
    await panel.openView(view);
    await until(`${view} has the line at its top`, () => panel.has(NOTICE));
  }
  await until('the incident is told', () => panel.has('[data-incident] [data-part="consequence"]'), {
    instead: () => panel.text(),
  });
  const shown = await panel.text();
  expect(shown).toContain('PHPSESSID');
  expect(shown).toContain('SameSite=Lax');
  expect(shown).not.toContain(ID);
});

test('the line leads to the incident and to its fix, the key I to the latest, wherever the reader is', async () => {
  const { panel } = play();
  await signedOut();
  await panel.press(say('incident.fix'));
  await panel.showsView('incidents');
  const focused = (selector: string) =>
    panel.panel.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
  await until('the fix has the focus', () => focused('[data-part="fix"]'));
  await panel.openView('flow');
  await panel.press(say('incident.show'));
  await panel.showsView('incidents');
  await until('the heading has the focus', () => focused('.incident-head'));
  await panel.openView('flow');
  await panel.panel.press('i');
  await panel.showsView('incidents');
});

test('rows of an incident are marked, and the filter finds them', async () => {
  const { panel } = play();
  await signedOut();
  await panel.filter('is:incident');
  await panel.row({ path: '/account' });
  await panel.without({ path: '/login' });
  await until('the row is marked', () => panel.has(`[data-row-id] [aria-label="${say('list.incident')}"]`));
  await panel.press(say('filter.clear'));
  await panel.filter('incident:csrf-check');
  await panel.without({ path: '/account' });
  await panel.press(say('filter.clear'));
  await panel.row({ path: '/account' });
});

test('asked what is wrong, the recording answers by an incident, by a place, or by what must be recorded', async () => {
  const { panel } = play();
  await signedOut();
  await panel.openView('incidents');
  const answered = (kind: string) =>
    until(`the answer is ${kind}`, () => panel.has(`[data-answer-kind="${kind}"]`), { instead: () => panel.text() });
  await panel.panel.click('[data-question="signed-out"]');
  await answered('incident');
  await panel.panel.click('[data-question="not-set"]');
  await answered('place');
  await expect.poll(() => panel.words('[data-place="cart"]')).toContain('SameSite=None without Secure');
  await expect.poll(() => panel.words('[data-place="cart"] [data-testid="fix-line"]')).toContain('Secure');
  await panel.panel.click('[data-question="sign-out"]');
  await answered('not-recorded');
  await expect.poll(() => panel.text()).toContain('sign out, and open that page once more');
});

test('the field is worked by keys: a cookie is typed and chosen, and the answer is about it', async () => {
  const { panel } = play();
  await signedOut();
  await panel.openView('incidents');
  await panel.focus(`[role=combobox]${named(say('ask.title'))}`);
  for (const key of ['c', 'a', 'r', 't']) await panel.panel.press(key);
  await until('the cookie is offered', () => panel.has('[data-option="cookie cart"]'), { instead: () => panel.text() });
  await expect.poll(() => panel.view()).toBe('incidents');
  for (let step = 0; step < 20 && !(await panel.has('[data-option="cookie cart"][aria-selected="true"]')); step++)
    await panel.panel.press('ArrowDown');
  await panel.panel.press('Enter');
  await until('the answer is about it', () => panel.has(`[aria-label="${say('ask.drop', { what: 'cart' })}"]`), {
    instead: () => panel.text(),
  });
  await panel.press(say('ask.close'));
  await until('the incidents are listed again', async () => !(await panel.has('[data-answer-kind]')));
});

test('the cross takes the line away', async () => {
  const { panel } = play();
  await signedOut();
  await panel.press(say('incident.hide'));
  await until('the line is gone', async () => !(await panel.has(NOTICE)));
  await panel.openView('incidents');
  await expect.poll(() => panel.has(NOTICE)).toBe(false);
});
