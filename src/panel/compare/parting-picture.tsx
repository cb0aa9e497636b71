import { useMemo } from 'react';
import type { ComparedRow } from '../../analysis/compare/compare';
import { instant } from '../../analysis/engine/base/units';
import { diagramOf } from '../../analysis/story/lanes';
import { say } from '../../words/catalogue';
import { DiagramPane } from '../flow/diagram/diagram-pane';
import type { ComparedPanels } from '../state/opened';
import { type Panel, PanelContext } from '../state/panel-context';
import { SIDES, type Side } from './compare-words';
import { openRequest } from './open-side';
import { SideLetter } from './side-letter';

interface PartingPictureProps {
  /** null = they do not part. */
  readonly row: ComparedRow | null;
  readonly panels: ComparedPanels;
}

/** The request at which the two part, drawn as each has it. */
export function PartingPicture({ row, panels }: PartingPictureProps) {
  if (row === null) return null;
  return (
    <section className="sheet-group" aria-label={say('compare.picture')}>
      <h3>{say('compare.picture')}</h3>
      <div className="compared-pictures">
        {SIDES.map((side) => (
          <PictureOf key={side} side={side} row={row} panel={panels[side]} />
        ))}
      </div>
    </section>
  );
}

function PictureOf({ side, row, panel }: { readonly side: Side; readonly row: ComparedRow; readonly panel: Panel }) {
  const exchange = row[side];
  const diagram = useMemo(() => (exchange === null ? null : diagramOf([exchange])), [exchange]);
  if (exchange === null || diagram === null) return null;
  const open = () => openRequest(panel, exchange.id);
  return (
    <div className="compared-picture">
      <SideLetter side={side} />
      <PanelContext value={panel}>
        <DiagramPane
          label={say('compare.picture-of', { side: side.toUpperCase() })}
          row={exchange}
          diagram={diagram}
          origin={instant(panel.recording.recorded.start)}
          chosen={null}
          onChoose={open}
          onEnter={open}
          onEscape={() => undefined}
        />
      </PanelContext>
    </div>
  );
}
