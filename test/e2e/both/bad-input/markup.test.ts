import { expect, test } from 'vitest';
import { say } from '../../../../src/words/catalogue';
import { rawScene } from '../../scenes';

const MARKUP = '<img src=x onerror="document.title=\'owned\'"><b id=owned>bold</b>';

const play = rawScene({ '/markup': { setCookie: [`<b id=owned>=${MARKUP}; Path=/`, `markup=${MARKUP}; Path=/`] } });

test('markup in a name, a value and an attribute is shown as text', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/markup`);
  await panel.choose({ path: '/markup', status: '200' });
  await panel.open({ name: 'markup' });
  await panel.press(say('explain.reveal'));
  await expect.poll(() => panel.explanation()).toContain(MARKUP);
  await expect
    .poll(() => panel.panel.evaluate(() => document.querySelector('#owned') === null && document.title !== 'owned'))
    .toBe(true);
});
