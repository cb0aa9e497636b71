import type { Bytes } from '../../engine/base/units';
import { siteDomain } from '../../engine/site/registrable';
import { urlParts } from '../../engine/site/url-parts';
import type { Exchange, SetLine, Setter } from '../../replay/rows/exchange';
import { outcomeOf } from '../../rules/subject/cookie-record';
import { resolve } from '../../session/requests/address';
import { locationOf } from '../../session/requests/visit';
import type { EndedTransaction } from '../../session/transaction-outcomes';
import { leavesCookie } from './cookie-events';
import type { Scene } from './scene';

/** The answers of the application by whose redirects the browser left for the other site; empty = it left by a script. */
export const startOf = ({ hops, leave, provider }: EndedTransaction): readonly Exchange[] =>
  hops
    .filter(({ part, exchange }) => part === 'start' && exchange.request === leave?.exchange.request)
    .map(({ exchange }) => exchange)
    .filter(({ url }) => authorityOf(url) !== provider);

/** Whether it is one of the application's answers as a sign-in through another site began. */
export const isOfStart = ({ id }: Exchange, transaction: EndedTransaction | null): boolean =>
  transaction?.hops.some(({ part, exchange }) => part === 'start' && exchange.id === id) === true;

/** The cookies that those answers gave, those that hold something of the transaction first. */
export function givenAtStart(transaction: EndedTransaction): readonly Setter[] {
  const holding = new Set(transaction.cookies.map(({ life }) => life.name));
  const lines = startOf(transaction).flatMap((exchange) =>
    exchange.lines.filter(isGiven).map((line): Setter => ({ exchange, line })),
  );
  return lines.sort((a, b) => Number(holding.has(b.line.parsed.name)) - Number(holding.has(a.line.parsed.name)));
}

const isGiven = (line: SetLine): boolean => !line.deletes && leavesCookie(outcomeOf(line));

/** Another answer that gave a cookie of this name anew and led to the same other site; null = there is none. */
export function secondStart(name: Bytes, transaction: EndedTransaction, { until, scene }: Until): Setter | null {
  const [first] = startOf(transaction);
  if (first === undefined) return null;
  const site = siteDomain(urlParts(first.url)?.host ?? '');
  const after = first.received?.seq ?? first.sent.seq;
  for (const event of scene.events.before(site, name, until)) {
    if (event.seq <= after) return null;
    const { exchange } = event.kind === 'line' ? event : { exchange: null };
    if (event.kind !== 'line' || exchange === null || event.line.deletes || !leavesCookie(event.outcome)) continue;
    const location = locationOf(exchange);
    if (location !== null && authorityOf(resolve(location, exchange.url)) === transaction.provider)
      return { exchange, line: event.line };
  }
  return null;
}

interface Until {
  /** The number of the request that came back. */
  readonly until: number;
  readonly scene: Scene;
}

/** Host and port of an address; null = it has none. */
export function authorityOf(url: string): string | null {
  const parts = urlParts(url);
  return parts === null ? null : parts.port === '' ? parts.host : `${parts.host}:${parts.port}`;
}
