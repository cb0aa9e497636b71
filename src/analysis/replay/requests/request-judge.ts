import type { StoredCookie } from '../../engine/jar/stored-cookie';
import { type Access, accessOf } from '../../engine/verdict/access/access';
import type { Profile, ThirdPartyPolicy } from '../../engine/verdict/verdict';
import type { RecorderStarted, RequestSent, StoreId } from '../../facts/fact';
import type { JarHistory } from '../jar-history/jar-history';
import type { JarReadings } from '../jar-history/jar-readings';
import type { Exchange, SetLine } from '../rows/exchange';
import type { PolicyReading } from '../rows/policy-basis';
import type { FrameTree } from './frames';
import { POLICY_UNKNOWN, Policies, type StatedPolicy, sitePair } from './policies';
import { isOpenByPolicy, isOwnShowing, type SendingByPolicy, sendingByPolicy } from './sending-by-policy';
import { policyBy, sendsStorageAccess, storageAccessOf } from './storage-access';

/** What judging requests needs. */
export interface RequestJudgeDeps {
  readonly frames: FrameTree;
  readonly readings: JarReadings;
  readonly history: (storeId: StoreId) => JarHistory;
}

/** A request about to be judged. */
export interface RequestPlace extends Pick<Exchange, 'id' | 'context'> {
  readonly storeId: StoreId;
  readonly setByRedirect: (cookie: StoredCookie) => boolean;
}

/** Judges requests by the rules of the recorded browser, and by what is known of third-party cookies in it. */
export class RequestJudge {
  readonly #deps: RequestJudgeDeps;
  readonly #policies: Policies;
  #browser: RecorderStarted['browser'];
  #sendsStorageAccess = false;

  /** @param browser until `recorder-started` tells */
  constructor(deps: RequestJudgeDeps, stated: StatedPolicy, browser: RecorderStarted['browser']) {
    this.#deps = deps;
    this.#policies = new Policies(stated);
    this.#browser = browser;
  }

  get browser(): RecorderStarted['browser'] {
    return this.#browser;
  }

  /** Whether this browser puts `Sec-Fetch-Storage-Access` into every credentialed third-party request. */
  get sendsStorageAccess(): boolean {
    return this.#sendsStorageAccess;
  }

  /** What the browser does with third-party cookies, by pair of sites, as read from the recording. */
  get policies(): readonly PolicyReading[] {
    return this.#policies.readings;
  }

  started({ browser, browserVersion }: RecorderStarted): void {
    this.#browser = browser;
    this.#sendsStorageAccess = sendsStorageAccess(browser, browserVersion);
  }

  /** The access of a request and its response. Other browsers are asked as they come. */
  access(
    { url, context, at, policy }: Pick<Exchange, 'url' | 'context' | 'at'> & { readonly policy: Exchange['policy'] },
    profile: Profile = this.#browser,
    date: Access['date'] = null,
  ): Access {
    const thirdParty = profile === this.#browser ? (policy?.policy ?? POLICY_UNKNOWN) : 'default';
    return accessOf({ url, via: 'http', context, at, date }, { profile, thirdParty });
  }

  /** The access by which the cookies of a request are judged: not by what they showed themselves. */
  sendingAccess(exchange: Exchange, profile: Profile = this.#browser): Access {
    return this.access(isOwnShowing(exchange) ? { ...exchange, policy: null } : exchange, profile);
  }

  sending(sent: RequestSent, { id, storeId, context, setByRedirect }: RequestPlace): SendingByPolicy {
    const { frames, readings, history } = this.#deps;
    const { url, at } = sent;
    const clues = { sendsStorageAccess: this.#sendsStorageAccess, page: frames.page(sent.tabId) };
    const accessBy = (policy: ThirdPartyPolicy | null): Access =>
      this.access({ url, context, at, policy: policy === null ? null : { kind: 'assumed', policy } });
    return sendingByPolicy(
      { sent, exchange: id, storeId, browser: this.#browser, accessBy },
      ({ host, key }) => ({ history: history(storeId), jarRead: readings.hasRead(storeId, host, key), setByRedirect, clues }),
      this.#policies,
    );
  }

  /** What a line without Partitioned was seen to come to in a third party's response tells of the next requests. */
  observed({ id, url, context, thirdParty, sent }: Exchange, { observed, parsed, predicted, seen }: SetLine, storeId: StoreId) {
    if (thirdParty !== true || (parsed.partitioned && seen !== null) || observed.outcome === 'not-observed') return;
    const pair = sitePair(url, context);
    if (pair === null || observed.outcome === 'unchanged') return;
    const read = { kind: 'read', exchange: id, url, ...pair } as const;
    const isWithoutAccess = policyBy(storageAccessOf(sent) ?? 'active', this.#browser).by.kind === 'default';
    const learn = (reading: PolicyReading): void =>
      isWithoutAccess ? this.#policies.learnWithoutAccess(storeId, reading) : this.#policies.learn(storeId, reading);
    if (seen !== null) learn({ ...read, policy: seen.partition === null ? 'allow' : 'partition', by: { kind: 'stored' } });
    else if (observed.outcome === 'rejected' && isOpenByPolicy(predicted))
      learn({ ...read, policy: 'block', by: { kind: 'refused' } });
  }

  /**
   * Whether nothing but Firefox's default says that a third party's cookies are kept apart, and that those which ask for it are
   * taken: set otherwise it refuses both, or refuses the plain ones alone.
   */
  assumesApart({ thirdParty, policy }: Exchange): boolean {
    if (this.#browser !== 'firefox' || thirdParty === false) return false;
    if (policy?.kind === 'read') return policy.by.kind === 'default' || policy.by.kind === 'refused';
    return policy?.kind !== 'assumed';
  }
}
