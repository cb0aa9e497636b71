import { useRecorded } from '../panel-context';
import { EmptyState } from '../states/empty-state';
import { Notices } from '../states/notices';
import { PermissionState } from '../states/permission-state';
import { useChoices } from '../store';
import { CookiesView } from '../views/cookies-view';
import { FlowView } from '../views/flow-view';
import { useShortcuts } from './shortcuts';
import { TopBar } from './top-bar';

/** The whole panel: bar, notices and the chosen view, or the state that stands in its place. */
export function App() {
  const { rows, from, missing } = useRecorded();
  useShortcuts();
  const nothing = rows.length <= from;
  return (
    <div className="shell">
      <TopBar />
      <Notices />
      <main className="shell-main">
        {missing.length > 0 && nothing ? (
          <PermissionState origins={missing} />
        ) : nothing ? (
          <EmptyState cleared={from > 0} />
        ) : (
          <View />
        )}
      </main>
    </div>
  );
}

function View() {
  const view = useChoices((choices) => choices.view);
  switch (view) {
    case 'flow':
      return <FlowView />;
    case 'cookies':
      return <CookiesView />;
    default:
      return null;
  }
}
