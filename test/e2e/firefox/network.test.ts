import { test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import type { Firefox } from '../../browsers/firefox';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({ '/set': { setCookie: ['kept=1; Path=/'] } }, { alone: true });

const CLIPBOARD = `
  const wanted = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
  wanted.init(null);
  wanted.addDataFlavor('text/plain');
  Services.clipboard.getData(wanted, Ci.nsIClipboard.kGlobalClipboard);
  const found = {};
  wanted.getTransferData('text/plain', found);
  return found.value.QueryInterface(Ci.nsISupportsString).data;
`;

test('where no extension may open the Network panel, the filter that finds a cookie there is copied', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await panel.panel.click('#tab-cookies');
  await panel.panel.click('[data-cookie]');
  await panel.press(say('life.network-copy'));
  await panel.shows(say('life.network-copied'));
  await until('the filter is on the clipboard', async () => {
    const text = await (browser as Firefox).inBrowser<string>(CLIPBOARD);
    return text === 'set-cookie-name:kept';
  });
});
