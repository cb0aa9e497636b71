import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { rawScene } from '../scenes';

const play = rawScene(
  {},
  {
    firefox: {
      prefs: {
        'extensions.originControls.grantByDefault': false,
        // Firefox's own question is answered with yes: only its window of glass cannot be clicked from here.
        'extensions.webextOptionalPermissionPrompts': false,
      },
    },
  },
);

test('without access the panel says so, its button leads to the page that asks, and once granted the site is recorded', async () => {
  const { browser, panel, server } = play();
  await panel.shows(say('permission.title', { site: 'raw.localhost' }));
  await browser.goto(`${server.at('raw')}/unseen`);
  await expect.poll(async () => (await panel.rows()).filter((row) => row.kind === 'request')).toEqual([]);
  await panel.press(say('permission.grant'));
  await browser.switchTo('/grant/');
  await browser.click('main button');
  await browser.switchTo('/unseen');
  await browser.goto(`${server.at('raw')}/seen`);
  await panel.row({ path: '/seen', status: '200' });
});
