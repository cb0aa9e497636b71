import { instant } from '../../src/analysis/engine/base/units';
import type { Fact, NavigationCommitted, RecorderGap, RecorderStarted } from '../../src/analysis/facts/fact';
import { type Builder, Clock, NOON } from './clock';
import { STORE, TAB } from './response';

/**
 * A list of facts, numbered and timed:
 * `aRecording('firefox').add(aResponse().from(…)).after(5).add(aChange().added(…)).facts`.
 * It begins with `recorder-started` and an empty jar, unless `bare` is asked for.
 */
export class RecordingBuilder {
  readonly clock: Clock;
  readonly #facts: Fact[] = [];

  constructor(clock: Clock) {
    this.clock = clock;
  }

  add(...builders: readonly Builder<Fact>[]): this {
    for (const builder of builders) this.#facts.push(...builder.build(this.clock));
    return this;
  }

  after(ms: number): this {
    this.clock.pass(ms);
    return this;
  }

  get facts(): readonly Fact[] {
    return this.#facts;
  }
}

export function aRecording(browser: RecorderStarted['browser'] = 'chromium', start = NOON): RecordingBuilder {
  return aBareRecording(start).add(started(browser), {
    build: (clock) => [
      { kind: 'jar-snapshot', seq: clock.seq(), at: clock.now, storeId: STORE, site: null, partitions: 'all', cookies: [] },
    ],
  });
}

/** A recording whose jar was never read. */
export const aBareRecording = (start = NOON): RecordingBuilder => new RecordingBuilder(new Clock(start));

export const started = (
  browser: RecorderStarted['browser'],
  cause: RecorderStarted['cause'] = 'devtools-opened',
): Builder<RecorderStarted> => ({
  build: (clock) => [
    {
      kind: 'recorder-started',
      seq: clock.seq(),
      at: clock.now,
      cause,
      tabId: TAB,
      storeId: STORE,
      browser,
      browserVersion: browser === 'chromium' ? '156.0.8078.79' : '153.7.0',
    },
  ],
});

/** The document of a frame takes over: `navigated('https://a.example/')`, or in frame 5 of the top. */
export const navigated = (
  url: string,
  fields: Partial<
    Pick<NavigationCommitted, 'frameId' | 'parentFrameId' | 'documentId' | 'transition' | 'qualifiers' | 'tabId'>
  > = {},
): Builder<NavigationCommitted> => ({
  build: (clock) => [
    {
      kind: 'navigation-committed',
      seq: clock.seq(),
      at: clock.now,
      tabId: TAB,
      frameId: 0,
      parentFrameId: (fields.frameId ?? 0) === 0 ? -1 : 0,
      url,
      documentId: null,
      transition: 'link',
      qualifiers: [],
      ...fields,
    },
  ],
});

/** Nothing was recorded for `ms`. */
export const aGap = (ms: number, cause: RecorderGap['cause'] = 'paused'): Builder<RecorderGap> => ({
  build: (clock) => {
    const from = clock.now;
    const to = clock.pass(ms);
    return [{ kind: 'recorder-gap', seq: clock.seq(), at: instant(to), tabId: TAB, from, to, cause }];
  },
});
