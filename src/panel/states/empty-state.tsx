import { say } from '../../words/catalogue';
import { Button } from '../shared/parts/button';
import { usePanel, useRecorded } from '../state/panel-context';
import { LabHint } from './lab-hint';
import { StateCard, StateFact } from './state-card';

/** Nothing is recorded yet: one line and one button. */
export function EmptyState({ cleared }: { readonly cleared: boolean }) {
  const { actions } = usePanel();
  const isRecording = useRecorded((recorded) => recorded.isRecording);
  const recordAndReload = () => {
    if (!isRecording) actions.record(true);
    actions.reload();
  };
  return (
    <StateCard
      icon="cookie"
      title={say(cleared ? 'empty.cleared' : 'empty.title')}
      text={say(cleared ? 'empty.waiting' : 'empty.text')}
      action={<Button primary icon="reload" label={say('empty.reload')} onPress={recordAndReload} />}
      hint={
        <>
          <kbd>Ctrl</kbd> <kbd>R</kbd> {say('empty.keys')}
        </>
      }
    >
      <LabHint />
      <StateFact icon="lock">{say('empty.privacy')}</StateFact>
    </StateCard>
  );
}
