import type { Bytes } from '../../engine/base/units';
import type { SetCookie } from '../../engine/header/parsed-line';
import { parseSetCookie } from '../../engine/header/set-cookie';
import type { Identity } from '../../engine/jar/identity';
import type { Jar } from '../../engine/jar/jar';
import { coversHost } from '../../engine/jar/match';
import { isOver, type StoredCookie } from '../../engine/jar/stored-cookie';
import type { Access } from '../../engine/verdict/access/access';
import { isUnknown } from '../../engine/verdict/access/context';
import { decideSet } from '../../engine/verdict/on-set';
import type { Prediction } from '../../engine/verdict/verdict';
import { unpartitionedKey } from '../jar-history/cookie-keys';
import type { Partition } from '../jar-history/jar-readings';
import type { SetOutcome } from '../rows/exchange';
import { type Credentials, settingWith } from './credentials';
import { endingOutcome, isDeadOnArrival } from './ending';

/** A Set-Cookie line as the engine sees it, before anything was observed. */
export interface JudgedLine {
  readonly line: Bytes;
  readonly parsed: SetCookie;
  /** As it would stand in the jar: Firefox takes a line without an equals sign as a name. */
  readonly value: Bytes;
  readonly predicted: Prediction<SetOutcome>;
  /** Whether the browser takes the line; what it then comes to may still not be known. */
  readonly accepted: boolean;
  /** What the line is about, whether or not it may be stored. */
  readonly target: Identity;
  /** Whether it is certain in which partition it lands, whatever the browser's settings. */
  readonly partitionKnown: boolean;
  /** It lands in this partition or in none: a reading that covers it and does not show it says that it is not there. */
  readonly reach: { readonly domain: string; readonly partition: Partition };
  /** Whether the jar had been read, so that a cookie the replayed one does not hold was not there. */
  readonly jarRead: boolean;
  /** Whether its time is past as it arrives. */
  readonly deletes: boolean;
  /** Whether it means to store all the same, whatever the browser makes of it. */
  readonly dead: boolean;
  readonly previous: StoredCookie | null;
  /** Cookies of the same name, host and path in any partition. */
  readonly alike: readonly StoredCookie[];
  /** Of a line that ends a cookie the jar does not hold: the cookies of its name that the host can see. */
  readonly namesakes: readonly StoredCookie[];
  /** What it stores, or would if what is missing turned out well; null = nothing. */
  readonly cookie: StoredCookie | null;
}

/** What a line is judged against. */
export interface LineContext {
  readonly jar: Jar;
  readonly access: Access;
  readonly credentials: Credentials;
  /** Whether the cookies of the host in this partition have been read. */
  readonly jarRead: (partition: Partition) => boolean;
  /** Whether the same response tells the browser to clear its cookies. */
  readonly clears: boolean;
}

const NONE: readonly StoredCookie[] = [];

/** What the engine makes of a line, with the identity it is about. Neither jar nor line is changed. */
export function judgeLine({ jar, access, credentials, jarRead, clears }: LineContext, line: Bytes): JudgedLine {
  const parsed = parseSetCookie(line, access.profile);
  const { accepted, outcome, reasons, missing, cookie, previous, context } = decideSet(jar, access, parsed);
  const { name, value, domain, path, partition, lifetime } = context;
  const target = {
    name,
    domain: domain.domain,
    hostOnly: domain.hostOnly,
    path,
    partition: isUnknown(partition) ? null : partition,
  };
  const partitionKnown = !isUnknown(partition) && !landsBySetting(access, parsed);
  const reach = { domain: domain.domain, partition: partitionKnown ? partition : access.key };
  const deletes = isOver(lifetime, access.at);
  const hasRead = jarRead(reach.partition);
  const own: Prediction<SetOutcome> =
    outcome === 'deleted'
      ? endingOutcome({ value, lifetime, at: access.at, previous, jarRead: hasRead })
      : { outcome, reasons, missing: [...new Set(missing)] };
  // What a line ends is gone before the jar is cleared.
  const isCleared = clears && !deletes && accepted !== false && access.profile === 'chromium';
  const predicted = settingWith(credentials, isCleared ? CLEARED : own);
  const named = jar.named(access.host, name);
  return {
    line,
    parsed,
    value,
    predicted,
    accepted: accepted === true && predicted === own,
    target,
    partitionKnown,
    reach,
    jarRead: hasRead,
    deletes,
    dead: deletes && isDeadOnArrival({ value, lifetime, previous }),
    previous,
    alike:
      named.length === 0 || partitionKnown ? NONE : named.filter((each) => unpartitionedKey(each) === unpartitionedKey(target)),
    namesakes: deletes && previous === null ? named.filter((each) => coversHost(each, access.host)) : NONE,
    cookie,
  };
}

/** Whether the line lands in the partition or in none as the browser is set, which the panel's setting only assumes. */
const landsBySetting = ({ behavior, thirdParty, key }: Access, { partitioned }: SetCookie): boolean =>
  behavior.unpartitionedInFrame === 'by-setting' && thirdParty !== false && key !== null && !partitioned;

/** Chromium stores what the response sets, and then clears it with the rest. */
const CLEARED: Prediction<SetOutcome> = { outcome: 'rejected', reasons: ['clear-site-data'], missing: [] };
