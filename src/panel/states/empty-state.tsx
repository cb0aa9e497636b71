import { say } from '../../words/catalogue';
import { usePanel, useRecorded } from '../panel-context';
import { Button } from '../parts/button';
import { Icon } from '../parts/icon';
import { useChoices } from '../store';
import { StateCard } from './state-card';

/** Nothing is recorded yet: one line and one button. */
export function EmptyState({ cleared }: { readonly cleared: boolean }) {
  const { doing } = usePanel();
  const { isRecording } = useRecorded();
  const show = useChoices((choices) => choices.show);
  return (
    <StateCard
      icon="cookie"
      title={say(cleared ? 'empty.cleared' : 'empty.title')}
      text={say(cleared ? 'empty.waiting' : 'empty.text')}
      actions={
        <>
          <Button
            primary
            icon="reload"
            label={say('empty.reload')}
            onPress={() => {
              if (!isRecording) doing.record(true);
              doing.reload();
            }}
          />
          <Button label={say('empty.lab')} onPress={() => show('lab')} />
          <span className="tone-faint">
            <kbd>Ctrl</kbd> <kbd>R</kbd> {say('empty.keys')}
          </span>
        </>
      }
    >
      <li>
        <Icon name="lock" />
        {say('empty.privacy')}
      </li>
    </StateCard>
  );
}
