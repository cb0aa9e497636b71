import type { BrowserContext, Frame, Page } from 'playwright-core';
import type { DrivenPanel } from './driven';
import { called } from './function-text';
import { until } from './until';

type DockSide = 'undocked' | 'right' | 'bottom' | 'left';

/** Our panel in a real DevTools window of Chromium. */
export interface ChromiumPanel extends DrivenPanel {
  /** The DevTools front end itself. */
  readonly devtools: Page;
  /** The panel's document: locators, clicks and evaluation as with any frame of playwright's. */
  readonly frame: Frame;
  dock(side: DockSide): Promise<void>;
  /** Waits until the panel is painted as it is now: as a frame of another process it would be in a picture as it was before. */
  painted(): Promise<void>;
  /** A picture of the panel's frame alone, as PNG. */
  screenshot(path: string): Promise<void>;
}

/** Opens DevTools on a page, and our panel in it. */
export const openPanel = async (context: BrowserContext, page: Page): Promise<ChromiumPanel> =>
  openPanelIn(await openDevTools(context, page));

/** Chooses the tab of the extension's panel in DevTools that are open, and waits until the panel's document is loaded. */
export async function openPanelIn(devtools: Page): Promise<ChromiumPanel> {
  await until('the panel has a tab in DevTools', () => showPanel(devtools));
  const frame = await until('the panel is loaded', () => panelFrame(devtools), {
    instead: () => devtools.frames().map((each) => each.url()),
  });
  await frame.waitForLoadState('load');
  const painted = () =>
    frame.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
  return {
    devtools,
    frame,
    evaluate: (run, ...args) => frame.evaluate(called(run, args)),
    click: (selector, name) => locate(frame, selector, name).click(),
    press: (key) => devtools.keyboard.press(key),
    type: (text) => devtools.keyboard.type(text),
    isOpen: async () => !devtools.isClosed() && !frame.isDetached(),
    dock: (side) => dock(devtools, side),
    async reload() {
      await frame.goto(frame.url());
    },
    setAside: () => devtools.evaluate(SET_ASIDE),
    async bringBack() {
      await until('the panel is shown', async () => (await showPanel(devtools)) && (await panelFrame(devtools)) === frame);
    },
    async resize(width, height) {
      await dock(devtools, 'undocked');
      await until(`the panel is ${width} × ${height}`, async () => {
        const window = await devtools.evaluate(() => [innerWidth, innerHeight] as const);
        const panel = await frame.evaluate(() => [innerWidth, innerHeight] as const);
        if (panel[0] === width && panel[1] === height) return true;
        await devtools.setViewportSize({ width: window[0] + width - panel[0], height: window[1] + height - panel[1] });
        return false;
      });
    },
    painted,
    async screenshot(path) {
      await painted();
      const element = await frame.frameElement();
      await element.screenshot({ path, animations: 'disabled' });
    },
    async close() {
      const closed = devtools.waitForEvent('close');
      await devtools.close();
      await closed;
    },
  };
}

function locate(frame: Frame, selector: string, name?: string) {
  const matching = frame.locator(selector);
  if (name === undefined) return matching.first();
  return matching.and(frame.getByLabel(name, { exact: true }).or(frame.getByText(name, { exact: true }))).first();
}

/** Opens DevTools on a page, whatever its panel. */
export async function openDevTools(context: BrowserContext, page: Page): Promise<Page> {
  const browser = context.browser();
  if (!browser) throw new Error('Chromium has ended.');
  const targetId = await targetOf(context, page);
  const session = await browser.newBrowserCDPSession();
  try {
    const opened = context.waitForEvent('page', { predicate: (each) => each.url().startsWith('devtools://') });
    await session.send('Target.openDevTools' as never, { targetId } as never);
    return await opened;
  } finally {
    await session.detach();
  }
}

async function targetOf(context: BrowserContext, page: Page): Promise<string> {
  const session = await context.newCDPSession(page);
  try {
    const { targetInfo } = await session.send('Target.getTargetInfo');
    return targetInfo.targetId;
  } finally {
    await session.detach();
  }
}

const SET_ASIDE = `(async () => {
  const UI = await import('./ui/legacy/legacy.js');
  await UI.ViewManager.ViewManager.instance().showView('console');
})()`;

/** The front end may still be loading: then evaluation fails and the caller asks again. */
const showPanel = (devtools: Page): Promise<boolean> =>
  devtools.evaluate(`(async () => {
    const UI = await import('./ui/legacy/legacy.js');
    const id = UI.InspectorView.InspectorView.instance().tabbedPane.tabIds().find((each) => each.startsWith('chrome-extension://'));
    if (id) await UI.ViewManager.ViewManager.instance().showView(id);
    return Boolean(id);
  })()`);

// The devtools page is a frame too, but it is hidden: the panel is the one that is drawn.
async function panelFrame(devtools: Page): Promise<Frame | null> {
  for (const frame of devtools.frames()) {
    if (!frame.url().startsWith('chrome-extension://')) continue;
    const element = await frame.frameElement();
    if (await element.isVisible()) return frame;
  }
  return null;
}

async function dock(devtools: Page, side: DockSide): Promise<void> {
  await devtools.evaluate(`(async () => {
    const UI = await import('./ui/legacy/legacy.js');
    UI.DockController.DockController.instance().setDockSide(${JSON.stringify(side)});
  })()`);
  await until(`DevTools is ${side}`, () =>
    devtools.evaluate(`(async () => {
      const UI = await import('./ui/legacy/legacy.js');
      return UI.DockController.DockController.instance().dockSide() === ${JSON.stringify(side)};
    })()`),
  );
}
