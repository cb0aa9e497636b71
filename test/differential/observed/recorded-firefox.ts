import { type Firefox, type FirefoxOptions, launchFirefox } from '../../browsers/firefox';
import { recorderIn } from '../../browsers/recorder-in-panel';
import { until } from '../../browsers/until';
import { entryOf, isAlive, JAR, ONE_PROCESS, type RawCookie } from '../firefox-player';
import type { Circumstances, RecordedBrowser } from './recorded-browser';

/** Firefox with its toolbox and our panel on its first tab. */
export async function recordedFirefox(circumstances: Circumstances): Promise<RecordedBrowser> {
  const isPrivate = circumstances === 'private';
  const driven = await launchFirefox({
    extension: 'dist/firefox',
    prefs: PREFS[circumstances],
  });
  const own = isPrivate ? { privateBrowsingId: 1 } : {};
  try {
    if (isPrivate) await openPrivateWindow(driven);
    const panel = await driven.openPanel();
    await driven.inBrowser(OTHER_TAB);
    return {
      name: 'firefox',
      version: await driven.inBrowser<string>('return Services.appinfo.version'),
      driven,
      recorder: recorderIn(panel),
      otherTab: (url) => driven.inBrowser(GO, url),
      async edit({ host, line }) {
        if (line.life === 'deletes')
          await driven.inBrowser('Services.cookies.remove(args[0], args[1], "/", args[2])', host, line.name, own);
        else await driven.inBrowser(ADD, host, line.name, line.value, own);
      },
      jar: async () => (await driven.inBrowser<readonly RawCookie[]>(isPrivate ? PRIVATE_JAR : JAR)).map(entryOf).filter(isAlive),
      clearJar: () => (isPrivate ? driven.inBrowser(CLEAR_PRIVATE) : driven.clearCookies()),
      close: () => driven.close(),
    };
  } catch (error) {
    await driven.close();
    throw error;
  }
}

/** Read where the lists of Enhanced Tracking Protection are, which no browser has at its first start. */
const TRACKERS = { 'urlclassifier.trackingAnnotationTable.testEntries': 'b.test,api.b.test,bar.github.io' };

/** As it comes, a site has a process; the walks of what nobody has by default share one, which is several times as fast. */
const PREFS: Readonly<Record<Circumstances, NonNullable<FirefoxOptions['prefs']>>> = {
  default: {},
  allow: { ...ONE_PROCESS, 'network.cookie.cookieBehavior': 0 },
  private: {},
  trackers: { ...ONE_PROCESS, ...TRACKERS },
};

const OTHER_TAB = `
  const win = Services.wm.getMostRecentWindow('navigator:browser');
  win.walkTab = win.gBrowser.addTab('about:blank', {
    inBackground: true, triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  });
`;

const GO = `
  const win = Services.wm.getMostRecentWindow('navigator:browser');
  win.walkTab.linkedBrowser.fixupAndLoadURIString(args[0], {
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  });
`;

const ADD = `
  const inAnHour = Date.now() + 3_600_000;
  Services.cookies.add(args[0], '/', args[1], args[2], true, false, true, inAnHour, args[3],
    Ci.nsICookie.SAMESITE_LAX, Ci.nsICookie.SCHEME_HTTPS);
`;

const PRIVATE = `'{"privateBrowsingId":1}'`;
const PRIVATE_JAR = JAR.replace('Services.cookies.cookies', `Services.cookies.getCookiesWithOriginAttributes(${PRIVATE})`);
const CLEAR_PRIVATE = `Services.cookies.removeCookiesWithOriginAttributes(${PRIVATE})`;

/** Lets the extension into private windows and opens one, which becomes the current one. */
async function openPrivateWindow(driven: Firefox): Promise<void> {
  await driven.inBrowser(
    `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
     const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
     await ExtensionPermissions.add(args[0], { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
     await (await AddonManager.getAddonByID(args[0])).reload();
     const { BrowserWindowTracker } = ChromeUtils.importESModule('resource:///modules/BrowserWindowTracker.sys.mjs');
     await BrowserWindowTracker.promiseOpenWindow({ private: true });`,
    driven.extensionId,
  );
  await until('the private window is in front', () =>
    driven.inBrowser<boolean>(
      `const win = Services.wm.getMostRecentWindow('navigator:browser');
       return win.gBrowserInit?.delayedStartupFinished && win.docShell.usePrivateBrowsing`,
    ),
  );
  await driven.switchTo('about:privatebrowsing');
}
