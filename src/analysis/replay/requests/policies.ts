import { siteOf, siteText } from '../../engine/site/schemeful';
import { isUnknown, type RequestContext, type Unknown } from '../../engine/verdict/access/context';
import type { ThirdPartyPolicy } from '../../engine/verdict/verdict';
import type { StoreId } from '../../facts/fact';
import type { PolicyBasis, PolicyReading, SitePair } from '../rows/policy-basis';
import { originOf } from './origin';

/** What is said of third-party cookies besides what the recording shows. */
export interface StatedPolicy {
  /** What the browser's settings say, where the reader let them be read. */
  readonly setting: ThirdPartyPolicy | null;
  /** What the reader says. */
  readonly assumed: ThirdPartyPolicy | null;
}

/** What is missing where nothing tells. */
export const POLICY_UNKNOWN: Unknown = { unknown: 'third-party-setting' };

/** What the browser does with third-party cookies, by pair of sites. What the recording shows overrules what is said. */
export class Policies {
  readonly #stated: StatedPolicy;
  /** The last reading of each pair, by store and pair. */
  readonly #read = new Map<string, PolicyReading>();
  readonly #withoutAccess = new Map<string, PolicyReading>();
  #readings: readonly PolicyReading[] = [];

  constructor(stated: StatedPolicy) {
    this.#stated = stated;
  }

  /** One of each pair, in the order of their first: the same list until something is learnt. */
  get readings(): readonly PolicyReading[] {
    return this.#readings;
  }

  /** For a request that does not tell by itself; null = nothing is known. */
  of(storeId: StoreId, pair: SitePair | null): PolicyBasis | null {
    const read = pair === null ? undefined : this.#read.get(key(storeId, pair));
    if (read) return read;
    const { setting, assumed } = this.#stated;
    if (setting !== null) return { kind: 'setting', policy: setting };
    return assumed === null ? null : { kind: 'assumed', policy: assumed };
  }

  learn(storeId: StoreId, reading: PolicyReading): void {
    const place = key(storeId, reading);
    const before = this.#read.get(place);
    if (before !== undefined && !overrules(reading, before)) return;
    this.#read.set(place, reading);
    this.#readings = [...this.#read.values()];
  }

  /** What the cookies of a request without storage access showed: it holds for all requests of the pair without it. */
  learnWithoutAccess(storeId: StoreId, reading: PolicyReading): void {
    this.#withoutAccess.set(key(storeId, reading), reading);
    this.learn(storeId, reading);
  }

  /** For a request whose header says that it has no storage access; null = nothing was learnt. */
  withoutAccess(storeId: StoreId, pair: SitePair | null): PolicyReading | null {
    return (pair && this.#withoutAccess.get(key(storeId, pair))) ?? null;
  }
}

/**
 * A header tells more than what is concluded from cookies, and these more than the browser's default. Where the header changes,
 * storage access was granted or withdrawn.
 */
function overrules(reading: PolicyReading, before: PolicyReading): boolean {
  if (isOfHeader(reading) === isOfHeader(before)) return reading.policy !== before.policy;
  return isOfHeader(before) ? before.by.kind === 'default' : reading.by.kind === 'header';
}

const isOfHeader = ({ by }: PolicyReading): boolean => by.kind === 'header' || by.kind === 'default';

const key = (storeId: StoreId, { site, topLevelSite }: SitePair): string => `${storeId} ${site} ${topLevelSite}`;

/** The pair of a request's site and its page's; null = one of them is not known. */
export function sitePair(url: string, { partitionKey }: Pick<RequestContext, 'partitionKey'>): SitePair | null {
  const site = siteOf(originOf(url));
  if (site === null || partitionKey === null || isUnknown(partitionKey)) return null;
  return { site: siteText(site), topLevelSite: partitionKey.topLevelSite };
}
