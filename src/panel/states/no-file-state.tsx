import { say } from '../../words/catalogue';
import { Button, LinkButton } from '../shared/parts/button';
import { Icon } from '../shared/parts/icon';
import { showInLab } from '../state/navigation-history';
import { showSheet } from '../state/sheet';
import { FIRST_TRIAL } from '../state/trial';
import { StateCard } from './state-card';

/** A page outside of the browser's tools: a file is opened in it, or a line tried. */
export function NoFileState() {
  return (
    <StateCard
      icon="import"
      title={say('source.none.title')}
      text={say('source.none.text')}
      actions={
        <>
          <Button primary icon="import" label={say('source.none.open')} onPress={() => showSheet({ kind: 'open', file: null })} />
          <span className="tone-faint">{say('source.none.drop')}</span>
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
        <Icon name="info" />
        {say('source.none.formats')}
      </li>
      <li>
        <Icon name="lock" />
        {say('source.none.privacy')}
      </li>
    </StateCard>
  );
}
