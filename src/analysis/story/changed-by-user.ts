import { coversHost } from '../engine/jar/match';
import type { StoredCookie } from '../engine/jar/stored-cookie';
import { urlParts } from '../engine/site/url-parts';
import type { JarCookie } from '../facts/fact';
import { isSameCookie, isSameValue } from '../replay/jar-history/cookie-keys';
import type { Attribution } from '../replay/rows/attribution';
import type { ChangeRow, Exchange, Row, SetLine } from '../replay/rows/exchange';
import { cookieKey } from '../session/cookies/cookie-key';
import { sentBeads, setBeads } from './bead';

/**
 * Keys of the beads that are as the user made them: cookies that went out as the editor or a corrected line wrote them, and
 * lines in whose place a corrected one was put in force. A cookie put back as the server last set it is none.
 * @param chain some of `rows`
 */
export function changedByUser(rows: readonly Row[], chain: readonly Row[]): ReadonlySet<string> {
  if (chain.length === 0) return NONE;
  const own = rows.filter(isByUser);
  if (own.length === 0) return NONE;
  const written = new Set(own.map(({ change }) => cookieKey(change.cookie)));
  const names = new Set(own.map(({ change }) => change.cookie.name));
  const keys = new Set<string>();
  for (const exchange of chain) {
    if (exchange.kind !== 'exchange') continue;
    const place = rows.indexOf(exchange);
    for (const { key, place: at } of sentBeads(exchange)) {
      const cookie = exchange.cookies[at.index]?.cookie ?? null;
      if (cookie !== null && written.has(cookieKey(cookie)) && isAsWritten(cookie, rows, place)) keys.add(key);
    }
    for (const { key, place: at } of setBeads(exchange)) {
      const line = exchange.lines[at.index];
      if (line !== undefined && names.has(line.parsed.name) && isReplaced(line, exchange, rows, place)) keys.add(key);
    }
  }
  return keys;
}

const NONE: ReadonlySet<string> = new Set();

type ByUser = Extract<Attribution, { readonly kind: 'user' }>;

const isByUser = (row: Row): row is ChangeRow & { readonly attribution: ByUser } =>
  row.kind === 'change' && row.attribution.kind === 'user';

/** Whether a cookie that went out is as the user wrote it last, and otherwise than it was before. */
function isAsWritten(cookie: StoredCookie, rows: readonly Row[], place: number): boolean {
  const key = cookieKey(cookie);
  let first: ChangeRow | null = null;
  for (let at = place - 1; at >= 0; at--) {
    const row = rows[at];
    if (row?.kind === 'change' && cookieKey(row.change.cookie) === key) {
      if (!isByUser(row)) break;
      if (first === null && (row.change.removed || !isSameCookie(row.change.cookie, cookie))) return false;
      first = row;
    } else if (row?.kind === 'exchange') {
      const own = row.lines.findLast(({ result }) => result !== null && cookieKey(result) === key)?.result ?? null;
      if (own !== null) return first !== null && !isSameCookie(own as JarCookie, cookie);
    }
  }
  return first !== null && (first.previous === null || !isSameCookie(first.previous, cookie));
}

/** Whether a corrected line was put in force in place of this one, before the server wrote the cookie anew. */
function isReplaced({ parsed }: SetLine, { url }: Exchange, rows: readonly Row[], place: number): boolean {
  const host = urlParts(url)?.host;
  if (host === undefined) return false;
  for (let at = place + 1; at < rows.length; at++) {
    const row = rows[at];
    if (row?.kind === 'exchange') {
      const isAnew = row.lines.some((line) => line.parsed.name === parsed.name) && urlParts(row.url)?.host === host;
      if (isAnew) return false;
    } else if (row !== undefined && isByUser(row) && row.attribution.by === 'override') {
      const { cookie, removed } = row.change;
      if (removed || cookie.name !== parsed.name || !coversHost(cookie, host)) continue;
      return isSameValue(parsed.value, cookie.value);
    }
  }
  return false;
}
