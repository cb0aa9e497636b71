import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { StartPage } from './start-page';
import './start.css';

/** Draws the start page. @returns takes it away */
export function showStart(root: HTMLElement): () => void {
  const drawn = createRoot(root);
  drawn.render(
    <StrictMode>
      <StartPage />
    </StrictMode>,
  );
  return () => drawn.unmount();
}
