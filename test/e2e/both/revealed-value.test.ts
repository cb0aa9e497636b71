import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { pickCookie } from '../cookie-editing';
import { rawScene } from '../scenes';

const play = rawScene({ '/coded': { setCookie: ['JSESSIONID=9F2C77AA31D4D96E407AAD42F3C1B7A0; Path=/; HttpOnly'] } });

test('the value of an HttpOnly cookie is shown to edit only when it is revealed', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/coded`);
  await panel.openView('cookies');
  await pickCookie(panel, 'JSESSIONID', '/');
  await panel.press(say('editor.edit'));
  await panel.shows('9F2C••••••');
  const edited = () => panel.panel.evaluate(() => document.querySelector('textarea')?.value ?? '');
  expect(await edited()).toBe('');
  await panel.panel.click('form button', say('explain.reveal'));
  await until('the value can be edited', async () => (await edited()) === '9F2C77AA31D4D96E407AAD42F3C1B7A0');
  expect(await panel.panel.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await panel.press(say('editor.cancel'));
});
