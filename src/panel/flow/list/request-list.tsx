import { type Ref, useCallback, useMemo, useState } from 'react';
import type { Row } from '../../../analysis/replay/rows/exchange';
import { say } from '../../../words/catalogue';
import { RowGrid, type RowGridHandle } from '../../shared/parts/row-grid';
import type { TimeOrigin } from '../../shared/presentation/time';
import { useLastResult } from '../../state/use-analysis';
import { type CollapsedLines, joins, type ListLine } from './collapse';
import { CollapseRow } from './collapse-row';
import { ListHeader } from './list-header';
import type { ListedRows } from './listed';
import { type Rail, RequestRow } from './request-row';
import { useCollapse } from './use-collapse';
import { useRowKeys } from './use-row-keys';

interface RequestListProps {
  readonly listed: Pick<ListedRows, 'shown' | 'filter' | 'isBehind'>;
  /** The filter waits for the analysis. */
  readonly isWaiting: boolean;
  readonly origin: TimeOrigin;
  readonly selected: string | null;
  readonly onSelect: (line: ListLine) => void;
  /** Enter on a row: on to its first bead. */
  readonly onEnter: () => void;
  readonly ref?: Ref<RowGridHandle>;
}

export function RequestList({ listed, isWaiting, origin, selected, onSelect, onEnter, ref }: RequestListProps) {
  const incidents = useLastResult()?.incidents.byRow;
  const isInIncident = (row: Row, hops: readonly Row[] = []): boolean =>
    incidents !== undefined && incidents.size > 0 && [row, ...hops].some(({ id }) => incidents.has(id));
  const { collapsed, setOpen } = useCollapse(listed, selected);
  const { lines, hidden, headed } = collapsed;
  const at = useIndexOf(collapsed, selected);
  const chosen = lines[at];
  const chain = chosen?.kind === 'exchange' ? chosen.request : null;
  const idAt = useCallback((index: number) => `row-${lines[index]?.id ?? 'none'}`, [lines]);
  const onChain = useCallback((request: string, open: boolean) => setOpen(request, 'chain', open), [setOpen]);
  const onRowKey = useRowKeys({ collapsed, setOpen, onSelect, onEnter });

  const row = (index: number) => {
    const each = lines[index];
    if (!each) return null;
    if (each.kind === 'group') {
      const press = () => {
        onSelect(each);
        setOpen(each.id, 'group', !each.open);
      };
      return (
        <CollapseRow
          key={each.id}
          group={each}
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
        headed={headed.has(each)}
        inIncident={isInIncident(each, each.kind === 'exchange' ? hidden.get(each.request) : undefined)}
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
        arrangement={listed.filter.text}
        busy={listed.isBehind || isWaiting}
      />
      {listed.shown.length === 0 && !listed.isBehind && (
        <p className="list-note">{say(isWaiting ? 'analysis.pending' : 'list.empty')}</p>
      )}
    </div>
  );
}

/** Where a line is; -1 = none is wanted, or it is not there. Rows come at the end: it is mostly where it was. */
function useIndexOf(collapsed: CollapsedLines, id: string | null): number {
  const [before, setBefore] = useState(-1);
  const at = useMemo(() => {
    if (id === null) return -1;
    const { lines } = collapsed;
    return lines[before]?.id === id ? before : lines.findIndex((line) => line.id === id);
  }, [collapsed, id, before]);
  if (at !== before) setBefore(at);
  return at;
}

/** Drawn from the neighbours that are shown, so that a filtered chain has no loose ends. */
function railAt(lines: readonly ListLine[], index: number): Rail {
  const above = joins(lines[index - 1], lines[index]);
  const below = joins(lines[index], lines[index + 1]);
  if (above) return below ? 'middle' : 'end';
  return below ? 'start' : 'none';
}
