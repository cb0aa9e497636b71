import { type Ref, useCallback, useMemo } from 'react';
import type { Row } from '../../analysis/replay/exchange';
import { say } from '../../words/catalogue';
import { Icon, type IconName } from '../parts/icon';
import { RowGrid, type RowGridHandle } from '../parts/row-grid';
import { type Rail, RequestRow } from './request-row';

interface RequestListProps {
  readonly rows: readonly Row[];
  /** The recording's first instant. */
  readonly start: number;
  readonly selected: string | null;
  readonly onSelect: (row: Row) => void;
  /** Enter on a row: on to its first bead. */
  readonly onEnter: () => void;
  readonly ref?: Ref<RowGridHandle>;
}

export function RequestList({ rows, start, selected, onSelect, onEnter, ref }: RequestListProps) {
  const at = useMemo(() => rows.findIndex((row) => row.id === selected), [rows, selected]);
  const chosen = rows[at];
  const chain = chosen?.kind === 'exchange' ? chosen.request : null;
  const idAt = useCallback((index: number) => `row-${rows[index]?.id ?? 'none'}`, [rows]);

  const row = (index: number) => {
    const each = rows[index];
    if (!each) return null;
    return (
      <RequestRow
        key={each.id}
        row={each}
        id={idAt(index)}
        index={index}
        start={start}
        rail={railAt(rows, index)}
        selected={index === at}
        beside={index !== at && each.kind === 'exchange' && each.request === chain}
        onSelect={onSelect}
      />
    );
  };

  return (
    <div className="list-pane">
      <RowGrid
        ref={ref ?? null}
        className="request-list"
        label={say('list.label')}
        header={<Header />}
        columns={10}
        count={rows.length}
        selected={at}
        rowId={idAt}
        row={row}
        onSelect={(index) => {
          const to = rows[index];
          if (to) onSelect(to);
        }}
        onRowKey={(event) => {
          if (event.key !== 'Enter') return false;
          onEnter();
          return true;
        }}
        followsEnd
      />
      {rows.length === 0 && <p className="list-note">{say('list.empty')}</p>}
    </div>
  );
}

/** Drawn from the neighbours that are shown, so that a filtered chain has no loose ends. */
function railAt(rows: readonly Row[], index: number): Rail {
  const row = rows[index];
  if (row?.kind !== 'exchange') return 'none';
  const joins = (other: Row | undefined) => other?.kind === 'exchange' && other.request === row.request;
  const above = joins(rows[index - 1]);
  const below = joins(rows[index + 1]);
  if (above) return below ? 'middle' : 'end';
  return below ? 'start' : 'none';
}

function Header() {
  return (
    <div role="row" className="request-row heading" aria-rowindex={1}>
      <Heading className="mark" hidden label={say('list.severity')} />
      <Heading className="time" label={say('list.time')} />
      <Heading className="method" label={say('list.method')} />
      <Heading className="place" label={say('list.path')} />
      <Heading className="status" label={say('list.status')} />
      <Heading className="type" label={say('list.type')} />
      <Heading className="slot" label={say('list.sent')} icon="up" />
      <Heading className="slot" label={say('list.withheld')} icon="held" />
      <Heading className="slot" label={say('list.set')} icon="down" />
      <Heading className="slot" label={say('list.rejected')} icon="cross" />
    </div>
  );
}

interface HeadingProps {
  readonly className: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly hidden?: boolean;
}

function Heading({ className, label, icon, hidden = false }: HeadingProps) {
  return (
    <span role="columnheader" className={className} title={label}>
      {hidden ? (
        <span className="visually-hidden">{label}</span>
      ) : icon ? (
        <>
          <span className="long">{label}</span>
          <span className="short" role="img" aria-label={label}>
            <Icon name={icon} size={12} />
          </span>
        </>
      ) : (
        label
      )}
    </span>
  );
}
