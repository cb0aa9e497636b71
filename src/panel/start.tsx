import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { stylesOfLater } from './shared/parts/later';
import { App } from './shell/app';
import { useOpened } from './state/opened';
import { type Panel, PanelContext } from './state/panel-context';
import './panel.css';

/** Draws the panel into the page. @param own what is shown while no file is open @returns takes it away */
export function start(root: HTMLElement, own: Panel): () => void {
  stylesOfLater(() => import('./later.css'));
  useOpened.setState({ own });
  const drawn = createRoot(root);
  drawn.render(
    <StrictMode>
      <PanelOfSource own={own} />
    </StrictMode>,
  );
  return () => drawn.unmount();
}

/** The panel on a file that was opened, or else the page's own. Nothing of one is left in the other. */
function PanelOfSource({ own }: { readonly own: Panel }) {
  const { panel, serial } = useOpened();
  return (
    <PanelContext value={panel ?? own}>
      <App key={serial} />
    </PanelContext>
  );
}
