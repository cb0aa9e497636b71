import { useCallback, useRef, useState } from 'react';
import type { Row } from '../../analysis/replay/exchange';
import { chainAt } from '../../analysis/story/chain';
import { type Diagram, diagramAt } from '../../analysis/story/lanes';
import { DiagramPane } from '../diagram/diagram-pane';
import { focusBead } from '../diagram/sequence';
import { ExplanationPane } from '../explain/explanation-pane';
import { FilterBar } from '../filter/filter-bar';
import { useFilter } from '../filter/use-filter';
import type { ListLine } from '../list/fold';
import { Lister } from '../list/listed';
import { RequestList } from '../list/request-list';
import { useRecorded } from '../panel-context';
import type { RowGridHandle } from '../parts/row-grid';
import { useCalm } from '../parts/use-calm';
import type { Recorded } from '../recording';
import { useSettings } from '../settings/use-settings';
import { ThreePanes } from '../shell/three-panes';
import { useTimeOrigin } from '../shown/use-time-origin';
import { worstBead } from '../shown/worst';
import { useChoices } from '../store';

/** Requests on the left, the chosen one as a picture, and why beside it. */
export function FlowView() {
  const recorded = useRecorded();
  const { row: rowId, bead, filter: filterText, choose, chooseBead } = useChoices();
  const origin = useTimeOrigin();
  const preserve = useSettings((settings) => settings.preserve);
  const [lister] = useState(() => new Lister());
  const filter = useFilter(filterText);
  const listed = lister.list(recorded, filter.good, preserve);
  const counted = useCalm(listed, `${preserve} ${filterText}`);

  const list = useRef<RowGridHandle>(null);
  const diagramPane = useRef<HTMLElement>(null);
  const explanation = useRef<HTMLElement>(null);

  const onSelect = useCallback((line: ListLine) => choose(line.id, line.kind === 'fold' ? null : worstBead(line)), [choose]);
  const place = rowId === null ? null : recorded.replay.place(rowId);
  const diagram = useDiagram(recorded, place);
  const row = place === null ? undefined : recorded.rows[place];
  const focusChosen = useCallback(() => {
    if (!focusBead(diagramPane.current, bead ?? '')) diagramPane.current?.querySelector<HTMLElement>('.bead')?.focus();
  }, [bead]);
  const focusExplanation = useCallback(() => explanation.current?.focus(), []);
  const focusList = useCallback(() => list.current?.focus(), []);

  return (
    <div className="view">
      <FilterBar listed={counted} faults={filter.current.faults} />
      <ThreePanes
        list={
          <RequestList
            ref={list}
            rows={listed.shown}
            filter={filterText}
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
            origin={origin}
            chosen={bead}
            onChoose={chooseBead}
            onEnter={focusExplanation}
            onEscape={focusList}
          />
        }
        explanation={
          row && diagram && bead !== null ? (
            <ExplanationPane
              ref={explanation}
              row={row}
              diagram={diagram}
              bead={bead}
              onChoose={chooseBead}
              onEscape={focusChosen}
            />
          ) : null
        }
      />
    </div>
  );
}

/** The diagram of the chain at a place; the same object while none of its hops changed, so that nothing is drawn again. */
function useDiagram({ rows }: Recorded, place: number | null): Diagram | null {
  const kept = useRef<{ readonly chain: readonly Row[]; readonly diagram: Diagram | null }>({ chain: [], diagram: null });
  const row = place === null ? undefined : rows[place];
  const chain = place === null || !row ? [] : row.kind === 'exchange' ? chainAt(rows, place) : [row];
  const { chain: before } = kept.current;
  if (chain.length !== before.length || chain.some((hop, index) => hop !== before[index])) {
    kept.current = { chain, diagram: place === null ? null : diagramAt(rows, place) };
  }
  return kept.current.diagram;
}
