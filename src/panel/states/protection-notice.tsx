import type { ProtectionState } from '../../protocol/protection';
import { say, sayCount } from '../../words/catalogue';
import { listText } from '../../words/format';
import { Button } from '../shared/parts/button';
import { Icon } from '../shared/parts/icon';
import { visibleString } from '../shared/parts/visible';
import { usePanel, useRecorded } from '../state/panel-context';
import type { Notice } from './notice';

/** Which cookies are put back when the site changes them, and how often that was so. */
export function useProtectionNotices(): readonly Notice[] {
  const protections = useRecorded((recorded) => recorded.protections);
  if (protections.length === 0) return [];
  return [{ id: 'protection', look: 'override', content: <ProtectionLine protections={protections} /> }];
}

function ProtectionLine({ protections }: { readonly protections: readonly ProtectionState[] }) {
  const { actions } = usePanel();
  const restored = protections.reduce((sum, each) => sum + each.restored, 0);
  const refused = protections.find((each) => each.refused !== null)?.refused ?? null;
  return (
    <>
      <Icon name="shield" />
      <b className="ellipsis">
        {say('protection.title', { names: listText(protections.map(({ name }) => visibleString(name))) })}
      </b>
      <span className="tone-quiet" data-testid="restored">
        {restored === 0 ? say('protection.waiting') : sayCount('protection.restored', restored)}
      </span>
      {protections.some(({ isWaiting }) => isWaiting) && <span className="tone-warn">{say('protection.too-often')}</span>}
      {refused !== null && <span className="tone-bad">{say('protection.refused', { words: refused })}</span>}
      <span className="spread" />
      <Button label={say('protection.end')} onPress={() => actions.endProtection(protections.map(({ id }) => id))} />
    </>
  );
}
