import type { ReactNode } from 'react';
import { say } from '../../words/catalogue';
import { Later, LaterComponent } from '../shared/parts/later';
import { NotShown } from '../shared/presentation/not-shown';
import type { ViewId } from '../state/choices';
import { FlowView } from '../views/flow-view';
import { FailureBoundary } from './failure-boundary';

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
  return (
    <FailureBoundary key={view} failed={<NotShown />}>
      {view === 'flow' ? <FlowView /> : laterView(view)}
    </FailureBoundary>
  );
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
