import { memo, type Ref, useMemo } from 'react';
import type { Row } from '../../../analysis/replay/rows/exchange';
import type { Diagram } from '../../../analysis/story/lanes';
import { say } from '../../../words/catalogue';
import { VisibleText } from '../../shared/parts/visible-text';
import { placeOf } from '../../shared/presentation/place';
import type { TimeOrigin } from '../../shared/presentation/time';
import { ChangeSequence } from './change-sequence';
import { drawnSequence, titleCounts } from './hop-words';
import { Sequence } from './sequence';

interface DiagramPaneProps {
  /** What the picture is called where there are several. */
  readonly label?: string;
  readonly row: Row | null;
  readonly diagram: Diagram | null;
  /** Keys of the beads that the user changed. */
  readonly byUser?: ReadonlySet<string>;
  readonly origin: TimeOrigin;
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
  readonly onEnter: () => void;
  readonly onEscape: () => void;
  readonly ref?: Ref<HTMLElement>;
}

/** The picture of the chosen row with its title, or a line that says what to do. */
export const DiagramPane = memo(function DiagramPane({ label, row, diagram, byUser, origin, ref, ...choice }: DiagramPaneProps) {
  const sequence = useMemo(
    () => (diagram?.kind === 'requests' ? drawnSequence(diagram, origin, byUser) : null),
    [diagram, origin, byUser],
  );
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
      </header>
      {sequence ? (
        <Sequence {...(label === undefined ? {} : { label })} ref={ref ?? null} sequence={sequence} hop={row.id} {...choice} />
      ) : (
        diagram.kind === 'change' && <ChangeSequence ref={ref ?? null} change={diagram.change} origin={origin} {...choice} />
      )}
    </>
  );
});
