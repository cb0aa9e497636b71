import { say } from '../../words/catalogue';
import { Button } from '../shared/parts/button';
import { showSheet } from '../state/sheet';
import { LabHint } from './lab-hint';
import { StateCard, StateFact } from './state-card';

/** A page outside of the browser's tools: a file is opened in it, or a line tried. */
export const NoFileState = () => (
  <StateCard
    icon="import"
    title={say('source.none.title')}
    text={say('source.none.text')}
    action={
      <Button primary icon="import" label={say('source.none.open')} onPress={() => showSheet({ kind: 'open', file: null })} />
    }
    hint={say('source.none.drop')}
  >
    <LabHint />
    <StateFact icon="info">{say('source.none.formats')}</StateFact>
    <StateFact icon="lock">{say('source.none.privacy')}</StateFact>
  </StateCard>
);
