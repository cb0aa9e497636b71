import type { ThirdPartyPolicy } from '../analysis/engine/verdict/verdict';
import type { Draft, RecorderStarted, TabId } from '../analysis/facts/fact';
import { jarSnapshot } from '../analysis/facts/from-cookies';
import { existingFrame } from '../analysis/facts/from-navigation';
import type { WireResponse } from '../analysis/facts/from-webrequest';
import { maySetOrClear } from '../analysis/facts/headers';
import { type BrowserEvent, eventTime } from '../protocol/browser-event';
import type { ConnectionState, LogLimit, RecorderHandle, RecordingLog } from '../protocol/recording-log';
import { ClockWatch } from './clock-watch';
import { Conversion } from './conversion';
import { EventQueue } from './event-queue';
import { FactLog } from './fact-log';
import { Followers } from './followers';
import { grantPage, HostPermissions, SETTING_PAGE, wantedPatterns } from './host-permissions';
import { JarReader } from './jar-reader';
import { Problems } from './problems';
import { DEFAULT_STORE, type RecorderDeps } from './recorder-deps';
import { RecordingSwitch } from './recording-switch';
import { TabScope } from './tab-scope';
import { UserWrites } from './user-writes';

/**
 * Records one tab as long as its page lives. Events are only put in line when the browser tells them; they become facts a
 * little later, together.
 */
export class Recorder implements RecorderHandle {
  readonly #tabId: TabId;
  readonly #deps: RecorderDeps;
  readonly #scope: TabScope;
  readonly #conversion: Conversion;
  readonly #log: FactLog;
  readonly #jar: JarReader;
  readonly #userWrites: UserWrites;
  readonly #followers = new Followers();
  readonly #queue: EventQueue;
  readonly #clock: ClockWatch;
  /** null = not told by the browser yet: nothing is converted before. */
  #started: Omit<RecorderStarted, 'seq'> | null = null;
  readonly #recording = new RecordingSwitch();
  readonly #permissions: HostPermissions;
  #thirdParty: ThirdPartyPolicy | null = null;
  readonly #problems = new Problems(() => this.#tell());
  #link: ConnectionState = 'connected';

