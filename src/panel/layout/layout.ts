import { useCallback, useSyncExternalStore } from 'react';
import { useStored } from '../state/preferences-storage';

/** How DevTools gave us room: see the table of sizes in the README. */
export type Layout = 'wide' | 'bottom' | 'small' | 'right';

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** @param viewport CSS pixels */
export function layoutOf({ width, height }: Viewport): Layout {
  if (width < 720) return 'right';
  if (width < 1080) return 'small';
  return height < 560 ? 'bottom' : 'wide';
}

/** Sizes of the list and of the diagram in pixels where the reader has not dragged them. `body` is what bars leave. */
export function defaultSizes(layout: Layout, { width, height }: Viewport): readonly [list: number, diagram: number] {
  const body = height - 56;
  switch (layout) {
    case 'wide':
      return [Math.max(440, width * 0.43), body * 0.36];
    case 'bottom': {
      const list = Math.max(330, width * 0.3);
      return [list, (width - list) * 0.57];
    }
    case 'small':
      return [Math.max(330, width * 0.4), body * 0.45];
    case 'right':
      return [Math.max(110, body * 0.21), Math.max(140, body * 0.34)];
    default:
      return layout satisfies never;
  }
}

let viewport: Viewport = { width: 0, height: 0 };

function readViewport(): Viewport {
  const { innerWidth: width, innerHeight: height } = window;
  if (viewport.width !== width || viewport.height !== height) viewport = { width, height };
  return viewport;
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

export const useLayout = (): Layout => layoutOf(useViewport());

export const useViewport = (): Viewport => useSyncExternalStore(onResize, readViewport);

/** A splitter's size, kept for each place that DevTools can be docked; null = as the layout gives. */
export function useStoredSize(name: string, layout: Layout): readonly [number | null, (size: number | null) => void] {
  const [text, store] = useStored(`size.${layout}.${name}`);
  const size = text === null ? Number.NaN : Number(text);
  const storeSize = useCallback((next: number | null) => store(next === null ? null : String(next)), [store]);
  return [Number.isFinite(size) ? size : null, storeSize];
}
