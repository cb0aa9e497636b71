import { memo } from 'react';
import type { Exchange, Row } from '../../../analysis/replay/rows/exchange';
import { say, sayCount } from '../../../words/catalogue';
import { Icon } from '../../shared/parts/icon';
import { VisibleText } from '../../shared/parts/visible-text';
import { rowTotals, summed } from '../../shared/presentation/row-tally';
import { SchemeTag } from '../../shared/presentation/scheme-tag';
import { type TimeOrigin, timeText } from '../../shared/presentation/time';
import { Counts, Mark } from './row-counts';
import { type RowWords, rowWords } from './row-words';

export type Rail = 'none' | 'start' | 'middle' | 'end' | 'closed';

interface RequestRowProps {
  readonly row: Row;
  readonly id: string;
  readonly index: number;
  readonly origin: TimeOrigin;
  readonly rail: Rail;
  readonly selected: boolean;
  /** Another hop of the same chain is selected. */
  readonly beside: boolean;
  /** Later hops that the closed chain of this row hides. */
  readonly hidden: readonly Exchange[] | null;
  /** It, or a hop that it hides, is part of an incident. */
  readonly inIncident: boolean;
  /** It stands under the heading of a run of third parties. */
  readonly headed: boolean;
  readonly onSelect: (row: Row) => void;
  /** Opens or closes the chain that begins with this row. */
  readonly onChain: (request: string, open: boolean) => void;
}

/** One row of 22 px. Memoised: a row that changes is a new object, and nothing else makes it render again. */
export const RequestRow = memo(function RequestRow(props: RequestRowProps) {
  const { row, id, index, origin, rail, selected, beside, hidden, headed, inIncident, onSelect, onChain } = props;
  const words = rowWords(row, origin);
  const opens =
    words.kind === 'navigation' || (words.kind === 'request' && words.opensPage && (rail === 'none' || rail === 'start'));
  const counts = hidden ? summed([row, ...hidden].map(rowTotals)) : rowTotals(row);
  const heads = row.kind === 'exchange' && (hidden !== null || rail === 'start');
  const level = (headed ? 2 : 1) + (rail === 'middle' || rail === 'end' ? 1 : 0);
  const className = ['request-row', words.kind, selected && 'selected', beside && 'beside', opens && index > 0 && 'opens']
    .filter(Boolean)
    .join(' ');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to the keys.
    <div
      role="row"
      id={id}
      className={className}
      aria-rowindex={index + 2}
      aria-level={level}
      aria-selected={selected}
      aria-expanded={heads ? hidden === null : undefined}
      data-row-id={row.id}
      data-kind={words.kind}
      onClick={() => onSelect(row)}
    >
      <Mark totals={counts} inIncident={inIncident} />
      <span role="gridcell" className="time" data-part="time">
        {timeText(row.at, origin)}
      </span>
      <Cells
        words={words}
        rail={hidden ? 'closed' : rail}
        bold={words.kind === 'request' && words.opensPage}
        hops={hidden?.length ?? 0}
        onRail={() => row.kind === 'exchange' && heads && onChain(row.request, hidden !== null)}
      />
      <Counts totals={counts} />
    </div>
  );
});

const AUTHOR_ICON = { user: 'edit', unknown: 'question', other: 'cookie' } as const;

interface CellsProps {
  readonly words: RowWords;
  readonly rail: Rail;
  readonly bold: boolean;
  /** How many hops are hidden. */
  readonly hops: number;
  readonly onRail: () => void;
}

function Cells({ words, rail, bold, hops, onRail }: CellsProps) {
  switch (words.kind) {
    case 'request':
      return (
        <>
          <Word part="method" look="method" room={4} text={words.method} />
          <span role="gridcell" className={words.scheme === null && rail === 'none' ? 'place' : 'place parts'} title={words.url}>
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the grid has keys for it. */}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above. */}
            {rail !== 'none' && <span className={`rail ${rail}`} data-rail={rail} onClick={onRail} />}
            <VisibleText part="path" className={bold ? 'path bold' : 'path'} text={words.path} />
            {hops > 0 && <span className="hops-hidden">{sayCount('list.hops-hidden', hops)}</span>}
            {words.thirdParty && (
              <span className="tone-faint" role="img" aria-label={say('list.third-party')} title={say('list.third-party')}>
                <Icon name="elsewhere" size={12} />
              </span>
            )}
            {words.scheme !== null && <SchemeTag scheme={words.scheme} />}
            <VisibleText part="host" className="host" text={words.host} />
          </span>
          <Word part="status" look={words.failed ? 'status tone-bad' : 'status'} room={3} text={words.status} />
          <Word part="type" look="type" room={6} text={words.type} />
        </>
      );
    case 'change':
      return (
        <>
          <span role="gridcell" className={words.author === 'user' ? 'method tone-mine' : 'method'}>
            <Icon name={AUTHOR_ICON[words.author]} size={13} />
          </span>
          <span role="gridcell" className="place change" title={`${words.what} · ${words.host} · ${words.by}`}>
            <VisibleText part="path" className="path tone-quiet" text={words.what} />
            <VisibleText part="host" className="host" text={`${words.host} · ${words.by}`} />
          </span>
          <span role="gridcell" className="status" />
          <span role="gridcell" className="type" />
        </>
      );
    case 'gap':
      return (
        <span role="gridcell" className="gap-words" data-part="path">
          <span>
            <Icon name="pause" size={12} /> <b>{words.title}</b> {words.rest}
          </span>
        </span>
      );
    case 'navigation':
      return (
        <>
          <span role="gridcell" className="method">
            <Icon name="window" size={13} />
          </span>
          <span role="gridcell" className="place">
            <VisibleText part="path" className="path bold" text={words.url} />
            <span className="host" data-part="host">
              {say('navigation.no-request')}
            </span>
          </span>
          <span role="gridcell" className="status" />
          <Word part="type" look="type" room={6} text={say('type.document')} />
        </>
      );
    default:
      return words satisfies never;
  }
}

interface WordProps {
  readonly part: string;
  readonly look: string;
  /** Letters that surely fit. */
  readonly room: number;
  readonly text: string;
}

/** A word in a column of fixed width. Only what may be too long is cut: a clip costs more than the word. */
const Word = ({ part, look, room, text }: WordProps) => (
  <span role="gridcell" className={text.length > room ? `${look} cut` : look} data-part={part}>
    {text}
  </span>
);
