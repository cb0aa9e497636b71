import { type Chromium, launchChromium } from '../../browsers/chromium';
import { recorderIn } from '../../browsers/recorder-in-panel';
import { until } from '../../browsers/until';
import { type CdpCookie, entryOf } from '../chromium-player';
import type { Circumstances, RecordedBrowser } from './recorded-browser';

/** Chromium with DevTools and our panel on its first tab. */
export async function recordedChromium(circumstances: Circumstances): Promise<RecordedBrowser> {
  const driven = await launchChromium({
    thirdParty: circumstances === 'allow' ? 'allow' : 'default',
    extension: 'dist/chrome',
  });
  try {
    const otherTab = await (circumstances === 'private' ? privateTabs(driven) : ordinaryTabs(driven));
    await driven.page.bringToFront();
    const panel = await driven.openPanel();
    const session = await driven.context.newCDPSession(driven.page);
    return {
      name: 'chromium',
      version: driven.context.browser()?.version() ?? '',
      driven,
      recorder: recorderIn(panel),
      otherTab,
      async edit({ host, line }) {
        const place = { name: line.name, domain: host, path: '/' };
        if (line.life === 'deletes') await session.send('Network.deleteCookies', place);
        else await session.send('Network.setCookie', { ...place, value: line.value, url: `https://${host}/` });
      },
      async jar() {
        // Of the page's own store, which `Storage.getCookies` of a private page is not.
        const { cookies } = await session.send('Network.getAllCookies');
        return (cookies as readonly CdpCookie[]).map(entryOf);
      },
      async clearJar() {
        await session.send('Network.clearBrowserCookies');
      },
      close: () => driven.close(),
    };
  } catch (error) {
    await driven.close();
    throw error;
  }
}

type OtherTab = RecordedBrowser['otherTab'];

async function ordinaryTabs(driven: Chromium): Promise<OtherTab> {
  const other = await driven.open('about:blank');
  return async (url) => {
    void other.goto(url).catch(() => null);
  };
}

interface ExtensionScope {
  readonly chrome: {
    readonly windows: { create(options: object): Promise<{ readonly id: number }> };
    readonly tabs: {
      create(options: object): Promise<{ readonly id: number }>;
      update(tab: number, options: object): Promise<unknown>;
    };
  };
}

/** Opens a private window, which becomes the current one, with another tab. No driver opens a tab there: the extension does. */
async function privateTabs(driven: Chromium): Promise<OtherTab> {
  const extensions = await driven.open('chrome://extensions/');
  const configuration = JSON.stringify({ extensionId: driven.extensionId, incognitoAccess: true });
  await extensions.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${configuration})`);
  await extensions.close();
  const other = await until('a private window is open', () =>
    driven.inBackground(async () => {
      const { windows, tabs } = (globalThis as unknown as ExtensionScope).chrome;
      const { id } = await windows.create({ url: 'about:blank#private', incognito: true });
      return (await tabs.create({ windowId: id, url: 'about:blank', active: false })).id;
    }, null),
  );
  await driven.switchTo('#private');
  return (url) =>
    driven.inBackground(
      async ({ tab, to }) => {
        await (globalThis as unknown as ExtensionScope).chrome.tabs.update(tab, { url: to });
      },
      { tab: other, to: url },
    );
}
