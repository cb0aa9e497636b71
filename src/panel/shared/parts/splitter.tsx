import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

interface SplitterProps {
  readonly label: string;
  /** Which edge of the first pane is dragged: `vertical` is a line from top to bottom. */
  readonly line: 'vertical' | 'horizontal';
  /** Size of the first pane in pixels, as it is now. */
  readonly size: number;
  readonly min: number;
  readonly max: number;
  /** `null` = back to the size the layout gives. */
  readonly onResize: (size: number | null) => void;
}

const STEP = 16;

/** The 1 px line between two panes with a 5 px hit area; arrows move it by 16, a double click resets it. */
export function Splitter({ label, line, size, min, max, onResize }: SplitterProps) {
  const from = useRef<{ pointer: number; size: number } | null>(null);
  const along = (event: PointerEvent) => (line === 'vertical' ? event.clientX : event.clientY);
  const resize = (to: number) => onResize(Math.round(Math.min(max, Math.max(min, to))));

  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] = line === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key === less) resize(size - STEP);
    else if (event.key === more) resize(size + STEP);
    else if (event.key === 'Home') resize(min);
    else if (event.key === 'End') resize(max);
    else return;
    event.preventDefault();
  };

  return (
    <div
      role="separator"
      className={`splitter ${line}`}
      tabIndex={0}
      aria-label={label}
      aria-orientation={line}
      aria-valuenow={Math.round(size)}
      aria-valuemin={Math.round(min)}
      aria-valuemax={Math.round(Math.max(min, max))}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onResize(null)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { pointer: along(event), size };
      }}
      onPointerMove={(event) => {
        if (from.current) resize(from.current.size + along(event) - from.current.pointer);
      }}
      onLostPointerCapture={() => {
        from.current = null;
      }}
    />
  );
}