  constructor(tabId: TabId, deps: RecorderDeps) {
    this.#tabId = tabId;
    this.#deps = deps;
    this.#scope = new TabScope(tabId, deps.ownOrigin);
    this.#permissions = new HostPermissions(tabId);
    this.#clock = new ClockWatch(deps);
    this.#log = new FactLog(deps.limit);
    this.#conversion = new Conversion(this.#log, deps);
    this.#queue = new EventQueue({ ...deps, isFollowed: () => this.#followers.size > 0, due: () => this.#convert() });
    this.#jar = new JarReader({ ...deps, read: (site) => void this.#readJar(site) });
    this.#userWrites = new UserWrites({
      ...deps,
      tabId,
      calls: deps.access.calls,
      storeId: () => this.#started?.storeId ?? null,
      topLevelSite: () => this.#jar.topLevelSite,
      record: (draft) => this.#recording.isOn && this.#record([draft]),
      ask: this.#problems.ask,
      changed: () => this.#tell(),
    });
  }

  /** Begins to record. Resolves when the frames and the jar that were there before have been read. */
  async start(): Promise<void> {
    const { access, browser, now } = this.#deps;
    const at = now();
    access.listen({
      event: (event) => this.#take(event),
      permissionsChanged: () => void this.#checkPermissions(),
      link: (link) => {
        this.#link = link;
        this.#tell();
      },
      problem: this.#problems.met,
    });
    const [storeId, browserVersion] = await Promise.all([
      this.#problems.ask(access.calls.storeOf(this.#tabId), null),
      this.#problems.ask(access.calls.browserVersion(), ''),
    ]);
    const started = { kind: 'recorder-started', at, cause: 'devtools-opened', browser, browserVersion } as const;
    this.#started = { ...started, tabId: this.#tabId, storeId: storeId ?? DEFAULT_STORE[browser] };
    // Before what the browser has told meanwhile.
    this.#log.append([this.#started]);
    this.#convert();
    this.#tell();
    await Promise.all([this.#readFrames(), this.#checkPermissions()]);
  }

  follow(listener: (log: RecordingLog) => void): () => void {
    this.#convert();
    return this.#followers.add(listener, this.#describe());
  }

  /** What happens during a pause is not recorded, whenever the browser tells of it; resuming reads frames and jar, for they may have changed. */
  record(on: boolean): void {
    if (on === this.#recording.isOn) return;
    const at = this.#deps.now();
    // What came before the pause is part of the recording.
    this.#convert();
    this.#recording.turn({ on, at, elapsed: this.#deps.elapsed() });
    if (on && this.#started) {
      this.#conversion.forgetBeginning();
      this.#record([{ ...this.#started, at, cause: 'user-resumed' }]);
      void this.#readFrames();
    } else {
      this.#record([{ kind: 'recorder-gap', at, tabId: this.#tabId, from: at, to: null, cause: 'paused' }]);
    }
  }

  clear(): void {
    this.#convert();
    this.#conversion.clear();
    this.#tell();
    this.readJar();
  }

  grant(what: 'hosts' | 'third-party'): void {
    const page = what === 'hosts' ? grantPage(this.#permissions.missing) : SETTING_PAGE;
    void this.#problems.ask(this.#deps.access.calls.openPage(page), undefined);
  }

  // What a panel hands in is copied: in Firefox its objects are dead once its document is taken down, and throw when read.
  limit(limit: LogLimit): void {
    this.#log.limitTo(structuredClone(limit));
    this.#tell();
  }

  readonly readJar: RecorderHandle['readJar'] = () => void this.#readJar(null);
  readonly write: RecorderHandle['write'] = (writes) => this.#userWrites.write(structuredClone(writes));
  readonly override: RecorderHandle['override'] = (line) => void this.#userWrites.overrides.begin(structuredClone(line));
  readonly protect: RecorderHandle['protect'] = (cookies) => this.#userWrites.protected.begin(structuredClone(cookies));
  readonly endProtection: RecorderHandle['endProtection'] = (ids) => this.#userWrites.protected.end(structuredClone(ids));
  readonly repeat: RecorderHandle['repeat'] = (request) => this.#deps.repeat(structuredClone(request));
  readonly trace: RecorderHandle['trace'] = (on) => void this.#userWrites.trace.turn(on);
  readonly endOverride: RecorderHandle['endOverride'] = (id) => void this.#userWrites.overrides.end(id);

  #take(browserEvent: BrowserEvent): void {
    const isOfTab = this.#scope.has(browserEvent);
    // Overrides hold during a pause too.
    if (isOfTab) this.#userWrites.observe(browserEvent);
    if (!this.#recording.wasOn(eventTime(browserEvent), this.#deps.elapsed())) return;
    if (!isOfTab) {
      if (browserEvent.kind === 'received' && maySetOrClear(browserEvent.event.responseHeaders))
        void this.#takeOther(browserEvent.event);
      return;
    }
    this.#jar.observe(browserEvent);
    if (browserEvent.kind === 'commit' && browserEvent.event.frameId === 0) void this.#checkPermissions();
    this.#queue.add(browserEvent);
  }

  /** Another tab's or worker's response: of it only what tells who changed a cookie of the same store is kept. */
  async #takeOther(event: WireResponse): Promise<void> {
    const { calls } = this.#deps.access;
    const storeId = event.cookieStoreId ?? (event.tabId < 0 ? null : await this.#problems.ask(calls.storeOf(event.tabId), null));
    if (storeId === null || storeId === this.#started?.storeId) this.#queue.add({ kind: 'other', event });
  }

  /** Turns the queued events into facts, as one batch. */
  #convert(): void {
    if (!this.#started) return;
    const events = this.#queue.take();
    const setBack = this.#clock.setBack(events);
    if (setBack) {
      this.#conversion.add(setBack.before, this.#started.storeId);
      this.#beginAnew({ ...this.#started, at: setBack.at, cause: 'clock-set-back' });
      this.#problems.met({ kind: 'clock-set-back', seconds: setBack.by });
    }
    this.#conversion.add(setBack?.since ?? events, this.#started.storeId);
    if (events.length > 0) this.#tell();
  }

  /** What comes from now on has an earlier time than what is recorded: neither order nor expiry could be told of both together. */
  #beginAnew(started: Omit<RecorderStarted, 'seq'>): void {
    this.#started = started;
    this.#conversion.beginAnew();
    this.#log.append([started]);
    void this.#readFrames();
  }

  /** Records facts of our own, behind what the browser has told so far. */
  #record(drafts: readonly Draft[]): void {
    this.#convert();
    this.#log.append(drafts);
    this.#tell();
  }

  async #readJar(site: string | null): Promise<void> {
    const { access, browser, now } = this.#deps;
    const [at, started] = [now(), this.#started];
    if (!started || !this.#recording.isOn) return;
    const about = { storeId: started.storeId, site };
    const reading = await this.#problems.ask(access.calls.readJar(about.storeId, site, this.#jar.topLevelSites(site)), null);
    this.#convert();
    // What was asked for before the clock was set back belongs to the recording before.
    if (reading && this.#recording.isOn && this.#started === started) this.#record([jarSnapshot(about, reading, browser, at)]);
  }

  async #readFrames(): Promise<void> {
    const { access, now } = this.#deps;
    const frames = await this.#problems.ask(access.calls.framesOf(this.#tabId), []);
    for (const { url } of frames) this.#scope.addDocument(url);
    this.#record(frames.map((frame) => existingFrame(this.#tabId, frame, now())));
    // Only now is known which partition belongs to the page.
    for (const { url } of frames.filter(({ frameId }) => frameId === 0)) this.#jar.visited(url);
    await this.#readJar(null);
  }

  /** What the browser lets us see: the hosts, and its setting of third-party cookies. */
  async #checkPermissions(): Promise<void> {
    const { access, now } = this.#deps;
    const before = this.#thirdParty;
    this.#thirdParty = await this.#problems.ask(access.calls.thirdPartySetting(this.#tabId), null);
    if (this.#thirdParty !== before) this.#tell();
    const frames = await this.#problems.ask(access.calls.framesOf(this.#tabId), []);
    const missing = await this.#problems.ask(access.calls.missingHosts(wantedPatterns(frames)), this.#permissions.missing);
    const change = this.#permissions.update(missing, now());
    if (!change) return;
    this.#record(change.facts);
    if (!change.isGivenBack) return;
    // Requests may have begun unseen, and what the jar held of that site could not be seen until now.
    this.#conversion.forgetBeginning();
    await this.#readJar(null);
  }

  #tell(): void {
    if (this.#followers.size > 0) this.#followers.tell(this.#describe());
  }

  #describe(): RecordingLog {
    return {
      facts: this.#log.facts,
      dropped: this.#log.dropped,
      cleared: this.#log.cleared,
      recording: this.#recording.isOn,
      missing: this.#permissions.missing,
      thirdParty: this.#thirdParty,
      problems: this.#problems.all,
      key: this.#deps.key,
      link: this.#link,
      overrides: this.#userWrites.overrides.states,
      protections: this.#userWrites.protected.states,
      tracing: this.#userWrites.trace.isOn,
    };
  }
}
