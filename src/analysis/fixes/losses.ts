import type { Profile } from '../engine/base/profile';
import { type Bytes, instant } from '../engine/base/units';
import { Jar } from '../engine/jar/jar';
import type { StoredCookie } from '../engine/jar/stored-cookie';
import { type Access, accessOf } from '../engine/verdict/access/access';
import { decideSend } from '../engine/verdict/on-send';
import { decideSet, type SetDecision } from '../engine/verdict/on-set';
import type { Exchange, Row } from '../replay/rows/exchange';
import { type CookieKey, cookieKey } from '../session/cookies/cookie-key';

/** Something that was observed and would not have happened with a corrected line. */
export interface PreventedLoss {
  readonly kind: 'not-stored' | 'not-sent';
  readonly exchange: Exchange;
}

export interface Correction {
  /** Of the cookie that the line set. */
  readonly key: CookieKey;
  readonly line: Bytes;
  readonly corrected: Bytes;
}

/** A correction must hold in both: visitors come with either. */
const BROWSERS: readonly Profile[] = ['chromium', 'firefox'];

/**
 * What of a recording a corrected line would have prevented, each exchange once: a line stored, a cookie sent.
 * Third parties are taken as allowed, for what a user blocks is not the line's doing. A deletion prevents nothing.
 */
export function lossesOf(correction: Correction, rows: readonly Row[]): readonly PreventedLoss[] {
  const exchanges = rows.filter((row) => row.kind === 'exchange');
  const losses = new Map<string, PreventedLoss>();
  for (const profile of BROWSERS) {
    for (const loss of lossesIn(profile, correction, exchanges)) losses.set(loss.exchange.id, loss);
  }
  return [...losses.values()];
}

function* lossesIn(
  profile: Profile,
  { key, line, corrected }: Correction,
  exchanges: readonly Exchange[],
): Generator<PreventedLoss> {
  // By identity: corrected, the same line may make a cookie for each host that sends it.
  const made = new Map<CookieKey, StoredCookie>();
  const make = (exchange: Exchange): SetDecision => {
    const decision = decideSet(EMPTY, accessTo(exchange, profile, 'response'), corrected);
    if (decision.cookie !== null) made.set(cookieKey(decision.cookie), decision.cookie);
    return decision;
  };
  for (const exchange of exchanges) {
    const carried = exchange.cookies.flatMap(({ cookie }) => (cookie !== null && cookieKey(cookie) === key ? [cookie] : []));
    // A line that was not recorded: what it would have made, had this request been answered with it.
    if (carried.length > 0 && made.size === 0) make(exchange);
    const access = carried.length === 0 ? null : accessTo(exchange, profile, 'request');
    for (const cookie of carried) {
      if (access === null || made.size === 0 || decideSend(cookie, access).outcome !== 'sent') continue;
      const goes = [...made.values()].some((each) => decideSend(asOld(each, cookie), access).outcome !== 'withheld');
      if (!goes) yield { kind: 'not-sent', exchange };
    }
    if (!exchange.lines.some((each) => each.line === line)) continue;
    const wasTaken = decideSet(EMPTY, accessTo(exchange, profile, 'response'), line).accepted === true;
    if (make(exchange).accepted === false && wasTaken) yield { kind: 'not-stored', exchange };
  }
}

/** Never put into: what else is in the jar is not the correction's doing. */
const EMPTY = new Jar();

function accessTo({ url, context, at, received }: Exchange, profile: Profile, part: 'request' | 'response'): Access {
  const time = part === 'request' ? at : (received?.at ?? at);
  const access = { url, via: 'http', context, at: time, date: received?.date ?? null } as const;
  return accessOf(access, { profile, thirdParty: 'allow' });
}

/** The corrected cookie at the age of the one that was sent. */
function asOld(made: StoredCookie, { creation, lastAccess }: StoredCookie): StoredCookie {
  const expires = made.expires === null ? null : instant(made.expires - made.creation + creation);
  return { ...made, creation, lastAccess, expires };
}
