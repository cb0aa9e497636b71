import type { Fact, JarSnapshot, RecorderGap, RecorderStarted, RequestSent, StoreId } from '../facts/fact';
import { type Instant, instant } from '../facts/units';
import { Jar } from '../jar/jar';
import type { StoredCookie } from '../jar/stored-cookie';
import { type Access, accessOf, type EngineSettings } from '../verdict/access';
import type { Profile, ThirdPartyPolicy, Verdict } from '../verdict/verdict';
import { Doubts } from './doubts';
import type { Exchange, Row } from './exchange';
import { Exchanges, type ExchangeTrack } from './exchanges';
import { explainCookie, explainTrack } from './explain';
import { FrameTree } from './frames';
import { Gaps } from './gaps';
import { JarReadings } from './jar-readings';
import { Ledger } from './ledger';
import { Navigations } from './navigations';
import { Observations } from './observations';
import { RowList } from './row-list';
import { scriptWrite } from './script-write';
import { withKeptKeys } from './told-keys';
import type { Unexplained } from './unexplained-changes';

export interface ReplayOptions {
  /** Until `recorder-started` tells. */
  readonly browser?: RecorderStarted['browser'];
  /** What the user says of third-party cookies; left out = not known, for no extension API tells. */
  readonly thirdParty?: ThirdPartyPolicy;
}

/**
 * Turns facts into rows as they come: `new Replay().add(facts)`. Any facts in any order are taken.
 * Rows are kept in one array; a changed row is a new object, and `version` rises.
 */
export class Replay {
  readonly #options: ReplayOptions;
  #browser: RecorderStarted['browser'];
  #tabStore: StoreId = '';
  #now: Instant = instant(0);
  readonly #list = new RowList();
  readonly #ledgers = new Map<StoreId, Ledger>();
  /** Where in a ledger each row stands. */
  readonly #marks = new Map<string, { readonly storeId: StoreId; readonly mark: number }>();
  readonly #dirty = new Set<ExchangeTrack>();
  readonly #navigations = new Navigations(this.#list);
  readonly #frames = new FrameTree();
  readonly #readings = new JarReadings();
  readonly #gaps = new Gaps();
  readonly #observations: Observations;
  readonly #exchanges: Exchanges;
  readonly #doubts: Doubts;

