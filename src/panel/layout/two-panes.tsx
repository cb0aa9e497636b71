import type { CSSProperties, ReactNode } from 'react';
import { Splitter } from '../shared/parts/splitter';
import { layoutOf, useStoredSize, useViewport } from './layout';

interface TwoPanesProps {
  /** Under which the size is kept. */
  readonly name: string;
  readonly first: ReactNode;
  /** null = closed: the first has all the room. */
  readonly second: ReactNode | null;
  readonly label: string;
  readonly labelBeside: string;
}

const LEAST = 96;

/** One above the other, or side by side where there is no height. */
export function TwoPanes({ name, first, second, label, labelBeside }: TwoPanesProps) {
  const viewport = useViewport();
  const layout = layoutOf(viewport);
  const [storedSize, storeSize] = useStoredSize(name, layout);
  const beside = layout === 'bottom';
  const room = (beside ? viewport.width : viewport.height - 56) - LEAST;
  const size = Math.round(
    Math.max(
      LEAST,
      Math.min(room, storedSize ?? (beside ? Math.max(530, viewport.width * 0.42) : (viewport.height - 56) * 0.56)),
    ),
  );
  const className = ['cookies-body', beside ? 'beside' : 'stacked', layout, second !== null && 'open'].filter(Boolean).join(' ');
  return (
    <div className={className} style={{ '--first': `${size}px` } as CSSProperties}>
      {first}
      {second !== null && (
        <>
          <Splitter
            label={beside ? labelBeside : label}
            line={beside ? 'vertical' : 'horizontal'}
            size={size}
            min={LEAST}
            max={room}
            onResize={storeSize}
          />
          {second}
        </>
      )}
    </div>
  );
}
