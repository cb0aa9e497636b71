import { useMemo, useState } from 'react';
import type { Incident } from '../../analysis/incidents/incidents';
import { say, sayCount } from '../../words/catalogue';
import { IconButton, LinkButton } from '../shared/parts/button';
import { Icon } from '../shared/parts/icon';
import { SentenceText } from '../shared/presentation/sentence-text';
import { timeText } from '../shared/presentation/time';
import { showIncident } from '../state/navigation-history';
import { useLastResult } from '../state/use-analysis';
import { useTimeOrigin } from '../state/use-time-origin';
import type { Notice } from './notice';

/** The latest incident as a line, until the reader hides it; a new one shows it again. */
export function useIncidentNotice(): readonly Notice[] {
  const all = useLastResult()?.incidents.all ?? [];
  const [hidden, setHidden] = useState<string | null>(null);
  const latest = all.at(-1);
  if (latest === undefined || keyOf(latest) === hidden) return [];
  return [
    {
      id: 'incident',
      look: 'incident',
      content: <IncidentLine incident={latest} count={all.length} onHide={() => setHidden(keyOf(latest))} />,
    },
  ];
}

/** The same incident in a recording that began anew is another. */
const keyOf = ({ id, since }: Incident): string => `${id}\t${since}`;

interface IncidentLineProps {
  readonly incident: Incident;
  readonly count: number;
  readonly onHide: () => void;
}

function IncidentLine({ incident, count, onHide }: IncidentLineProps) {
  const { id, heading, since, times } = incident;
  const origin = useTimeOrigin();
  const hasFix = useMemo(() => incident.remedy() !== null, [incident]);
  return (
    <>
      <span className="tone-bad">
        <Icon name="warning" />
      </span>
      <span className="ellipsis" data-testid="incident-notice">
        <SentenceText sentence={heading} /> · {say('incident.since', { time: timeText(since, origin) })} ·{' '}
        {sayCount('incident.times', times)}
      </span>
      <span className="spread" />
      {count > 1 && <span className="tone-faint of">{say('incident.one-of', { count })}</span>}
      <LinkButton onPress={() => showIncident(id, 'heading')}>{say('incident.show')}</LinkButton>
      {hasFix && <LinkButton onPress={() => showIncident(id, 'fix')}>{say('incident.fix')}</LinkButton>}
      <IconButton icon="cross" label={say('incident.hide')} onPress={onHide} />
    </>
  );
}
