import { useEffect, useState } from 'react';
import { showSheet, useSheet } from '../state/sheet';

/**
 * Opens a file that is dropped anywhere on the panel; the browser would leave the panel for it.
 * @returns whether a file is held over the panel
 */
export function useFileDrop(): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const ending = new AbortController();
    const on = (type: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      document.addEventListener(type, (event) => hasFiles(event) && act(event), { signal: ending.signal });
    on('dragover', (event) => {
      event.preventDefault();
      setIsOver(true);
    });
    // Leaving a part of the panel for another part of it has a related target.
    on('dragleave', (event) => event.relatedTarget === null && setIsOver(false));
    on('drop', (event) => {
      event.preventDefault();
      setIsOver(false);
      const file = event.dataTransfer?.files[0];
      const { sheet } = useSheet.getState();
      if (file) showSheet({ kind: sheet?.kind === 'compare' ? 'compare' : 'open', file });
    });
    return () => ending.abort();
  }, []);
  return isOver;
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;
