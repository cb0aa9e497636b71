import type { CSSProperties, ReactNode } from 'react';
import { say } from '../../words/catalogue';
import { Splitter } from '../parts/splitter';
import { defaultSizes, layoutOf, useKeptSize, useViewport } from './layout';

interface ThreePanesProps {
  readonly list: ReactNode;
  readonly diagram: ReactNode;
  /** null = closed: the diagram has its room. */
  readonly explanation: ReactNode | null;
}

const LEAST = 96;

/** List, diagram and explanation as the room allows, with a splitter between each two that remembers. */
export function ThreePanes({ list, diagram, explanation }: ThreePanesProps) {
  const viewport = useViewport();
  const layout = layoutOf(viewport);
  const [listDefault, diagramDefault] = defaultSizes(layout, viewport);
  const [listKept, keepList] = useKeptSize('list', layout);
  const [diagramKept, keepDiagram] = useKeptSize('diagram', layout);

  const stacked = layout === 'right';
  const beside = layout === 'bottom';
  const body = viewport.height - 56;
  const listRoom = (stacked ? body : viewport.width) - 2 * LEAST;
  const listSize = within(listKept ?? listDefault, LEAST, listRoom);
  const diagramRoom = (beside ? viewport.width - listSize : stacked ? body - listSize : body) - LEAST;
  const diagramSize = within(diagramKept ?? diagramDefault, LEAST, diagramRoom);

  const style = { '--list': `${listSize}px`, '--diagram': `${diagramSize}px` } as CSSProperties;
  return (
    <div className={`three-panes ${layout}${explanation === null ? ' closed' : ''}`} style={style}>
      <div className="pane-list">{list}</div>
      <Splitter
        label={say(stacked ? 'list.resize-stacked' : 'list.resize')}
        line={stacked ? 'horizontal' : 'vertical'}
        size={listSize}
        min={LEAST}
        max={listRoom}
        onResize={keepList}
      />
      <div className="pane-rest">
        <div className="pane-diagram">{diagram}</div>
        {explanation !== null && (
          <>
            <Splitter
              label={say(beside ? 'explain.resize-beside' : 'explain.resize')}
              line={beside ? 'vertical' : 'horizontal'}
              size={diagramSize}
              min={LEAST}
              max={diagramRoom}
              onResize={keepDiagram}
            />
            <div className="pane-explanation">{explanation}</div>
          </>
        )}
      </div>
    </div>
  );
}

const within = (size: number, least: number, most: number): number => Math.round(Math.max(least, Math.min(most, size)));
