import { text } from '../../../analysis/engine/base/bytes';
import { corrected, type Edit } from '../../../analysis/fixes/correct';
import { say } from '../../../words/catalogue';
import { Button } from '../../shared/parts/button';
import { usePanel, useRecorded } from '../../state/panel-context';
import type { OverrideOf } from './override-of';

interface TryItProps {
  readonly edits: readonly Edit[];
  readonly of: OverrideOf;
}

/** Puts the corrected line in force on the real site, before a server is touched. */
export function TryIt({ edits, of }: TryItProps) {
  const { actions } = usePanel();
  const line = text(corrected(edits, (value) => value) as Parameters<typeof text>[0]);
  const isInForce = useRecorded(({ overrides }) => overrides.some((each) => each.line === line));
  return (
    <Button
      icon={isInForce ? 'check' : 'edit'}
      label={say(isInForce ? 'override.on' : 'override.try')}
      title={say('override.limits')}
      disabled={isInForce}
      onPress={() => actions.override({ ...of.override, line })}
    />
  );
}