  constructor(options: ReplayOptions = {}) {
    this.#options = options;
    this.#browser = options.browser ?? 'chromium';
    const ledger = (storeId: StoreId): Ledger => this.#ledger(storeId);
    this.#doubts = new Doubts(
      ledger,
      (exchange) => this.#access(exchange, this.#settings()),
      (track) => this.#dirty.add(track),
    );
    this.#observations = new Observations(ledger, this.#readings, {
      lineChanged: ({ exchange }) => {
        const track = this.#exchanges.track(exchange);
        if (track) this.#dirty.add(track);
      },
      scriptWrote: (write) => this.#scriptWrote(write),
      takenBack: (row) => this.#list.remove(row),
      jarChanged: (storeId, at) => this.#doubts.jarChanged(storeId, at),
      refused: (cookie) => this.#doubts.refused(cookie),
    });
    this.#exchanges = new Exchanges({
      frames: this.#frames,
      readings: this.#readings,
      observations: this.#observations,
      ledger,
      settings: () => this.#settings(),
      tabStore: () => this.#tabStore,
      changed: (track) => this.#dirty.add(track),
    });
  }

  /** In the order of time: the same array from first to last, changed in place. */
  get rows(): readonly Row[] {
    return this.#list.rows;
  }

  /** Rises whenever `rows` has changed. */
  get version(): number {
    return this.#list.version;
  }

  /** Whose rules the predictions follow: those of the browser recorded. */
  get profile(): Profile {
    return this.#browser;
  }

  add(facts: readonly Fact[]): this {
    for (const fact of facts) {
      if (fact.at > this.#now) this.#now = fact.at;
      // By the facts' own time, so that the same facts come to the same rows in whatever portions they are given.
      this.#observations.tick(this.#now, this.#browser);
      this.#take(withKeptKeys(fact, this.#browser));
    }
    return this.settle(this.#now);
  }

  /** Time has gone on without facts: what waited too long waits no more. */
  settle(now: Instant): this {
    if (now > this.#now) this.#now = now;
    this.#observations.tick(this.#now, this.#browser);
    for (const track of this.#dirty) {
      track.exchange = { ...track.exchange, lines: track.lines.map(({ line }) => line) };
      this.#list.replace(track.exchange);
    }
    this.#dirty.clear();
    return this;
  }

  /** The index of a row, which changes when rows come in before it; null = it is not there (any more). */
  place(id: string): number | null {
    return this.#list.place(id);
  }

  /** The jar of the recorded tab as it stands now. */
  get jar(): Pick<Jar, 'all' | 'ofSite' | 'candidates' | 'find' | 'size'> {
    return this.#ledger(this.#tabStore).jar;
  }

  /** The jar as it stood when the request of this row went out, or just before a script's write. */
  jarAt(row: Row): Jar {
    const at = this.#marks.get(row.id);
    return at === undefined ? new Jar() : this.#ledger(at.storeId).jarAt(at.mark, row.at);
  }

  /** Every step about a Set-Cookie line, in the recorded browser's rules or another's. Null = there is no such line. */
  explainLine(exchange: Exchange, index: number, profile: Profile = this.#browser): Verdict | null {
    const track = this.#exchanges.track(exchange.id);
    const line = track?.lines[index];
    if (!track || !line || !exchange.received) return null;
    const { at, date } = exchange.received;
    const access = this.#access({ ...exchange, at }, this.#settings(profile), date);
    return explainTrack(line, track.credentials, access, this.#ledger(track.storeId));
  }

  /** Every step about sending a cookie with a request. */
  explainCookie(exchange: Exchange, cookie: StoredCookie, profile: Profile = this.#browser): Verdict {
    const credentials = this.#exchanges.track(exchange.id)?.credentials ?? 'include';
    return explainCookie(cookie, credentials, this.#access(exchange, this.#settings(profile)));
  }

  #take(fact: Fact): void {
    switch (fact.kind) {
      case 'request-sent':
        this.#sent(fact);
        return;
      case 'response-received':
        this.#exchanges.received(fact);
        return;
      case 'request-redirected':
        this.#exchanges.redirected(fact);
        return;
      case 'request-completed':
        this.#exchanges.completed(fact);
        return;
      case 'request-failed':
        this.#exchanges.failed(fact);
        return;
      case 'cookie-changed':
        this.#observations.changed(fact);
        return;
      case 'jar-snapshot':
        this.#read(fact);
        return;
      case 'navigation-committed':
        this.#frames.commit(fact);
        this.#navigations.committed(fact);
        return;
      case 'recorder-started':
        this.#browser = fact.browser;
        this.#tabStore = fact.storeId;
        return;
      case 'recorder-gap':
        this.#gap(fact);
        return;
      case 'permission-missing':
        return;
      default:
        fact satisfies never;
    }
  }

  #sent(sent: RequestSent): void {
    const track = this.#exchanges.sent(sent);
    const { exchange, storeId, mark } = track;
    this.#marks.set(exchange.id, { storeId, mark });
    this.#list.insert(exchange);
    this.#doubts.add(track);
    this.#navigations.sent(exchange);
  }

  #read(snapshot: JarSnapshot): void {
    for (const row of this.#gaps.read(snapshot, this.#ledger(snapshot.storeId), this.#readings)) this.#list.replace(row);
    this.#observations.read(snapshot);
  }

  #gap(gap: RecorderGap): void {
    this.#observations.gap();
    const row = this.#gaps.begin(gap, this.#tabStore, this.#ledger(this.#tabStore));
    if (!this.#list.has(row.id)) this.#list.insert(row);
  }

  #scriptWrote(write: Unexplained): string {
    const row = scriptWrite(write);
    this.#marks.set(row.id, { storeId: write.change.storeId, mark: write.mark });
    if (!this.#list.has(row.id)) this.#list.insert(row);
    return row.id;
  }

  #ledger(storeId: StoreId): Ledger {
    const known = this.#ledgers.get(storeId);
    if (known) return known;
    const ledger = new Ledger();
    this.#ledgers.set(storeId, ledger);
    return ledger;
  }

  /** Other browsers are asked as they come; of this one only the user can say how it is set. */
  #settings(profile: Profile = this.#browser): EngineSettings {
    const own = this.#options.thirdParty ?? { unknown: 'third-party-setting' };
    return { profile, thirdParty: profile === this.#browser ? own : 'default' };
  }

  #access(
    { url, context, at }: Pick<Exchange, 'url' | 'context' | 'at'>,
    settings: EngineSettings,
    date: Access['date'] = null,
  ): Access {
    return accessOf({ url, via: 'http', context, at, date }, settings);
  }
}
