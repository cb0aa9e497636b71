import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fact } from '../../../src/analysis/facts/fact';
import type { Firefox } from '../../browsers/firefox';
import { until } from '../../browsers/until';
import { tape } from '../capture/tape';
import { EDITED_SITE, editsHere } from '../cookie-editing';
import { PanelReader } from '../panel-reader';
import { type RawServer, rawServer } from '../raw-server';
import { Scene } from '../scene';

let scene: Scene;
let browser: Firefox;
let server: RawServer;

beforeEach(async () => {
  server = await rawServer({
    ...EDITED_SITE,
    '/ordinary': { setCookie: ['ordinary=1', 'sid=ordinary; Path=/'] },
    '/own': { setCookie: ['own=1'] },
  });
  scene = await Scene.open();
  browser = scene.browser as Firefox;
  await browser.goto(`${server.at('a')}/ordinary`);
});
afterEach(async () => {
  await scene?.close();
  await server?.close();
});

const stores = (facts: readonly Fact[]) =>
  new Set(facts.flatMap((fact) => ('storeId' in fact && fact.storeId !== null ? fact.storeId : [])));
const names = (facts: readonly Fact[]) =>
  new Set(
    facts.flatMap((fact) =>
      fact.kind === 'jar-snapshot'
        ? fact.cookies.map(({ name }) => name)
        : fact.kind === 'cookie-changed'
          ? fact.cookie.name
          : [],
    ),
  );

/** Loads an address in the tab that is chosen. */
const load = (url: string) =>
  browser.inBrowser<void>(
    `const win = Services.wm.getMostRecentWindow('navigator:browser');
     win.gBrowser.selectedBrowser.loadURI(Services.io.newURI(args[0]), { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });`,
    url,
  );

/** Opens a tab of a container. */
const openContainer = () =>
  browser.inBrowser<void>(
    `const win = Services.wm.getMostRecentWindow('navigator:browser');
     const tab = win.gBrowser.addTrustedTab(args[0], { userContextId: 2 });
     win.gBrowser.selectedTab = tab;`,
    `${server.at('a')}/`,
  );

/** Lets the extension into private windows, and opens one. */
async function openPrivateWindow(): Promise<void> {
  await browser.inBrowser(
    `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
     const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
     await ExtensionPermissions.add(args[0], { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
     await (await AddonManager.getAddonByID(args[0])).reload();
     const { BrowserWindowTracker } = ChromeUtils.importESModule('resource:///modules/BrowserWindowTracker.sys.mjs');
     await BrowserWindowTracker.promiseOpenWindow({ private: true });`,
    browser.extensionId,
  );
  await until('the private window is in front', () =>
    browser.inBrowser<boolean>(
      `const win = Services.wm.getMostRecentWindow('navigator:browser');
       return win.gBrowserInit?.delayedStartupFinished && win.docShell.usePrivateBrowsing`,
    ),
  );
  await load(`${server.at('a')}/`);
}

/** Records a page of the tab that is chosen, while another tab gets cookies too. */
async function record(): Promise<readonly Fact[]> {
  const recorded = tape(await browser.openPanel());
  await recorded.until('the recording has begun', (facts) => facts.some(({ kind }) => kind === 'jar-snapshot'));
  await load(`${server.at('a')}/own`);
  return recorded.until('the jar was read after the response', (facts) =>
    facts.some((fact) => fact.kind === 'jar-snapshot' && fact.cookies.some(({ name }) => name === 'own')),
  );
}

/** Cookies are edited in the tab that is chosen; those of the ordinary store stay as they were. */
async function edit(): Promise<void> {
  const panel = new PanelReader(await browser.openPanel());
  await editsHere({ panel, server, goto: load });
  await browser.goto(`${server.at('a')}/ordinary-again`);
  expect(server.cookieSentTo('/ordinary-again')).toContain('sid=ordinary');
}

test('in a container tab only the cookies of that container are recorded', async () => {
  await openContainer();
  const facts = await record();
  expect([[...stores(facts)], [...names(facts)]]).toEqual([['firefox-container-2'], ['own']]);
});

test('in a private window only the cookies of private windows are recorded', async () => {
  await openPrivateWindow();
  const facts = await record();
  expect([[...stores(facts)], [...names(facts)]]).toEqual([['firefox-private'], ['own']]);
});

test('in a container tab cookies are edited and protected in that container alone', async () => {
  await openContainer();
  await edit();
});

test('in a private window cookies are edited and protected in private windows alone', async () => {
  await openPrivateWindow();
  await edit();
});
