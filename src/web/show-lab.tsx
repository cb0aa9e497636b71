import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepInAddress } from './address';
import { LabPage } from './lab/lab-page';
import './lab/lab-page.css';

/** Draws the Lab. @returns takes it away */
export function showLab(root: HTMLElement): () => void {
  keepInAddress();
  const drawn = createRoot(root);
  drawn.render(
    <StrictMode>
      <LabPage />
    </StrictMode>,
  );
  return () => drawn.unmount();
}
