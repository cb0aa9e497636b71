import { type Instant, instant } from '../engine/base/units';
import { Jar } from '../engine/jar/jar';
import type { StoredCookie } from '../engine/jar/stored-cookie';
import type { Profile, Verdict } from '../engine/verdict/verdict';
import type { Fact, RecorderGap, RequestSent, StoreId } from '../facts/fact';
import type { ExchangeTrack } from './exchange-track';
import { Exchanges } from './exchanges';
import { explainCookie, explainTrack } from './explain';
import { Gaps } from './jar-history/gaps';
import { JarHistory } from './jar-history/jar-history';
import { JarReadings } from './jar-history/jar-readings';
import { MismatchResolver } from './mismatches';
import { Attributions } from './observations/attributions';
import { ChangeRows } from './observations/change-row';
import { normalizePartitionKeys } from './observations/normalize-partition-key';
import { Observations } from './observations/observations';
import type { ScriptAccesses } from './observations/script-accesses';
import type { Unexplained } from './observations/unexplained-changes';
import type { ReplayOptions } from './replay-options';
import { FrameTree } from './requests/frames';
import { Navigations } from './requests/navigations';
import { RequestJudge } from './requests/request-judge';
import type { Exchange, Row, Setter } from './rows/exchange';
import type { PolicyReading } from './rows/policy-basis';
import { RowList } from './rows/row-list';

/**
 * Turns facts into rows as they come: `new Replay().add(facts)`. Any facts in any order are taken.
 * Rows are kept in one array; a changed row is a new object, and `version` rises.
 */
export class Replay {
  #tabStore: StoreId = '';
  #now: Instant = instant(0);
  readonly #list = new RowList();
  readonly #histories = new Map<StoreId, JarHistory>();
  /** Where in a jar history each row stands. */
  readonly #marks = new Map<string, { readonly storeId: StoreId; readonly mark: number }>();
  readonly #dirty = new Set<ExchangeTrack>();
  readonly #navigations = new Navigations(this.#list);
  readonly #frames = new FrameTree();
  readonly #readings = new JarReadings();
  readonly #gaps = new Gaps();
  /** What traced scripts did with cookies. */
  readonly scripts: Pick<ScriptAccesses, 'reads' | 'unseenHosts'>;
  readonly #attributions: Attributions;
  readonly #changes: ChangeRows;
  readonly #observations: Observations;
  readonly #exchanges: Exchanges;
  readonly #judge: RequestJudge;
  readonly #mismatches: MismatchResolver;

