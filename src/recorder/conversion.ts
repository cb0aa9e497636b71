import { instant } from '../analysis/engine/base/units';
import type { Digest } from '../analysis/facts/digest';
import type { RecorderStarted, StoreId } from '../analysis/facts/fact';
import { cookieChanged } from '../analysis/facts/from-cookies';
import { navigationCommitted } from '../analysis/facts/from-navigation';
import { scriptAccess } from '../analysis/facts/from-script';
import { otherResponse, type WireResponse } from '../analysis/facts/from-webrequest';
import type { BrowserEvent } from '../protocol/browser-event';
import type { FactLog } from './fact-log';
import { Requests } from './requests';

/** An event that waits to be converted. `other`: the response of another tab or worker that set cookies in the same store. */
export type QueuedEvent = BrowserEvent | { readonly kind: 'other'; readonly event: WireResponse };

export interface ConversionDeps {
  readonly browser: RecorderStarted['browser'];
  readonly digest: Digest;
}

/** Makes facts of events, in a log. */
export class Conversion {
  readonly #deps: ConversionDeps;
  readonly #log: FactLog;
  readonly #requests: Requests;

  constructor(log: FactLog, deps: ConversionDeps) {
    this.#deps = deps;
    this.#log = log;
    this.#requests = new Requests({ dialect: deps.browser, digest: deps.digest });
  }

  /** Clears the log, of which requests under way stay. */
  clear(): void {
    this.#log.clear((request) => this.#requests.isOpen(request));
    this.#requests.clear();
  }

  /** A new recording, to which requests under way do not belong. */
  beginAnew(): void {
    this.#log.beginAnew();
    this.#requests.forgetAll();
  }

  /** The recorder did not look for a while: requests may have begun unseen. */
  forgetBeginning(): void {
    this.#requests.forgetBeginning();
  }

  /** @param storeId the cookie store of the recorded tab: changes in others are left out */
  add(events: readonly QueuedEvent[], storeId: StoreId): void {
    for (const event of events) this.#add(event, storeId);
  }

  #add(browserEvent: QueuedEvent, storeId: StoreId): void {
    const { browser, digest } = this.#deps;
    switch (browserEvent.kind) {
      case 'other':
        this.#log.append([otherResponse(browserEvent.event, storeId, { dialect: browser, digest })]);
        break;
      case 'cookie':
        if (browserEvent.change.cookie.storeId === storeId)
          this.#log.append([cookieChanged(browserEvent.change, browser, instant(browserEvent.at), digest)]);
        break;
      case 'commit':
        this.#log.append([navigationCommitted(browserEvent.event)]);
        break;
      case 'script':
        this.#log.append([scriptAccess(browserEvent.event, storeId, { dialect: browser, digest })]);
        break;
      default: {
        const { facts, replaces } = this.#requests.add(browserEvent);
        if (replaces) this.#log.replace(browserEvent.event.requestId, facts);
        else this.#log.append(facts);
      }
    }
  }
}
