import type { ChangeRow, Exchange, SetLine } from '../../replay/rows/exchange';
import { requestText } from '../../rules/engine/request-words';
import { type Sentence, s } from '../../rules/engine/sentence';
import type { Failure } from '../scene/failure';
import type { Suspect } from '../scene/suspect';
import { brief, consequenceClause } from './cause-words';
import type { Station } from './incident';

/** The chain from a cookie to a failure: set, lost, missing, answered. */
export function stationsOf(suspect: Suspect, failure: Failure): readonly Station[] {
  const { name, source, lostAt, cause } = suspect;
  const isLostAtSource = cause === 'rejected' || cause === 'dead-on-arrival';
  return [
    ...(source === null
      ? []
      : [
          setStation(
            source.exchange,
            source.line,
            isLostAtSource ? 'cause' : 'set',
            isLostAtSource ? s`${name} ${brief(suspect)}` : s`${name} set`,
          ),
        ]),
    ...(lostAt === null
      ? []
      : [
          lostAt.kind === 'change'
            ? changeStation(lostAt.row, s`${name} ${brief(suspect)}`)
            : setStation(lostAt.exchange, lostAt.line, 'cause', s`${name} deleted`),
        ]),
    requestStation(failure.exchange, suspect, isLostAtSource || lostAt !== null ? 'lost' : 'cause'),
    consequenceStation(failure),
  ];
}

/** A Set-Cookie line: the station leads to its bead. */
export const setStation = (exchange: Exchange, line: SetLine, part: Station['part'], text: Sentence): Station => ({
  part,
  row: exchange.id,
  at: exchange.received?.at ?? exchange.at,
  bead: `${exchange.id}/lines/${line.index}`,
  text,
});

const changeStation = (row: ChangeRow, text: Sentence): Station => ({
  part: 'cause',
  row: row.id,
  at: row.at,
  bead: null,
  text,
});

function requestStation(exchange: Exchange, suspect: Suspect, part: Station['part']): Station {
  const withheld = suspect.withheld === null ? -1 : exchange.withheld.indexOf(suspect.withheld);
  const sent = exchange.cookies.findIndex(({ name }) => name === suspect.name);
  const bead = withheld >= 0 ? `${exchange.id}/withheld/${withheld}` : sent >= 0 ? `${exchange.id}/cookies/${sent}` : null;
  const text = sent >= 0 ? s`${requestText(exchange)} with ${suspect.name}` : s`${requestText(exchange)} without ${suspect.name}`;
  return { part, row: exchange.id, at: exchange.at, bead, text };
}

/** A request by itself. */
export const plainStation = (exchange: Exchange, part: Station['part'], text: Sentence): Station => ({
  part,
  row: exchange.id,
  at: exchange.at,
  bead: null,
  text,
});

/** The answer that failed. */
export const consequenceStation = (failure: Failure): Station => ({
  part: 'consequence',
  row: failure.exchange.id,
  at: failure.exchange.received?.at ?? failure.exchange.at,
  bead: null,
  text: s`${requestText(failure.exchange)} ${consequenceClause(failure)}`,
});
