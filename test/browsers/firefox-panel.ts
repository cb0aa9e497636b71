import type { DrivenPanel, Json } from './driven';
import { returned } from './function-text';
import { until } from './until';

export type ToolboxHost = 'bottom' | 'right' | 'window';

/** Our panel in the real toolbox of Firefox. */
export interface FirefoxPanel extends DrivenPanel {
  /** Moves the toolbox; Firefox loads the panel anew when it goes to or from a window of its own. */
  dock(host: ToolboxHost): Promise<void>;
}

/** What opening the panel needs of a running Firefox. */
interface RunningFirefox {
  inBrowser<T>(body: string, ...args: readonly Json[]): Promise<T>;
  readonly extensionId: string;
  screenshot(path: string): Promise<void>;
}

/** Opens the toolbox on the current tab, chooses the extension's panel and waits until its document is loaded. */
export async function openPanel(
  { inBrowser, extensionId, screenshot }: RunningFirefox,
  host: ToolboxHost,
): Promise<FirefoxPanel> {
  const browserId = await inBrowser<number>(SELECTED);
  const run = <T>(body: string, ...args: readonly Json[]) => inBrowser<T>(SCENE + body, { extensionId, browserId }, ...args);
  await run(`await gDevTools.showToolboxForTab(tab, { toolId: 'options', hostType: args[1] });`, host);
  await choosePanel(run);
  const panel: FirefoxPanel = {
    evaluate: (inPanel, ...args) => run(EVALUATE, returned(inPanel), args),
    // The panel goes on drawing between our looking and our clicking: what counts is that the click has come where it should.
    async click(selector, name) {
      const wanted = `${selector} ${name ?? ''}`;
      await until(`a click reaches ${wanted}`, async () => {
        const at = await until(
          `the panel shows ${wanted}, and it stays where it is`,
          () => panel.evaluate(aim, selector, name ?? null),
          { instead: () => panel.evaluate(whatIsThere, selector) },
        );
        await run(CLICK, at);
        return until('the click is there', () => panel.evaluate(isHit), { limit: CLICK_LIMIT });
      });
    },
    press: (key) => run(PRESS, key),
    async type(text) {
      for (const char of text) await run(PRESS, char);
    },
    async dock(side) {
      await run(`await toolbox().switchHost(args[1]);`, side);
      await choosePanel(run);
    },
    async resize(width, height) {
      await panel.dock('window');
      await until(`the panel is ${width} × ${height}`, async () => {
        const [wide, high] = await panel.evaluate(() => [innerWidth, innerHeight] as const);
        if (wide !== width || high !== height)
          await run(`toolbox().topWindow.resizeBy(args[1], args[2]);`, width - wide, height - high);
        return wide === width && high === height;
      });
    },
    async reload() {
      await panel.evaluate(() => {
        document.documentElement.dataset.old = '';
        location.reload();
      });
      await until('the panel is loaded anew', () =>
        panel.evaluate(() => document.documentElement.dataset.old === undefined && document.readyState === 'complete'),
      );
    },
    setAside: () => run(`await toolbox().selectTool('options');`),
    bringBack: () => choosePanel(run),
    screenshot,
    isOpen: () => run(`return Boolean(toolbox() && tool() && panel())`),
    close: () => run(`await toolbox().destroy();`),
  };
  return panel;
}

/** Opens the toolbox on the current tab, on its console. */
export async function openToolbox(inBrowser: RunningFirefox['inBrowser']): Promise<void> {
  const browserId = await inBrowser<number>(SELECTED);
  await inBrowser(`${SCENE} await gDevTools.showToolboxForTab(tab, { toolId: 'options', hostType: 'bottom' });`, {
    browserId,
  });
}

async function choosePanel(run: <T>(body: string) => Promise<T>): Promise<void> {
  await until('the panel has a tab in the toolbox', () => run(`return Boolean(tool())`));
  await run(`await toolbox().selectTool(tool().id);`);
  await until('the panel is loaded', () =>
    run(`return Boolean(panel()) && (await inPanel('return document.readyState')) === 'complete'`),
  );
}

/** Milliseconds after which a click that nobody has seen is taken to have gone elsewhere. */
const CLICK_LIMIT = 2000;

// These two run in the panel's document. It is `window` and not `globalThis`, which Firefox makes anew for each call.

interface Aiming {
  aimed?: { readonly element: Element; readonly at: readonly [number, number]; isHit: boolean };
  /** The guard is listening. */
  guarded?: true;
}

