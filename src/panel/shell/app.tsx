import type { ReactNode } from 'react';
import { say } from '../../words/catalogue';
import { useRecorded } from '../panel-context';
import { EmptyState } from '../states/empty-state';
import { Notices } from '../states/notices';
import { PermissionState } from '../states/permission-state';
import { useChoices, type ViewId } from '../store';
import { CookiesView } from '../views/cookies-view';
import { FindingsView } from '../views/findings-view';
import { FlowView } from '../views/flow-view';
import { LabView } from '../views/lab-view';
import { SignInView } from '../views/sign-in-view';
import { KeyMap } from './key-map';
import { useShortcuts } from './shortcuts';
import { TopBar } from './top-bar';

/** The whole panel: bar, notices and the chosen view, or the state that stands in its place. */
export function App() {
  const missing = useRecorded((recorded) => recorded.missing);
  const nothing = useRecorded(({ rows, from }) => rows.length <= from);
  const cleared = useRecorded(({ from }) => from > 0);
  const view = useChoices((choices) => choices.view);
  useShortcuts();
  return (
    <div className="shell">
      <TopBar />
      <KeyMap />
      <Notices />
      <main className="shell-main">
        <h1 className="visually-hidden">{`${say('shell.name')}: ${say(`view.${view}`)}`}</h1>
        <div className="tab-panel" role="tabpanel" id={`panel-${view}`} aria-labelledby={`tab-${view}`}>
          {nothing && view !== 'lab' ? stateOf(missing, cleared) : viewOf(view)}
        </div>
      </main>
    </div>
  );
}

function stateOf(missing: readonly string[], cleared: boolean): ReactNode {
  return missing.length > 0 ? <PermissionState origins={missing} /> : <EmptyState cleared={cleared} />;
}

function viewOf(view: ViewId): ReactNode {
  switch (view) {
    case 'flow':
      return <FlowView />;
    case 'sign-in':
      return <SignInView />;
    case 'findings':
      return <FindingsView />;
    case 'cookies':
      return <CookiesView />;
    case 'lab':
      return <LabView />;
    default:
      return view satisfies never;
  }
}
