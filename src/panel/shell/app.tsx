import { say } from '../../words/catalogue';
import { useChoices } from '../state/choices';
import { usePanel, useRecorded } from '../state/panel-context';
import { EmptyState } from '../states/empty-state';
import { NoFileState } from '../states/no-file-state';
import { Notices } from '../states/notices';
import { PermissionState } from '../states/permission-state';
import { KeyMap } from './key-map';
import { SheetSlot } from './sheet-slot';
import { useShortcuts } from './shortcuts';
import { TopBar } from './top-bar';
import { useFileDrop } from './use-file-drop';
import { ViewSlot } from './view-slot';

/** The whole panel: bar, notices and the chosen view, or the state that stands in its place. */
export function App() {
  const nothing = useRecorded(({ rows, from }) => rows.length <= from);
  const view = useChoices((choices) => choices.view);
  const isDropping = useFileDrop();
  useShortcuts();
  return (
    <div className={isDropping ? 'shell dropping' : 'shell'}>
      <TopBar />
      <KeyMap />
      <Notices />
      <main className="shell-main">
        <h1 className="visually-hidden">{`${say('shell.name')}: ${say(`view.${view}`)}`}</h1>
        <div className="tab-panel" role="tabpanel" id={`panel-${view}`} aria-labelledby={`tab-${view}`}>
          {nothing && view !== 'lab' ? <Nothing /> : <ViewSlot view={view} />}
        </div>
      </main>
      <SheetSlot />
    </div>
  );
}

/** What stands in the place of a view while there is nothing to show in it. */
function Nothing() {
  const { source } = usePanel();
  const missing = useRecorded((recorded) => recorded.missing);
  const cleared = useRecorded(({ isCleared }) => isCleared);
  switch (source.kind) {
    case 'live':
      return missing.length > 0 ? <PermissionState origins={missing} /> : <EmptyState cleared={cleared} />;
    case 'file':
    case 'cleared':
      return <p className="diagram-note late">{say('source.nothing')}</p>;
    case 'none':
      return <NoFileState />;
    default:
      return source satisfies never;
  }
}
