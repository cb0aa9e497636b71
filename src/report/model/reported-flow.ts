import { addressKey } from '../../analysis/compare/request-key';
import { text } from '../../analysis/engine/base/bytes';
import type { Exchange, Row } from '../../analysis/replay/rows/exchange';
import { whatBecame } from '../../analysis/story/bead';
import { storiesOf } from '../../analysis/story/moments';
import type { Analysed } from './analysed';
import type { ReportedRequest } from './report-schema';

/** A diagram of more requests is read by nobody. */
const MOST_DRAWN = 24;

/** The requests that a diagram shows, in the order of time: those of sign-ins and incidents first, then those that change cookies. */
export function reportedFlow({ replay, sessions, incidents, start }: Analysed): readonly ReportedRequest[] {
  const told = new Set([
    ...storiesOf(sessions, replay.rows).flatMap(({ moments }) => moments.flatMap(({ exchanges }) => exchanges)),
    ...incidents.all.flatMap(({ rows, chain }) => [...rows, ...chain.map(({ row }) => row)]),
  ]);
  const exchanges = replay.rows.filter((row: Row): row is Exchange => row.kind === 'exchange');
  const weight = (exchange: Exchange): number => (told.has(exchange.id) ? 2 : hasCookies(exchange) ? 1 : 0);
  const chosen = exchanges
    .filter((exchange) => weight(exchange) > 0)
    .toSorted((one, other) => weight(other) - weight(one))
    .slice(0, MOST_DRAWN);
  return exchanges.filter((exchange) => chosen.includes(exchange)).map((exchange) => requestOf(exchange, start));
}

const hasCookies = ({ lines, withheld }: Exchange): boolean => lines.length + withheld.length > 0;

const requestOf = (exchange: Exchange, start: number): ReportedRequest => ({
  at: Math.max(0, Math.round(exchange.at - start)),
  method: exchange.sent.method,
  address: addressKey(exchange.url),
  status: exchange.status,
  error: exchange.error,
  sent: exchange.cookies.map(({ name }) => text(name)),
  withheld: exchange.withheld.map(({ cookie }) => text(cookie.name)),
  lines: exchange.lines.map((line) => {
    const { kind, evidence } = whatBecame(line);
    return { cookie: text(line.parsed.name), became: kind, basis: evidence };
  }),
});
