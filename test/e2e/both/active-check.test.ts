import { expect, test } from 'vitest';
import { register, signIn, signOut } from '../../../playground/start/walk';
import type { VariantId } from '../../../playground/variants';
import { say } from '../../../src/words/catalogue';
import '../../../src/words/all-words';
import { until } from '../../browsers/until';
import { violations } from '../axe';
import { shopScene } from '../scenes';

const play = shopScene();

const CHECK = '[data-check="after-sign-out"]';

/** Signs in and out again in a shop with these flaws. */
async function walk(flaws: readonly VariantId[]): Promise<void> {
  const { browser, panel, shop } = play();
  shop.switches.set(flaws);
  await browser.clearCookies();
  await panel.press(say('shell.clear'));
  // How the page answers somebody who is not signed in.
  await browser.goto(`${shop.origin}/account`);
  await signIn(browser, shop.origin);
  await signOut(browser, shop.origin);
  await panel.openView('sign-in');
}

/** Opens the form of the check, types a host and presses the button. */
async function ask(host: string): Promise<void> {
  const { panel } = play();
  await panel.panel.click(`${CHECK} button`, say('signin.check.begin'));
  await panel.panel.click(`${CHECK} input`);
  await panel.panel.type(host);
  await panel.panel.click(`${CHECK} button`, say('signin.check.send'));
}

const verdict = (wanted: string) =>
  until(`the check says ${wanted}`, () => play().panel.has(`${CHECK} [data-verdict="${wanted}"]`), {
    instead: () => play().panel.words(CHECK),
  });

/** How the requirement that a sign-out ends the session stands. */
const standing = () =>
  play().panel.panel.evaluate(
    () => document.querySelector<HTMLElement>('[data-checklist="ASVS"] [data-requirement="7.4.1"]')?.dataset.standing ?? '',
  );

test('nothing is sent while another host is named than that of the request', async () => {
  const { browser, panel, shop } = play();
  await register(browser, shop.origin);
  await walk([]);
  await ask('shop.example');
  await panel.shows(say('signin.check.other-host', { host: 'shop.localhost', typed: 'shop.example' }));
  expect(await panel.has(`${CHECK} [data-verdict]`)).toBe(false);
  expect(await violations(panel.panel)).toEqual([]);
  await panel.press(say('signin.check.cancel'));
  await expect.poll(standing).toBe('cannot-tell');
});

test('a shop that ends the session is shown to have refused the old id, and meets 7.4.1', async () => {
  await ask('shop.localhost');
  await verdict('ended');
  await expect.poll(standing).toBe('met');
  await until('it is told in the story', () => play().panel.has('[data-moment="old-id-checked"]'));
  expect(await play().panel.has('[data-moment="server-side-end"]')).toBe(false);
});

test('a shop that only says “signed out” is shown to take the old id, and does not meet it', async () => {
  await walk(['alive-after-sign-out']);
  await ask('shop.localhost');
  await verdict('still-works');
  await expect.poll(standing).toBe('not-met');
});