  constructor(options: ReplayOptions = {}) {
    const history = (storeId: StoreId): JarHistory => this.#historyOf(storeId);
    this.#judge = new RequestJudge(
      { frames: this.#frames, readings: this.#readings, history },
      { setting: options.setting ?? null, assumed: options.thirdParty ?? null },
      options.browser ?? 'chromium',
    );
    const touched = (track: ExchangeTrack | null) => void (track && this.#dirty.add(track));
    this.#mismatches = new MismatchResolver(history, (exchange) => this.#judge.sendingAccess(exchange), touched);
    this.#attributions = new Attributions(options.digest ?? (() => null));
    this.scripts = this.#attributions.scripts;
    this.#changes = new ChangeRows(this.#list, this.#attributions, () => this.#judge.browser);
    this.#observations = new Observations(history, this.#readings, {
      lineChanged: ({ exchange, line }) => touched(this.#exchanges.observed(exchange, line)),
      changedUnexplained: (write) => this.#changedUnexplained(write),
      takenBack: (row) => this.#list.remove(row),
      jarChanged: (storeId, at) => this.#mismatches.jarChanged(storeId, at),
      refused: (cookie) => this.#mismatches.refused(cookie),
      notThereYet: (cookie, before) => this.#mismatches.refused(cookie, before),
      others: this.#attributions,
    });
    this.#exchanges = new Exchanges({
      frames: this.#frames,
      readings: this.#readings,
      observations: this.#observations,
      history,
      judge: this.#judge,
      tabStore: () => this.#tabStore,
      clears: (clearing) => {
        this.#attributions.clears(clearing);
        this.#changes.reconsider(this.#observations.shown);
      },
      changed: touched,
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

  /** See `RowList`. */
  readonly takeUnchanged = (): number => this.#list.takeUnchanged();
  readonly requestCount = (): number => this.#exchanges.count;

  /** Whose rules the predictions follow: those of the browser recorded. */
  get profile(): Profile {
    return this.#judge.browser;
  }

  /** What the browser does with third-party cookies, by pair of sites, as the recording shows. */
  get policies(): readonly PolicyReading[] {
    return this.#judge.policies;
  }

  add(facts: readonly Fact[]): this {
    for (const fact of facts) {
      if (fact.at > this.#now) this.#now = fact.at;
      // By the facts' own time, so that the same facts come to the same rows in whatever portions they are given.
      this.#observations.tick(this.#now, this.#judge.browser);
      this.#take(normalizePartitionKeys(fact, this.#judge.browser));
    }
    return this.settle(this.#now);
  }

  /** Time has gone on without facts: what waited too long waits no more. */
  settle(now: Instant): this {
    if (now > this.#now) this.#now = now;
    this.#observations.tick(this.#now, this.#judge.browser);
    for (const track of this.#dirty) {
      track.exchange = { ...track.exchange, lines: track.lines.map(({ line }) => line) };
      this.#list.replace(track.exchange);
    }
    this.#dirty.clear();
    return this;
  }

  /** The index of a row, which changes when rows come in before it; null = it is not there (any more). */
  readonly place = (id: string): number | null => this.#list.place(id);

  /** The jar of the recorded tab as it stands now. */
  get jar(): Pick<Jar, 'all' | 'ofSite' | 'candidates' | 'find' | 'size'> {
    return this.#historyOf(this.#tabStore).jar;
  }

  /** The jar as it stood when the request of this row went out, or just before a script's write. */
  jarAt(row: Row): Jar {
    const at = this.#marks.get(row.id);
    return at === undefined ? new Jar() : this.#historyOf(at.storeId).jarAt(at.mark, row.at);
  }

  /** Every step about a Set-Cookie line, in the recorded browser's rules or another's. Null = there is no such line. */
  explainLine(exchange: Exchange, index: number, profile: Profile = this.#judge.browser): Verdict | null {
    const track = this.#exchanges.track(exchange.id);
    const line = track?.lines[index];
    if (!track || !line || !exchange.received) return null;
    const { at, date } = exchange.received;
    const access = this.#judge.access({ ...exchange, at }, profile, date);
    return explainTrack(line, track.credentials, access, this.#historyOf(track.storeId));
  }

  /** Every step about sending a cookie with a request. */
  explainCookie(exchange: Exchange, cookie: StoredCookie, profile: Profile = this.#judge.browser): Verdict {
    const credentials = this.circumstancesOf(exchange)?.credentials ?? 'include';
    return explainCookie(cookie, credentials, this.#judge.sendingAccess(exchange, profile));
  }

  /** In which cookie store a request was made, and whether with credentials; null = it is not there. */
  readonly circumstancesOf = ({ id }: Exchange): Pick<ExchangeTrack, 'storeId' | 'credentials'> | null =>
    this.#exchanges.track(id);

  /** The response that wrote this version of a cookie; null = it was there before, or no recorded response did. */
  readonly setterOf = (cookie: StoredCookie): Setter | null => this.#exchanges.setter(this.#observations.setterOf(cookie));

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
        for (const row of this.#gaps.read(fact, this.#historyOf(fact.storeId), this.#readings)) this.#list.replace(row);
        this.#observations.read(fact);
        return;
      case 'navigation-committed':
        this.#frames.commit(fact);
        this.#navigations.committed(fact);
        this.#attributions.navigated(fact);
        return;
      case 'recorder-started':
        this.#judge.started(fact);
        this.#tabStore = fact.storeId;
        return;
      case 'recorder-gap':
        this.#gap(fact);
        return;
      case 'other-response':
        if (this.#attributions.other(fact)) this.#changes.reconsider(this.#observations.shown);
        return;
      case 'script-access':
        if (this.#attributions.scripts.add(fact)) this.#changes.reconsider(this.#observations.shown);
        return;
      case 'cookie-written':
        this.#attributions.wrote(fact, this.#historyOf(fact.storeId).jar.find(fact.cookie));
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
    this.#mismatches.add(track);
    this.#navigations.sent(exchange);
  }

  #gap(gap: RecorderGap): void {
    this.#observations.gap();
    const row = this.#gaps.begin(gap, this.#tabStore, this.#historyOf(this.#tabStore));
    if (!this.#list.has(row.id)) this.#list.insert(row);
  }

  #changedUnexplained(change: Unexplained): string {
    const row = this.#changes.show(change);
    this.#marks.set(row, { storeId: change.change.storeId, mark: change.mark });
    return row;
  }

  #historyOf(storeId: StoreId): JarHistory {
    const history = this.#histories.get(storeId) ?? new JarHistory();
    this.#histories.set(storeId, history);
    return history;
  }
}
