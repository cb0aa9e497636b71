import { say, sayCount } from '../../words/catalogue';
import { usePanel, useRecorded } from '../panel-context';
import { IconButton } from '../parts/button';
import { Tabs } from '../parts/tabs';
import { useChoices } from '../store';
import { SHOWN_VIEWS } from './views';

/** Record, clear, the views, and what is recorded. */
export function TopBar() {
  const { doing } = usePanel();
  const { isRecording } = useRecorded();
  const { view, show } = useChoices();
  return (
    <header className="top-bar">
      <IconButton
        icon="record"
        tone={isRecording ? 'bad' : 'quiet'}
        label={say(isRecording ? 'shell.pause' : 'shell.record')}
        pressed={isRecording}
        onPress={() => doing.record(!isRecording)}
      />
      <IconButton icon="clear" label={say('shell.clear')} onPress={doing.clear} />
      <span className="rule" />
      <Tabs
        label={say('shell.views')}
        tabs={SHOWN_VIEWS.map((id) => ({ id, label: say(`view.${id}`) }))}
        selected={view}
        onSelect={show}
      />
      <span className="spread" />
      <Summary />
    </header>
  );
}

function Summary() {
  const { rows, from } = useRecorded();
  let requests = 0;
  for (let index = from; index < rows.length; index++) if (rows[index]?.kind === 'exchange') requests += 1;
  return (
    <span className="summary" role="status">
      {sayCount('count.requests', requests)}
    </span>
  );
}
