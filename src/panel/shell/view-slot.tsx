import { Component, type ReactNode } from 'react';
import { say } from '../../words/catalogue';
import { Later, LaterComponent } from '../shared/parts/later';
import type { ViewId } from '../state/choices';
import { FlowView } from '../views/flow-view';

/** All but Flow, which opens first. */
const LATER = {
  incidents: new LaterComponent(async () => (await import('../views/incidents-view')).IncidentsView),
  cookies: new LaterComponent(async () => (await import('../views/cookies-view')).CookiesView),
  'sign-in': new LaterComponent(async () => (await import('../views/sign-in-view')).SignInView),
  findings: new LaterComponent(async () => (await import('../views/findings-view')).FindingsView),
  lab: new LaterComponent(async () => (await import('../views/lab-view')).LabView),
} as const;

/** Loads a view's code before it is opened. */
export function preloadView(view: ViewId): void {
  if (view !== 'flow') LATER[view].preload();
}

/** A view, or what stands in its place while its code is loaded or when it cannot be shown. */
export function ViewSlot({ view }: { readonly view: ViewId }) {
  return <ViewBoundary key={view}>{view === 'flow' ? <FlowView /> : laterView(view)}</ViewBoundary>;
}

function laterView(view: Exclude<ViewId, 'flow'>): ReactNode {
  return (
    <Later
      component={LATER[view]}
      props={{}}
      meanwhile={
        <p className="diagram-note late" role="status">
          {say('view.loading')}
        </p>
      }
    />
  );
}

/** A view that fails takes neither the bar nor the other views with it. React tells the error to the console. */
class ViewBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <p className="diagram-note" role="alert">
        {say('view.failed')}
      </p>
    );
  }
}
