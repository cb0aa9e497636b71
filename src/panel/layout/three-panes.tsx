import { type CSSProperties, type ReactNode, type RefCallback, useCallback, useRef, useState } from 'react';
import { say } from '../../words/catalogue';
import { Splitter } from '../shared/parts/splitter';
import { defaultSizes, layoutOf, useStoredSize, useViewport } from './layout';

interface ThreePanesProps {
  readonly list: ReactNode;
  readonly diagram: ReactNode;
  /** null = closed: the diagram has its room. */
  readonly explanation: ReactNode | null;
}

const LEAST = 96;
/** How much of the height a diagram may take. */
const MOST_DIAGRAM = 0.55;

/** List, diagram and explanation as the room allows, with a splitter between each two that remembers. */
export function ThreePanes({ list, diagram, explanation }: ThreePanesProps) {
  const viewport = useViewport();
  const layout = layoutOf(viewport);
  const [listDefault, diagramDefault] = defaultSizes(layout, viewport);
  const [storedListSize, storeListSize] = useStoredSize('list', layout);
  const [storedDiagramSize, storeDiagramSize] = useStoredSize('diagram', layout);

  const stacked = layout === 'right';
  const beside = layout === 'bottom';
  const body = viewport.height - 56;
  const listRoom = (stacked ? body : viewport.width) - 2 * LEAST;
  const listSize = within(storedListSize ?? listDefault, LEAST, listRoom);
  const diagramRoom = (beside ? viewport.width - listSize : stacked ? body - listSize : body) - LEAST;
  const diagramSize = within(storedDiagramSize ?? diagramDefault, LEAST, diagramRoom);

  // Until it is dragged a diagram above its explanation is as high as its content, up to a limit.
  const isFitted = storedDiagramSize === null && !beside && explanation !== null;
  const [diagramPane, fitted] = useFittedHeight(isFitted);

  const diagramTrack = isFitted ? `fit-content(${MOST_DIAGRAM * 100}%)` : `${diagramSize}px`;
  const style = { '--list': `${listSize}px`, '--diagram': diagramTrack } as CSSProperties;
  return (
    <div className={`three-panes ${layout}${explanation === null ? ' closed' : ''}`} style={style}>
      <div className="pane-list">{list}</div>
      <Splitter
        label={say(stacked ? 'list.resize-stacked' : 'list.resize')}
        line={stacked ? 'horizontal' : 'vertical'}
        size={listSize}
        min={LEAST}
        max={listRoom}
        onResize={storeListSize}
      />
      <div className="pane-rest">
        <div ref={diagramPane} className="pane-diagram">
          {diagram}
        </div>
        {explanation !== null && (
          <>
            <Splitter
              label={say(beside ? 'diagram.resize-beside' : 'diagram.resize')}
              line={beside ? 'vertical' : 'horizontal'}
              size={fitted ?? diagramSize}
              min={LEAST}
              max={diagramRoom}
              onResize={storeDiagramSize}
            />
            <div className="pane-explanation">{explanation}</div>
          </>
        )}
      </div>
    </div>
  );
}

const within = (size: number, least: number, most: number): number => Math.round(Math.max(least, Math.min(most, size)));

/** The height that a pane's content gives it, watched for the splitter; null = a size is set. */
function useFittedHeight(isFitted: boolean): readonly [RefCallback<HTMLElement>, number | null] {
  const [height, setHeight] = useState<number | null>(null);
  const observer = useRef<ResizeObserver | null>(null);
  const watch = useCallback((pane: HTMLElement | null) => {
    observer.current?.disconnect();
    if (!pane) return;
    observer.current = new ResizeObserver(() => setHeight(Math.round(pane.getBoundingClientRect().height)));
    observer.current.observe(pane);
  }, []);
  return [watch, isFitted ? height : null];
}
