import { say } from '../../words/catalogue';
import { Button, LinkButton } from '../shared/parts/button';
import { Icon } from '../shared/parts/icon';
import { showInLab } from '../state/navigation-history';
import { usePanel, useRecorded } from '../state/panel-context';
import { FIRST_TRIAL } from '../state/trial';
import { StateCard } from './state-card';

/** Nothing is recorded yet: one line and one button. */
export function EmptyState({ cleared }: { readonly cleared: boolean }) {
  const { actions: doing } = usePanel();
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
          {say('empty.try')} <LinkButton onPress={() => showInLab(FIRST_TRIAL)}>{say('empty.lab')}</LinkButton>
        </span>
      </li>
      <li>
        <Icon name="lock" />
        {say('empty.privacy')}
      </li>
    </StateCard>
  );
}
