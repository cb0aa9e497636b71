import { memo, type Ref, useMemo } from 'react';
import type { Row } from '../../analysis/replay/exchange';
import type { Diagram } from '../../analysis/story/lanes';
import { say } from '../../words/catalogue';
import { placeOf } from '../list/place';
import { VisibleText } from '../parts/visible-text';
import type { TimeOrigin } from '../shown/time';
import { drawnSequence, titleCounts } from './hop-words';
import { ScriptSequence } from './script-sequence';
import { Sequence } from './sequence';

interface DiagramPaneProps {
  readonly row: Row | null;
  readonly diagram: Diagram | null;
  readonly origin: TimeOrigin;
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
  readonly onEnter: () => void;
  readonly onEscape: () => void;
  readonly ref?: Ref<HTMLElement>;
}

/** The picture of the chosen row with its title, or a line that says what to do. */
export const DiagramPane = memo(function DiagramPane({ row, diagram, origin, ref, ...choice }: DiagramPaneProps) {
  const sequence = useMemo(() => (diagram?.kind === 'requests' ? drawnSequence(diagram, origin) : null), [diagram, origin]);
  if (!row || !diagram) return <p className="diagram-note">{say(row ? 'diagram.no-picture' : 'diagram.nothing')}</p>;
  return (
    <>
      <header className="diagram-title">
        {row.kind === 'exchange' && (
          <b className="ellipsis">
            <VisibleText text={`${row.sent.method} ${placeOf(row.url).path}`} />
          </b>
        )}
        <span className="tone-quiet ellipsis">{titleCounts(diagram)}</span>
        <span className="spread" />
        <Legend />
      </header>
      {sequence ? (
        <Sequence ref={ref ?? null} sequence={sequence} hop={row.id} {...choice} />
      ) : (
        diagram.kind === 'script' && <ScriptSequence ref={ref ?? null} write={diagram.write} origin={origin} {...choice} />
      )}
    </>
  );
});

function Legend() {
  return (
    <span className="legend">
      <span>
        <i />
        {say('evidence.observed.legend')}
      </span>
      <span>
        <i className="dashed" />
        {say('evidence.predicted.legend')}
      </span>
      <span>
        <i className="dotted" />
        {say('evidence.cannot-tell.legend')}
      </span>
    </span>
  );
}
