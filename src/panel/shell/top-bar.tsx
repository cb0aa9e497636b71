import { useMemo } from 'react';
import { say, sayCount } from '../../words/catalogue';
import { useLastConclusions } from '../conclude/use-conclusions';
import { usePanel, useRecorded } from '../panel-context';
import { IconButton } from '../parts/button';
import { Tabs } from '../parts/tabs';
import { useCalm } from '../parts/use-calm';
import { goBack, usePlaces } from '../places';
import type { Recorded } from '../recording';
import { SettingsMenu } from '../settings/settings-menu';
import { useChoices } from '../store';
import { SHOWN_VIEWS } from './views';

/** Record, clear, the views, and what is recorded. */
export function TopBar() {
  const { doing } = usePanel();
  const isRecording = useRecorded((recorded) => recorded.isRecording);
  const { view, show, showKeys } = useChoices();
  const canGoBack = usePlaces(({ before }) => before.length > 0);
  const conclusions = useLastConclusions();
  const serious = conclusions?.audit.findings.filter(({ party, severity }) => party === 'own' && severity !== 'note').length ?? 0;
  return (
    <header className="top-bar">
      <IconButton
        icon="record"
        tone={isRecording ? 'bad' : 'quiet'}
        label={say(isRecording ? 'shell.pause' : 'shell.record')}
        pressed={isRecording}
        onPress={() => doing.record(!isRecording)}
      />
      <IconButton icon="clear" label={say('shell.clear')} onPress={doing.clear} />
      <span className="rule" />
      <Tabs
        label={say('shell.views')}
        tabs={SHOWN_VIEWS.map((id) => ({
          id,
          label: say(`view.${id}`),
          badge: id === 'findings' && serious > 0 ? <span className="count bad">{serious}</span> : null,
        }))}
        selected={view}
        onSelect={show}
      />
      <span className="spread" />
      {canGoBack && <IconButton icon="back" label={say('shell.back')} onPress={goBack} />}
      <Summary />
      <IconButton icon="info" label={say('keys.title')} onPress={() => showKeys(true)} />
      <SettingsMenu />
    </header>
  );
}

function Summary() {
  const recorded = useRecorded();
  const counted = useCalm(recorded, String(recorded.from));
  const requests = useMemo(() => requestsOf(counted), [counted]);
  const conclusions = useLastConclusions();
  const site = conclusions?.site ?? null;
  const cookies = conclusions?.audit.subjects.site.cookies.length ?? 0;
  return (
    <span className="summary" role="status">
      {site === null
        ? sayCount('count.requests', requests)
        : say('shell.summary', {
            site,
            requests: sayCount('count.requests', requests),
            cookies: sayCount('count.cookies', cookies),
          })}
    </span>
  );
}

function requestsOf({ rows, from }: Recorded): number {
  let requests = 0;
  for (let index = from; index < rows.length; index++) if (rows[index]?.kind === 'exchange') requests += 1;
  return requests;
}
