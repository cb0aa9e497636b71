import { launchChromium } from '../browsers/chromium';
import type { DrivenBrowser, DrivenPanel } from '../browsers/driven';
import { launchFirefox } from '../browsers/firefox';
import { until } from '../browsers/until';
import { PanelReader } from '../e2e/panel-reader';
import { type BrowserProbe, chromiumProbe } from './chromium-probe';
import { firefoxProbe } from './firefox-probe';
import { judge, type Pause } from './judge';
import { type ListedRequestRow, listedRequests, numbered } from './listed';
import { type SoakServer, soakServer } from './server';

export type BrowserName = 'chromium' | 'firefox';

/** A browser with DevTools open on a page that sends requests, and what it takes to disturb and to judge it. */
export class Rig {
  readonly pauses: Pause[] = [];
  #panel: PanelReader | null = null;
  #load = '';
  #loads = 0;

  private constructor(
    readonly name: BrowserName,
    readonly browser: DrivenBrowser,
    readonly probe: BrowserProbe,
    readonly server: SoakServer,
  ) {}

  static async open(name: BrowserName, rate: number): Promise<Rig> {
    const [browser, probe] = await launch(name);
    await probe.listenToErrors();
    return new Rig(name, browser, probe, await soakServer(rate));
  }

  get panel(): DrivenPanel {
    return this.reader.panel;
  }

  get reader(): PanelReader {
    if (!this.#panel) throw new Error('The panel is not open.');
    return this.#panel;
  }

  /** Name of the page's present load. */
  get load(): string {
    return this.#load;
  }

  async openPanel(): Promise<void> {
    this.#panel = new PanelReader(await this.browser.openPanel());
  }

  /** Loads the page anew, which goes on sending from then on. */
  async begin(): Promise<void> {
    this.#loads += 1;
    this.#load = `${this.name}-${this.#loads}`;
    this.pauses.length = 0;
    await this.browser.goto(this.server.page(this.#load));
  }

  /** Stops the page's sending and waits until all of it is answered. */
  async stop(): Promise<void> {
    const open = () => this.browser.inPage(() => (window as unknown as Sending).stopped());
    await until('all that the page has sent is answered', async () => (await open()) === '', { limit: 60_000, instead: open });
  }

  /** Stops the background. Firefox does so to an idle one only: there the page sends nothing meanwhile. */
  async stopBackground(): Promise<void> {
    if (this.name === 'chromium') return this.browser.stopBackground();
    await this.#whileNothingSends(() => this.browser.stopBackground());
  }

  /**
   * Reloads the extension. Chromium leaves the page without an answer to some of what is under way then, whatever extension listens:
   * there the page sends nothing meanwhile.
   */
  async reloadExtension(): Promise<void> {
    if (this.name === 'firefox') return this.browser.reloadExtension();
    await this.#whileNothingSends(() => this.browser.reloadExtension());
  }

  async #whileNothingSends(act: () => Promise<void>): Promise<void> {
    await until('nothing is under way', async () => (await this.#hold(true)) === 0);
    await act();
    await this.#hold(false);
  }

  #hold(on: boolean): Promise<number> {
    return this.browser.inPage((held) => (window as unknown as Sending).hold(held), on);
  }

  /** Waits until the server has seen so many more requests of the page. */
  async goOn(requests: number): Promise<void> {
    const due = this.server.seen(this.#load).length + requests;
    await until(`${requests} more requests have come in`, () => this.server.seen(this.#load).length >= due, { limit: 120_000 });
  }

  /** The list's rows, once it has all it should have; what is not there after half a minute is lost. */
  async rows(): Promise<readonly ListedRequestRow[]> {
    let rows: readonly ListedRequestRow[] = [];
    const isWhole = async () => {
      rows = await listedRequests(this.panel);
      return judge(this.server.seen(this.#load), numbered(rows), this.pauses).problems.lost.length === 0;
    };
    // The judge says so too.
    await until('the list is whole', isWhole).catch(() => null);
    return rows;
  }

  /**
   * What is sent from now until the list goes on after `does` may be missing.
   * @param lead milliseconds before now that count too: what the browser was about to tell is lost
   */
  async pausedWhile(does: () => Promise<void>, lead = 500): Promise<void> {
    const from = Date.now() - lead;
    await does();
    const before = await this.reader.rowCount();
    await until('the list goes on', async () => (await this.reader.rowCount()) > before, { limit: 60_000 });
    this.pauses.push({ from, to: Date.now() });
  }

  /** What was recorded before is gone with what `does` ends, and the list begins anew. */
  async forgottenWhile(does: () => Promise<void>): Promise<void> {
    await this.pausedWhile(does, Number.POSITIVE_INFINITY);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}

async function launch(name: BrowserName): Promise<readonly [DrivenBrowser, BrowserProbe]> {
  if (name === 'chromium') {
    const browser = await launchChromium({ extension: 'dist/chrome' });
    return [browser, chromiumProbe(browser)];
  }
  const browser = await launchFirefox({ extension: 'dist/firefox' });
  return [browser, firefoxProbe(browser)];
}

interface Sending {
  /** Sends nothing until it is told to go on. @returns how many requests are under way */
  hold(on: boolean): number;
  /** Sends nothing any more. @returns the addresses that are not answered yet */
  stopped(): string;
}
