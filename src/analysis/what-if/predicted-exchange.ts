import type { Bytes } from '../engine/base/units';
import type { StoredCookie } from '../engine/jar/stored-cookie';
import type { JudgedLine } from '../replay/requests/setting';
import type { Exchange, SentCookie, SetLine, WithheldCookie } from '../replay/rows/exchange';
import { type CookieKey, cookieKey } from '../session/cookies/cookie-key';
import type { CookieFate } from './fate';

/** What a request would carry, and what would stay. */
interface Beads {
  readonly cookies: readonly SentCookie[];
  readonly withheld: readonly WithheldCookie[];
  readonly header: Bytes | null;
}

/**
 * Makes exchanges as their requests would be with predicted cookies in place of the recorded ones of their names. The answer
 * stays as recorded: what the server would have said is not known.
 */
export class PredictedExchanges {
  readonly #isReplaced: (name: Bytes) => boolean;
  /** By the list of what was sent, what was made of it last: requests that are alike share their lists. */
  readonly #made = new WeakMap<
    readonly SentCookie[],
    { readonly withheld: readonly WithheldCookie[]; readonly fates: readonly CookieFate[]; readonly beads: Beads }
  >();

  constructor(isReplaced: (name: Bytes) => boolean) {
    this.#isReplaced = isReplaced;
  }

  of(exchange: Exchange, fates: readonly CookieFate[]): Exchange {
    const { cookies, withheld, header } = this.#beads(exchange, fates);
    const sent = header === exchange.sent.cookie ? exchange.sent : { ...exchange.sent, cookie: header };
    return { ...exchange, sent, cookies, withheld };
  }

  #beads(exchange: Exchange, fates: readonly CookieFate[]): Beads {
    const { cookies, withheld } = exchange;
    const before = this.#made.get(cookies);
    if (before !== undefined && before.withheld === withheld && isAlike(before.fates, fates)) return before.beads;
    const beads = this.#make(exchange, fates);
    this.#made.set(cookies, { withheld, fates, beads });
    return beads;
  }

  #make(exchange: Exchange, fates: readonly CookieFate[]): Beads {
    const before = new Map<CookieKey, SentCookie>();
    for (const sent of exchange.cookies)
      if (sent.cookie !== null && this.#isReplaced(sent.name)) before.set(cookieKey(sent.cookie), sent);
    const going = fates.flatMap(({ cookie, predicted, goes, asRecorded }): readonly SentCookie[] => {
      if (goes !== true) return [];
      const recorded = asRecorded ? before.get(cookieKey(cookie)) : undefined;
      return [recorded?.cookie === cookie ? recorded : sentOf(cookie, predicted)];
    });
    const staying = fates.flatMap(({ cookie, predicted, goes }): readonly WithheldCookie[] =>
      goes === true || predicted.reasons.includes('partition-mismatch') ? [] : [{ cookie, predicted, agreement: 'not-observed' }],
    );
    const cookies = inPlace(exchange.cookies, going, this.#isReplaced);
    const withheld = [...exchange.withheld.filter(({ cookie }) => !this.#isReplaced(cookie.name)), ...staying];
    const header = isSameHeader(exchange.cookies, cookies) ? exchange.sent.cookie : headerOf(cookies);
    return { cookies, withheld, header };
  }
}

const isAlike = (a: readonly CookieFate[], b: readonly CookieFate[]): boolean =>
  a.length === b.length &&
  a.every(({ cookie, goes, asRecorded, predicted }, at) => {
    const other = b[at];
    return (
      other !== undefined &&
      cookie === other.cookie &&
      goes === other.goes &&
      asRecorded === other.asRecorded &&
      predicted.outcome === other.predicted.outcome &&
      predicted.reasons.join() === other.predicted.reasons.join()
    );
  });

const sentOf = (cookie: StoredCookie, predicted: SentCookie['predicted']): SentCookie => ({
  name: cookie.name,
  value: cookie.value,
  cookie,
  predicted,
  agreement: 'not-observed',
});

/** The new ones where the first of the old ones stood. */
function inPlace(
  old: readonly SentCookie[],
  going: readonly SentCookie[],
  isReplaced: (name: Bytes) => boolean,
): readonly SentCookie[] {
  const at = old.findIndex(({ name }) => isReplaced(name));
  const withoutReplaced = (list: readonly SentCookie[]) => list.filter(({ name }) => !isReplaced(name));
  if (at < 0) return [...old, ...going];
  return [...withoutReplaced(old.slice(0, at)), ...going, ...withoutReplaced(old.slice(at))];
}

const isSameHeader = (a: readonly SentCookie[], b: readonly SentCookie[]): boolean =>
  a.length === b.length && a.every(({ name, value }, at) => name === b[at]?.name && value === b[at].value);

const headerOf = (cookies: readonly SentCookie[]): Bytes | null =>
  cookies.length === 0
    ? null
    : (cookies.map(({ name, value }) => (name === '' ? value : `${name}=${value}`)).join('; ') as Bytes);

/** A recorded line as it would be: predicted, and seen by nobody. */
export const predictedLine = ({ index }: SetLine, judged: JudgedLine): SetLine => ({
  index,
  line: judged.line,
  parsed: judged.parsed,
  predicted: judged.predicted,
  observed: { outcome: 'not-observed', why: 'no-jar-read' },
  agreement: 'not-observed',
  previous: judged.previous,
  result: judged.predicted.outcome === 'rejected' ? null : judged.cookie,
  seen: null,
  deletes: judged.deletes,
  target: judged.target,
  stays: judged.namesakes,
});
