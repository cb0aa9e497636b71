import type { Exchange, Row } from '../replay/rows/exchange';

/** How far apart the hops of one chain may stand in the list. */
const REACH = 2000;

/**
 * The hops that belong together: a request with its redirects, and in front of them the CORS preflight that
 * asked leave for it. In order; empty where the row is no exchange.
 * @param place index of any of them in `rows`
 */
export function chainAt(rows: readonly Row[], place: number): readonly Exchange[] {
  const chosen = rows[place];
  if (chosen?.kind !== 'exchange') return [];
  const around = exchangesAround(rows, place);
  if (isPreflight(chosen)) {
    const asked = around.find((row) => isPreflightOf(chosen, row));
    return asked ? [chosen, ...hopsOf(asked, around)] : hopsOf(chosen, around);
  }
  const hops = hopsOf(chosen, around);
  const [first] = hops;
  const preflight = first && around.findLast((row) => isPreflightOf(row, first));
  return preflight ? [preflight, ...hops] : hops;
}

/** Whether the request only asks the server's leave for another one. @see Fetch §3.3.2 (CORS-preflight request) */
export const isPreflight = (exchange: Exchange): boolean =>
  exchange.sent.method === 'OPTIONS' && headerOf(exchange, 'access-control-request-method') !== null;

const hopsOf = (chosen: Exchange, around: readonly Exchange[]): readonly Exchange[] =>
  around
    .filter((row) => row.request === chosen.request && isPreflight(row) === isPreflight(chosen))
    .sort((a, b) => a.hop - b.hop);

function isPreflightOf(preflight: Exchange, asked: Exchange): boolean {
  return (
    isPreflight(preflight) &&
    !isPreflight(asked) &&
    preflight.url === asked.url &&
    preflight.sent.initiator === asked.sent.initiator &&
    headerOf(preflight, 'access-control-request-method') === asked.sent.method &&
    // Chromium may tell of the request itself first: it waits for its preflight.
    Math.abs(asked.at - preflight.at) < REACH
  );
}

const headerOf = (exchange: Exchange, name: string): string | null =>
  exchange.sent.headers.find((header) => header.name === name)?.value ?? null;

function exchangesAround(rows: readonly Row[], place: number): readonly Exchange[] {
  return rows.slice(Math.max(0, place - REACH), place + REACH).filter((row) => row.kind === 'exchange');
}
