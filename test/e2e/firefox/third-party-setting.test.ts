import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { policyWords } from '../../../src/words/policy-text';
import type { Firefox } from '../../browsers/firefox';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene(
  {},
  // Firefox's own question is answered with yes: only its window of glass cannot be clicked from here.
  { firefox: { prefs: { 'extensions.webextOptionalPermissionPrompts': false } } },
);

const known = () => play().panel.words('[data-testid="third-party-known"] p');

test('the browser’s setting of third-party cookies is read once the user lets it be, and again when it is another', async () => {
  const { panel, server } = play();
  const browser = play().browser as Firefox;
  await panel.press(say('settings.title'));
  await panel.shows(say('settings.third-party-ask'));
  await panel.press(say('settings.third-party-ask'));
  await browser.switchTo('/grant/');
  await browser.click('main button');
  await until('it is granted', () =>
    browser.inPage((done) => document.querySelector('[role=status]')?.textContent === done, say('grant.setting-done')),
  );
  await browser.switchTo('/empty');
  const reads = (policy: 'partition' | 'allow') => say('settings.third-party-read', { policy: policyWords(policy) });
  await until('the setting is shown as read', async () => (await known()).includes(reads('partition')));
  await expect.poll(() => known()).toContain(say('evidence.observed'));
  await browser.inBrowser(`Services.prefs.setIntPref('network.cookie.cookieBehavior', 0)`);
  await browser.goto(`${server.at('raw')}/other`);
  await until('the other setting is shown', async () => (await known()).includes(reads('allow')));
});
