import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type Panel, PanelContext } from './panel-context';
import { App } from './shell/app';
import './panel.css';

/** Draws the panel into the page. */
export function start(root: HTMLElement, panel: Panel): void {
  createRoot(root).render(
    <StrictMode>
      <PanelContext value={panel}>
        <App />
      </PanelContext>
    </StrictMode>,
  );
}
