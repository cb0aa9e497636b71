import { type Ref, useCallback, useMemo, useRef } from 'react';
import type { Row } from '../../analysis/replay/exchange';
import { say } from '../../words/catalogue';
import { RowGrid, type RowGridHandle } from '../parts/row-grid';
import type { TimeOrigin } from '../shown/time';
import { joins, type ListLine } from './fold';
import { FoldRow } from './fold-row';
import { ListHeader } from './list-header';
import { type Rail, RequestRow } from './request-row';
import { useFolding } from './use-folding';
import { useRowKeys } from './use-row-keys';

interface RequestListProps {
  readonly rows: readonly Row[];
  /** What the reader filters by. */
  readonly filter: string;
  readonly origin: TimeOrigin;
  readonly selected: string | null;
  readonly onSelect: (line: ListLine) => void;
  /** Enter on a row: on to its first bead. */
  readonly onEnter: () => void;
  readonly ref?: Ref<RowGridHandle>;
}

export function RequestList({ rows, filter, origin, selected, onSelect, onEnter, ref }: RequestListProps) {
  const { lines, hidden, setOpen } = useFolding(rows, selected);
  const at = useIndexOf(lines, selected);
  const chosen = lines[at];
  const chain = chosen?.kind === 'exchange' ? chosen.request : null;
  const idAt = useCallback((index: number) => `row-${lines[index]?.id ?? 'none'}`, [lines]);
  const onChain = useCallback((request: string, open: boolean) => setOpen(request, 'chain', open), [setOpen]);
  const onRowKey = useRowKeys({ lines, hidden, setOpen, onSelect, onEnter });

  const row = (index: number) => {
    const each = lines[index];
    if (!each) return null;
    if (each.kind === 'fold') {
      const press = () => {
        onSelect(each);
        setOpen(each.id, 'fold', !each.open);
      };
      return (
        <FoldRow
          key={each.id}
          fold={each}
          id={idAt(index)}
          index={index}
          origin={origin}
          selected={index === at}
          onPress={press}
        />
      );
    }
    return (
      <RequestRow
        key={each.id}
        row={each}
        id={idAt(index)}
        index={index}
        origin={origin}
        rail={railAt(lines, index)}
        selected={index === at}
        beside={index !== at && each.kind === 'exchange' && each.request === chain}
        hidden={each.kind === 'exchange' ? (hidden.get(each.request) ?? null) : null}
        onSelect={onSelect}
        onChain={onChain}
      />
    );
  };

  return (
    <div className="list-pane">
      <RowGrid
        ref={ref ?? null}
        className={origin === 'clock' ? 'request-list by-clock' : 'request-list'}
        label={say('list.label')}
        header={<ListHeader />}
        tree
        columns={10}
        count={lines.length}
        selected={at}
        rowId={idAt}
        row={row}
        onSelect={(index) => {
          const to = lines[index];
          if (to) onSelect(to);
        }}
        onRowKey={onRowKey}
        followsEnd
        arrangement={filter}
      />
      {rows.length === 0 && <p className="list-note">{say('list.empty')}</p>}
    </div>
  );
}

/** Where a line is; -1 = none is wanted, or it is not there. Rows come at the end: it is mostly where it was. */
function useIndexOf(lines: readonly ListLine[], id: string | null): number {
  const before = useRef(-1);
  const at = useMemo(() => {
    if (id === null) return -1;
    return lines[before.current]?.id === id ? before.current : lines.findIndex((line) => line.id === id);
  }, [lines, id]);
  before.current = at;
  return at;
}

/** Drawn from the neighbours that are shown, so that a filtered chain has no loose ends. */
function railAt(lines: readonly ListLine[], index: number): Rail {
  const above = joins(lines[index - 1], lines[index]);
  const below = joins(lines[index], lines[index + 1]);
  if (above) return below ? 'middle' : 'end';
  return below ? 'start' : 'none';
}
