import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Row } from '../../analysis/replay/rows/exchange';
import { chainAt } from '../../analysis/story/chain';
import { changedByUser } from '../../analysis/story/changed-by-user';
import { type Diagram, diagramAt } from '../../analysis/story/lanes';
import { idle } from '../../platform/timer';
import { DiagramPane } from '../flow/diagram/diagram-pane';
import { focusBead } from '../flow/diagram/sequence';
import { FilterBar } from '../flow/filter/filter-bar';
import { useFilter } from '../flow/filter/use-filter';
import type { ListLine } from '../flow/list/collapse';
import { RequestList } from '../flow/list/request-list';
import { useListed } from '../flow/list/use-listed';
import { ThreePanes } from '../layout/three-panes';
import type { Recorded } from '../recording/recording';
import { Later, LaterComponent } from '../shared/parts/later';
import type { RowGridHandle } from '../shared/parts/row-grid';
import { NotShown } from '../shared/presentation/not-shown';
import { worstBead } from '../shared/presentation/worst';
import { useChoices } from '../state/choices';
import { useRecorded } from '../state/panel-context';
import { useSettings } from '../state/use-settings';
import { useTimeOrigin } from '../state/use-time-origin';

/** The explanation is no part of the first load; it is loaded when the first rows stand there. */
const explanationPane = new LaterComponent(async () => (await import('../flow/explain/explanation-pane')).ExplanationPane);

/** Requests on the left, the chosen one as a picture, and why beside it. */
export function FlowView() {
  const recorded = useRecorded();
  const { row: rowId, bead, filter: filterText, choose, chooseBead } = useChoices();
  const origin = useTimeOrigin();
  const preserve = useSettings((settings) => settings.preserve);
  const filter = useFilter(filterText);
  const listed = useListed(recorded, filter.good, preserve);

  const list = useRef<RowGridHandle>(null);
  const diagramPane = useRef<HTMLElement>(null);
  const explanation = useRef<HTMLElement>(null);

  const onSelect = useCallback((line: ListLine) => choose(line.id, line.kind === 'group' ? null : worstBead(line)), [choose]);
  const place = rowId === null ? null : recorded.replay.place(rowId);
  const { chain, diagram } = useDiagram(recorded, place);
  const byUser = useChangedByUser(recorded, chain);
  const row = place === null ? undefined : recorded.rows[place];
  const focusChosen = useCallback(() => {
    if (!focusBead(diagramPane.current, bead ?? ''))
      diagramPane.current?.querySelector<HTMLElement>('[data-bead], [data-near-misses-of]')?.focus();
  }, [bead]);
  const focusExplanation = useCallback(() => explanation.current?.focus(), []);
  const focusList = useCallback(() => list.current?.focus(), []);

  useEffect(() => idle(() => explanationPane.preload()), []);

  return (
    <div className="view">
      <FilterBar listed={listed} recorded={recorded.requests} faults={filter.current.faults} isWaiting={filter.isWaiting} />
      <ThreePanes
        list={
          <RequestList
            ref={list}
            listed={listed}
            isWaiting={filter.isWaiting}
            origin={origin}
            selected={rowId}
            onSelect={onSelect}
            onEnter={focusChosen}
          />
        }
        diagram={
          <DiagramPane
            ref={diagramPane}
            row={row ?? null}
            diagram={diagram}
            byUser={byUser}
            origin={origin}
            chosen={bead}
            onChoose={chooseBead}
            onEnter={focusExplanation}
            onEscape={focusList}
          />
        }
        explanation={
          row && diagram && bead !== null ? (
            <Later
              component={explanationPane}
              props={{ ref: explanation, row, diagram, bead, onChoose: chooseBead, onEscape: focusChosen }}
              meanwhile={null}
              failed={<NotShown />}
            />
          ) : null
        }
      />
    </div>
  );
}

interface ChainDiagram {
  readonly chain: readonly Row[];
  readonly diagram: Diagram | null;
}

/** The chain at a place and its diagram; the same objects while none of its hops changed, so that nothing is drawn again. */
function useDiagram({ rows }: Recorded, place: number | null): ChainDiagram {
  const last = useRef<ChainDiagram>(NO_DIAGRAM);
  const row = place === null ? undefined : rows[place];
  const chain = place === null || !row ? [] : row.kind === 'exchange' ? chainAt(rows, place) : [row];
  const { chain: before } = last.current;
  const same = chain.length === before.length && chain.every((hop, index) => hop === before[index]);
  const next = same ? last.current : { chain, diagram: place === null ? null : diagramAt(rows, place) };
  // A ref, not a state: the view would be rendered twice for each selection.
  useLayoutEffect(() => {
    last.current = next;
  }, [next]);
  return next;
}

/** The beads of a chain that the user changed; the same set while none is added. */
function useChangedByUser(recorded: Recorded, chain: readonly Row[]): ReadonlySet<string> {
  // What comes later may be in force in a line's place: the chain alone does not tell.
  const keys = useMemo(() => [...changedByUser(recorded.rows, chain)].join('\n'), [recorded, chain]);
  return useMemo(() => new Set(keys === '' ? [] : keys.split('\n')), [keys]);
}

const NO_DIAGRAM: ChainDiagram = { chain: [], diagram: null };
