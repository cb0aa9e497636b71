import { say } from '../../words/catalogue';
import { listText } from '../../words/format';
import { Button, LinkButton } from '../shared/parts/button';
import { Icon } from '../shared/parts/icon';
import { usePanel, useRecorded } from '../state/panel-context';
import type { Notice } from './notice';

/** That the page's scripts are traced, and what the trace cannot see. */
export function useTraceNotices(): readonly Notice[] {
  const tracing = useRecorded((recorded) => recorded.tracing);
  return tracing ? [{ id: 'trace', look: 'override', content: <TraceLine /> }] : [];
}

function TraceLine() {
  const { actions } = usePanel();
  const unseen = useRecorded(({ replay }) => replay.scripts.unseenHosts);
  return (
    <>
      <Icon name="script" />
      <b>{say('script.tracing')}</b>
      <span className="ellipsis">
        {unseen.size === 0 ? say('script.tracing-note') : say('script.tracing-unseen', { host: listText([...unseen]) })}
      </span>
      <span className="spread" />
      <LinkButton onPress={actions.reload}>{say('script.reload')}</LinkButton>
      <Button label={say('script.stop')} onPress={() => actions.trace(false)} />
    </>
  );
}
