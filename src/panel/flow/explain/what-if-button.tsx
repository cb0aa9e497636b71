import { say } from '../../../words/catalogue';
import { Button } from '../../shared/parts/button';
import { showInLab } from '../../state/navigation-history';
import { trialOf } from '../../state/trial-of';
import type { OverrideOf } from './override-of';

interface WhatIfButtonProps {
  /** In place of the recorded one. */
  readonly line: string;
  readonly of: Pick<OverrideOf, 'exchange' | 'index'>;
}

/** Opens the Lab with the line in place of the recorded one: what the recording would be with it. */
export function WhatIfButton({ line, of: { exchange, index } }: WhatIfButtonProps) {
  const trial = trialOf(exchange, index);
  if (trial === null) return null;
  return (
    <Button
      label={say('explain.what-if')}
      title={say('explain.what-if-title')}
      onPress={() => showInLab({ ...trial, line }, { exchange: exchange.id, index })}
    />
  );
}
