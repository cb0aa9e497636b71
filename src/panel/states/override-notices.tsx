import type { OverrideState } from '../../protocol/line-override';
import { say, sayCount } from '../../words/catalogue';
import { reasonWords } from '../../words/verdict-text';
import { Button } from '../shared/parts/button';
import { Icon } from '../shared/parts/icon';
import { visibleString } from '../shared/parts/visible';
import { usePanel, useRecorded } from '../state/panel-context';
import type { Notice } from './notice';

/** Which lines of the user's are in force in place of the server's, in every view. */
export function useOverrideNotices(): readonly Notice[] {
  const overrides = useRecorded((recorded) => recorded.overrides);
  return overrides.map((override) => ({
    id: override.id,
    look: 'override',
    content: <OverrideLine override={override} />,
  }));
}

function OverrideLine({ override }: { readonly override: OverrideState }) {
  const { actions } = usePanel();
  return (
    <>
      <Icon name="edit" />
      <b>{say('override.title', { name: visibleString(override.name), host: override.host })}</b>
      <code className="ellipsis">{visibleString(attributesOf(override.line))}</code>
      <span className={override.refused ? 'tone-bad' : 'tone-quiet'}>{standing(override)}</span>
      <span className="spread" />
      <Button label={say('override.end')} onPress={() => actions.endOverride(override.id)} />
    </>
  );
}

/** The value is the server's, and is not shown. */
const attributesOf = (line: string): string => line.split(';').slice(1).join(';').trim();

function standing({ refused, applied }: OverrideState): string {
  if (refused === null) return applied === 0 ? say('override.waiting') : sayCount('override.applied', applied);
  return 'words' in refused
    ? say('override.refused', { words: refused.words })
    : say('override.impossible', { why: reasonWords(refused.reason as Parameters<typeof reasonWords>[0]) });
}
