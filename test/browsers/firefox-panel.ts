import type { DrivenPanel, Json } from './driven';
import type { Firefox } from './firefox';
import { returned } from './function-text';
import { until } from './until';

export type ToolboxHost = 'bottom' | 'right' | 'window';

/** Our panel in the real toolbox of Firefox. */
export interface FirefoxPanel extends DrivenPanel {
  /** Moves the toolbox; Firefox loads the panel anew when it goes to or from a window of its own. */
  dock(host: ToolboxHost): Promise<void>;
}

type Window = Pick<Firefox, 'inBrowser' | 'extensionId' | 'screenshot'>;

/** Opens the toolbox on the current tab, chooses the extension's panel and waits until its document is loaded. */
export async function openPanel({ inBrowser, extensionId, screenshot }: Window, host: ToolboxHost): Promise<FirefoxPanel> {
  const run = <T>(body: string, ...args: readonly Json[]) => inBrowser<T>(SCENE + body, extensionId, ...args);
  await run(`await gDevTools.showToolboxForTab(tab, { toolId: 'webconsole', hostType: args[1] });`, host);
  await choosePanel(run);
  const panel: FirefoxPanel = {
    evaluate: (inPanel, ...args) => run(EVALUATE, returned(inPanel), args),
    async click(selector, name) {
      const at = await until(`the panel shows ${selector} ${name ?? ''}`, () => panel.evaluate(middle, selector, name ?? null));
      await run(CLICK, at);
    },
    press: (key) => run(PRESS, key),
    async type(text) {
      for (const char of text) await run(PRESS, char);
    },
    async dock(side) {
      await run(`await toolbox().switchHost(args[1]);`, side);
      await choosePanel(run);
    },
    screenshot,
    isOpen: () => run(`return Boolean(toolbox() && tool() && panel())`),
    close: () => run(`await toolbox().destroy();`),
  };
  return panel;
}

async function choosePanel(run: <T>(body: string) => Promise<T>): Promise<void> {
  await until('the panel has a tab in the toolbox', () => run(`return Boolean(tool())`));
  await run(`await toolbox().selectTool(tool().id);`);
  await until('the panel is loaded', () =>
    run(`return Boolean(panel()) && (await inPanel('return document.readyState')) === 'complete'`),
  );
}

function middle(selector: string, name: string | null): readonly [number, number] | null {
  const nameOf = (each: Element) => each.getAttribute('aria-label') ?? each.textContent;
  const element = [...document.querySelectorAll(selector)].find((each) => name === null || nameOf(each)?.trim() === name);
  if (!element) return null;
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 ? [box.left + box.width / 2, box.top + box.height / 2] : null;
}

/** What the scripts below find in the browser's window. `args[0]` is the extension's id. */
const SCENE = `
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const tab = Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedTab;
  const toolbox = () => gDevTools.getToolboxForTab(tab);
  const tool = () => toolbox().getAdditionalTools().find((each) => each.extensionId === args[0]);
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
