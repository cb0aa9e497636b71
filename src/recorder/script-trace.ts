import { siteDomain } from '../analysis/engine/site/registrable';
import type { TabId } from '../analysis/facts/fact';
import { hostOf } from '../analysis/facts/plain-url';
import type { BrowserCalls } from '../protocol/browser-access';
import type { BrowserEvent } from '../protocol/browser-event';
import { patternsOf } from '../protocol/hosts';
import type { ToUndo } from '../protocol/relay-messages';

interface ScriptTraceDeps {
  readonly tabId: TabId;
  readonly calls: Pick<BrowserCalls, 'framesOf' | 'traceScripts'>;
  readonly undoWhenGone: (part: Pick<ToUndo, 'tracedTab'>) => void;
  readonly changed: () => void;
  /** The browser's answer; what it refuses is told to the user. */
  readonly ask: <T>(answer: Promise<T>, otherwise: T) => Promise<T>;
}

/** Has the scripts of the recorded tab's sites traced while that is on: those of its page, and of the frames it shows. */
export class ScriptTrace {
  readonly #deps: ScriptTraceDeps;
  readonly #sites = new Set<string>();
  #isOn = false;
  /** Calls follow one another, so that the last one counts. */
  #last: Promise<void> = Promise.resolve();

  constructor(deps: ScriptTraceDeps) {
    this.#deps = deps;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  async turn(on: boolean): Promise<void> {
    if (on === this.#isOn) return;
    this.#isOn = on;
    const { tabId, calls, undoWhenGone, changed, ask } = this.#deps;
    undoWhenGone({ tracedTab: on ? tabId : null });
    changed();
    this.#sites.clear();
    if (on) {
      for (const { url } of await ask(calls.framesOf(tabId), [])) this.#add(url);
    }
    this.#apply();
  }

  /** A document of a site that is new: traced before it is there, for its answer takes longer than the browser's. */
  observe(browserEvent: BrowserEvent): void {
    if (!this.#isOn) return;
    const isDocument =
      browserEvent.kind === 'sending' && (browserEvent.event.type === 'main_frame' || browserEvent.event.type === 'sub_frame');
    if ((isDocument || browserEvent.kind === 'commit') && this.#add(browserEvent.event.url)) this.#apply();
  }

  #add(url: string): boolean {
    if (!/^https?:/.test(url)) return false;
    const site = siteDomain(hostOf(url));
    if (this.#sites.has(site)) return false;
    this.#sites.add(site);
    return true;
  }

  #apply(): void {
    const { tabId, calls, ask } = this.#deps;
    this.#last = this.#last.then(() => {
      const patterns = this.#isOn ? [...this.#sites].flatMap(patternsOf) : [];
      return ask(calls.traceScripts(tabId, patterns), undefined);
    });
  }
}