/**
 * The middle of an element, once it was there twice in a row with nothing over it. Until the click has come there, one that
 * goes elsewhere, for the panel has moved in between, does nothing.
 */
function aim(selector: string, name: string | null): readonly [number, number] | null {
  const scope = window as Aiming;
  const nameOf = (each: Element) => each.getAttribute('aria-label') ?? each.textContent;
  const element = [...document.querySelectorAll(selector)].find((each) => name === null || nameOf(each)?.trim() === name);
  if (!element) return null;
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const box = element.getBoundingClientRect();
  const at = [box.left + box.width / 2, box.top + box.height / 2] as const;
  const top = document.elementFromPoint(...at);
  if (box.width === 0 || box.height === 0 || !(element.contains(top) || top?.contains(element))) return null;
  const { aimed } = scope;
  if (aimed?.element === element && aimed.at.join() === at.join()) return at;
  scope.aimed = { element, at, isHit: false };
  if (scope.guarded) return null;
  scope.guarded = true;
  const guard = (event: Event) => {
    // What comes behind the click is its own: a label passes it on to its field.
    if (!scope.aimed || scope.aimed.isHit) return;
    if (!event.composedPath().includes(scope.aimed.element)) {
      event.stopImmediatePropagation();
      event.preventDefault();
    } else if (event.type === 'click') scope.aimed.isHit = true;
  };
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    window.addEventListener(type, guard, { capture: true });
  return null;
}

/** What stands in the way of a click: for the message of one that never came. */
function whatIsThere(selector: string): string {
  const boxes = [...document.querySelectorAll(selector)].map((each) => {
    const { left, top, width, height } = each.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    return `${[left, top, width, height].map(Math.round).join(' ')}, at its middle ${over?.outerHTML.slice(0, 200)}`;
  });
  return `In ${innerWidth} × ${innerHeight}: ${boxes.join('; ') || 'no such element'}\n${document.body.innerText}`;
}

function isHit(): boolean {
  const scope = window as Aiming;
  const hit = scope.aimed?.isHit === true;
  if (hit) delete scope.aimed;
  return hit;
}

const SELECTED = `return Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser.browserId;`;

/** What the scripts below find in the browser's windows. `args[0]` tells the extension and the tab that the toolbox is of. */
const SCENE = `
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const tabs = [...Services.wm.getEnumerator('navigator:browser')].flatMap(({ gBrowser }) => gBrowser.tabs);
  const tab = tabs.find(({ linkedBrowser }) => linkedBrowser.browserId === args[0].browserId);
  const toolbox = () => gDevTools.getToolboxForTab(tab);
  const tool = () => toolbox().getAdditionalTools().find((each) => each.extensionId === args[0].extensionId);
  const panel = () => {
    const frame = toolbox().doc.getElementById('toolbox-panel-iframe-' + tool().id);
    const browser = frame?.contentDocument?.querySelector('browser');
    const loaded = browser?.browsingContext?.currentWindowGlobal?.documentURI?.spec.startsWith('moz-extension:');
    return loaded ? browser : null;
  };
  const inPanel = (text, values = []) => panel().browsingContext.currentWindowGlobal.getActor('MarionetteCommands')
    .executeScript(text, values, { sandboxName: null, newSandbox: true, timeout: 10000, async: false });
`;

const EVALUATE = `return await inPanel(args[1], args[2]);`;

const CLICK = `
  const browser = panel();
  const box = browser.getBoundingClientRect();
  const [x, y] = [box.left + args[1][0], box.top + args[1][1]];
  browser.focus();
  for (const type of ['mousemove', 'mousedown', 'mouseup'])
    browser.ownerDocument.defaultView.synthesizeMouseEvent(type, x, y, { button: 0, clickCount: type === 'mousemove' ? 0 : 1 }, {});
`;

const PRESS = `
  const browser = panel();
  browser.focus();
  const view = browser.ownerDocument.defaultView;
  const names = args[1].length > 1 ? args[1].split('+') : [args[1]];
  const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!processor.beginInputTransactionForTests(view)) throw new Error('Another input transaction runs');
  const events = names.map((key) => new view.KeyboardEvent('', { key }));
  const flags = names.map((key) => key.length > 1 ? 0 : processor.KEY_FORCE_PRINTABLE_KEY);
  events.forEach((event, n) => processor.keydown(event, flags[n]));
  events.reverse().forEach((event) => processor.keyup(event));
`;
