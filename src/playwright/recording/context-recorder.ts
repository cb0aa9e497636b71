import type { BrowserContext, Frame, Page, Request, Response } from '@playwright/test';
import { instant } from '../../analysis/engine/base/units';
import type { Draft, Fact } from '../../analysis/facts/fact';
import { jarSnapshot } from '../../analysis/facts/from-cookies';
import { existingFrame, navigationCommitted } from '../../analysis/facts/from-navigation';
import type { WireHeader } from '../../analysis/facts/headers';
import { SETTLING } from '../../analysis/replay/observations/waits';
import { type HeldRecording, newDigest, recordingOf } from '../../library/recordings/recording';
import { FrameNumbers } from './frame-numbers';
import { jarReading } from './jar-reading';
import { circumstancesOf } from './request-circumstances';
import { type FollowedRequest, requestFacts } from './request-facts';

/** Follows the requests of a context and what they say of cookies, from `start` on. */
export class ContextRecorder {
  readonly #context: BrowserContext;
  readonly #browser: 'chromium' | 'firefox';
  readonly #storeId: string;
  readonly #digest = newDigest();
  readonly #numbers = new FrameNumbers();
  readonly #requests = new Map<Request, FollowedRequest>();
  readonly #drafts: Draft[] = [];
  /** Frames that a document was asked for: what they navigate to next is that. */
  readonly #awaited = new WeakSet<Frame>();
  #lastId = 0;
  #lastTime = 0;

  constructor(context: BrowserContext) {
    this.#context = context;
    this.#browser = context.browser()?.browserType().name() === 'firefox' ? 'firefox' : 'chromium';
    this.#storeId = this.#browser === 'firefox' ? 'firefox-default' : '0';
  }

  /** Begins to record. What happened before is not known, but for the cookies that are there. */
  async start(): Promise<this> {
    const context = this.#context;
    this.#drafts.push({
      kind: 'recorder-started',
      at: this.#now(),
      cause: 'devtools-opened',
      tabId: 1,
      storeId: this.#storeId,
      browser: this.#browser,
      browserVersion: context.browser()?.version() ?? '',
    });
    context.on('request', (request) => this.#sent(request));
    context.on('response', (response) => this.#answered(response));
    context.on('requestfinished', (request) => this.#ended(request, null));
    context.on('requestfailed', (request) => this.#ended(request, request.failure()?.errorText ?? 'failed'));
    context.on('page', (page) => this.#opened(page));
    for (const page of context.pages()) this.#opened(page);
    await this.#readJar();
    return this;
  }

  /** What was recorded so far. */
  async recording(): Promise<HeldRecording> {
    // A reading says nothing of lines that came just before it.
    await new Promise((resolve) => setTimeout(resolve, 2 * SETTLING));
    await this.#readJar();
    const requests = await Promise.all([...this.#requests.values()].map((followed) => requestFacts(followed, this.#digest)));
    const drafts = [...this.#drafts, ...requests.flat()].sort((a, b) => a.at - b.at);
    const facts = drafts.map((draft, index) => ({ ...draft, seq: index + 1 }) as Fact);
    return recordingOf(facts, this.#digest, []);
  }

  #sent(request: Request): void {
    if (!/^https?:/i.test(request.url())) return;
    const before = request.redirectedFrom();
    const first = before === null ? undefined : this.#requests.get(before);
    this.#lastId += 1;
    const sentAt = this.#now();
    if (first !== undefined) first.redirect = { at: sentAt, to: request.url() };
    const circumstances = circumstancesOf(request, this.#numbers);
    this.#requests.set(request, {
      request,
      id: first?.id ?? String(this.#lastId),
      hop: first === undefined ? 0 : first.hop + 1,
      circumstances: first === undefined ? circumstances : continued(circumstances, first),
      sentAt: first === undefined ? sentAt : this.#now(),
      headers: unlessLost(request.headersArray()),
      answer: null,
      ended: null,
      redirect: null,
    });
    if (request.isNavigationRequest() && request.serviceWorker() === null) this.#awaits(request);
  }

  #awaits(request: Request): void {
    try {
      this.#awaited.add(request.frame());
    } catch {
      // The page is about to be made: `#opened` tells of it.
    }
  }

  #answered(response: Response): void {
    const followed = this.#requests.get(response.request());
    if (followed !== undefined) followed.answer = { response, at: this.#now(), headers: unlessLost(response.headersArray()) };
  }

  #ended(request: Request, failure: string | null): void {
    const followed = this.#requests.get(request);
    if (followed !== undefined) followed.ended = { at: this.#now(), failure };
  }

  #opened(page: Page): void {
    for (const frame of page.frames()) {
      if (!/^https?:/i.test(frame.url())) continue;
      this.#drafts.push(
        existingFrame(this.#numbers.of(frame).tabId, { ...this.#numbers.of(frame), url: frame.url() }, this.#now()),
      );
    }
    page.on('framenavigated', (frame) => this.#navigated(frame));
  }

  #navigated(frame: Frame): void {
    // Within a document, too, Playwright tells of a navigation.
    if (!this.#awaited.delete(frame) || !/^https?:/i.test(frame.url())) return;
    const place = this.#numbers.of(frame);
    this.#drafts.push(navigationCommitted({ ...place, url: frame.url(), timeStamp: this.#now(), transitionType: 'unknown' }));
  }

  async #readJar(): Promise<void> {
    const cookies = await jarReading(this.#context, this.#storeId);
    if (cookies === null) return;
    const reading = { cookies, partitions: 'all' as const };
    this.#drafts.push(jarSnapshot({ storeId: this.#storeId, site: null }, reading, 'chromium', this.#now()));
  }

  /** No two events at one time: they are told in the order in which they came. */
  #now() {
    this.#lastTime = Math.max(Date.now(), this.#lastTime + 0.001);
    return instant(this.#lastTime);
  }
}

/** A later request of a chain is caused by what caused the first. */
const continued = ({ wire, documentUrl }: FollowedRequest['circumstances'], { circumstances }: FollowedRequest) => ({
  wire: { ...wire, tabId: circumstances.wire.tabId },
  documentUrl,
});

/** null where the page went before they were told. */
const unlessLost = (headers: Promise<readonly WireHeader[]>): Promise<readonly WireHeader[] | null> => headers.catch(() => null);
