import { urlParts } from '../../engine/site/url-parts';
import type { Exchange, Row, SetLine } from '../../replay/rows/exchange';
import { type Chunked, shouldYield } from '../shared/chunked';
import type { CookieLives } from './cookie-history';
import { type CookieKey, cookieKey } from './cookie-key';
import type { CookieLife } from './cookie-life';
import { identityOf } from './line-identity';

/**
 * Cookies that lines name and that were never in the jar, because every line was refused or deleted nothing. Each has the
 * life that its first refused line would have begun, so that what it was meant for can be told like that of any other.
 */
export function* refusedIn(rows: readonly Row[], lives: CookieLives): Chunked<ReadonlyMap<CookieKey, CookieLife>> {
  const refused = new Map<CookieKey, CookieLife>();
  for (const [at, row] of rows.entries()) {
    if (shouldYield(at)) yield;
    if (row.kind !== 'exchange' || row.lines.length === 0) continue;
    for (const line of row.lines) {
      if (line.result !== null && lives.all.has(cookieKey(line.result))) continue;
      const parts = urlParts(row.url);
      if (parts === null) break;
      const identity = identityOf(line, parts);
      const key = cookieKey(identity);
      const known = refused.get(key);
      if (lives.all.has(key) || (known !== undefined && known.spans.length > 0)) continue;
      refused.set(key, { ...identity, key, ...NEVER_STORED, ...(isRefused(line) ? wouldBe(line, row) : {}) });
    }
  }
  return refused;
}

const NEVER_STORED = { httpOnly: null, lifetime: 'unknown', spans: [], sentFirstParty: 0, sentThirdParty: 0 } as const;

const isRefused = ({ predicted, observed }: SetLine): boolean =>
  (observed.outcome === 'not-observed' ? predicted.outcome : observed.outcome) === 'rejected';

function wouldBe({ parsed }: SetLine, exchange: Exchange): Pick<CookieLife, 'httpOnly' | 'spans'> {
  const from = exchange.received?.seq ?? exchange.sent.seq;
  const writer = { kind: 'response', exchange } as const;
  return {
    httpOnly: parsed.httpOnly,
    spans: [{ value: parsed.value, writer, from, to: null, end: null, endedBy: null, expires: null, sent: [] }],
  };
}
