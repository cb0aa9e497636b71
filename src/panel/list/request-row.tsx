import { memo } from 'react';
import type { Row } from '../../analysis/replay/exchange';
import { say } from '../../words/catalogue';
import { Icon, type IconName } from '../parts/icon';
import { VisibleText } from '../parts/visible-text';
import { type Tally, tally } from '../shown/tally';
import { clockTime } from '../shown/time';
import { type RowWords, rowWords } from './row-words';

export type Rail = 'none' | 'start' | 'middle' | 'end';

interface RequestRowProps {
  readonly row: Row;
  readonly id: string;
  readonly index: number;
  readonly start: number;
  readonly rail: Rail;
  readonly selected: boolean;
  /** Another hop of the same chain is selected. */
  readonly beside: boolean;
  readonly onSelect: (row: Row) => void;
}

/** One row of 22 px. Memoised: a row that changes is a new object, and nothing else makes it render again. */
export const RequestRow = memo(function RequestRow(props: RequestRowProps) {
  const { row, id, index, start, rail, selected, beside, onSelect } = props;
  const words = rowWords(row, start);
  const opens =
    words.kind === 'navigation' || (words.kind === 'request' && words.opensPage && (rail === 'none' || rail === 'start'));
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
      aria-selected={selected}
      data-row-id={row.id}
      onClick={() => onSelect(row)}
    >
      <Mark tally={tally(row)} />
      <span role="gridcell" className="time">
        {clockTime(row.at - start)}
      </span>
      <Cells words={words} rail={rail} bold={words.kind === 'request' && words.opensPage} />
      <Counts tally={tally(row)} />
    </div>
  );
});

function Mark({ tally: { mark, rejected, differs } }: { readonly tally: Tally }) {
  const label = rejected > 0 ? say('list.error') : differs > 0 ? say('list.differs') : say('list.warning');
  return (
    <span role="gridcell" className="mark" title={mark ? label : undefined}>
      {mark && (
        <span className={mark === 'error' ? 'tone-bad' : 'tone-warn'} role="img" aria-label={label}>
          <Icon name={mark} size={13} />
        </span>
      )}
    </span>
  );
}

function Cells({ words, rail, bold }: { readonly words: RowWords; readonly rail: Rail; readonly bold: boolean }) {
  switch (words.kind) {
    case 'request':
      return (
        <>
          <span role="gridcell" className="method">
            {words.method}
          </span>
          <span role="gridcell" className="place" title={`${words.host}${words.path}`}>
            {rail !== 'none' && <span className={`rail ${rail}`} />}
            <span className={bold ? 'path bold' : 'path'}>
              <VisibleText text={words.path} />
            </span>
            {words.thirdParty && (
              <span className="tone-faint" role="img" aria-label={say('list.third-party')} title={say('list.third-party')}>
                <Icon name="elsewhere" size={12} />
              </span>
            )}
            <span className="host">
              <VisibleText text={words.host} />
            </span>
          </span>
          <span role="gridcell" className={words.failed ? 'status tone-bad' : 'status'}>
            {words.status}
          </span>
          <span role="gridcell" className="type">
            {words.type}
          </span>
        </>
      );
    case 'script':
      return (
        <>
          <span role="gridcell" className="method">
            <Icon name="script" size={13} />
          </span>
          <span role="gridcell" className="place" title={words.what}>
            <span className="path tone-quiet">
              <VisibleText text={words.what} />
            </span>
            <span className="host">
              <VisibleText text={words.host} />
            </span>
          </span>
          <span role="gridcell" className="status" />
          <span role="gridcell" className="type">
            {say('type.script')}
          </span>
        </>
      );
    case 'gap':
      return (
        <span role="gridcell" className="gap-words">
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
            <span className="path bold">
              <VisibleText text={words.url} />
            </span>
            <span className="host">{say('navigation.no-request')}</span>
          </span>
          <span role="gridcell" className="status" />
          <span role="gridcell" className="type">
            {say('type.document')}
          </span>
        </>
      );
    default:
      return words satisfies never;
  }
}

function Counts({ tally: { sent, withheld, set, rejected } }: { readonly tally: Tally }) {
  return (
    <>
      <Count icon="up" tone="quiet" count={sent} />
      <Count icon="held" tone="warn" count={withheld} />
      <Count icon="down" tone="ok" count={set} />
      <Count icon="cross" tone="bad" count={rejected} />
    </>
  );
}

/** A slot of fixed width; blank for zero, so that what is there stands out. */
function Count({ icon, tone, count }: { readonly icon: IconName; readonly tone: string; readonly count: number }) {
  return (
    <span role="gridcell" className={`slot tone-${tone}`}>
      {count > 0 && (
        <>
          <Icon name={icon} size={11} />
          {count}
        </>
      )}
    </span>
  );
}
