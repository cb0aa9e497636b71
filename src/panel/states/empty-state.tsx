import { say } from '../../words/catalogue';
import { EXAMPLES } from '../lab/trial';
import { usePanel, useRecorded } from '../panel-context';
import { Button, LinkButton } from '../parts/button';
import { Icon } from '../parts/icon';
import { showInLab } from '../places';
import { StateCard } from './state-card';

/** Nothing is recorded yet: one line and one button. */
export function EmptyState({ cleared }: { readonly cleared: boolean }) {
  const { doing } = usePanel();
  const isRecording = useRecorded((recorded) => recorded.isRecording);
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
          <span className="tone-faint">
            <kbd>Ctrl</kbd> <kbd>R</kbd> {say('empty.keys')}
          </span>
        </>
      }
    >
      <li>
        <Icon name="function" />
        <span>
          {say('empty.try')} <LinkButton onPress={() => showInLab(EXAMPLES[1] ?? null)}>{say('empty.lab')}</LinkButton>
        </span>
      </li>
      <li>
        <Icon name="lock" />
        {say('empty.privacy')}
      </li>
    </StateCard>
  );
}
