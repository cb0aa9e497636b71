import { say } from '../../words/catalogue';
import { LinkButton } from '../shared/parts/button';
import { showInLab } from '../state/navigation-history';
import { FIRST_TRIAL } from '../state/trial';
import { StateFact } from './state-card';

/** That a line can be tried in the Lab while nothing is recorded. */
export const LabHint = () => (
  <StateFact icon="function">
    {say('empty.try')} <LinkButton onPress={() => showInLab(FIRST_TRIAL)}>{say('empty.lab')}</LinkButton>
  </StateFact>
);
