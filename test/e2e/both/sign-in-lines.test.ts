import { expect, test } from 'vitest';
import { goWay } from '../../../playground/start/scenarios';
import { until } from '../../browsers/until';
import { shopScene } from '../scenes';

const play = shopScene();

test('no line goes through the words of a sign-in through another site, though Flow was open before', async () => {
  const { browser, panel, shop } = play();
  await goWay(browser, 'federated', shop.hosts);
  await panel.choose({ path: '/sign-in/id', status: '303' });
  await panel.openView('sign-in');
  const crossed = () =>
    panel.panel.evaluate(() => {
      const words = [...document.querySelectorAll('[data-message]')];
      return words.length === 0 ? -1 : words.filter((each) => getComputedStyle(each, '::before').content !== 'none').length;
    });
  expect(await until('its messages are drawn', async () => [await crossed()].find((count) => count >= 0)?.toString())).toBe('0');
});
