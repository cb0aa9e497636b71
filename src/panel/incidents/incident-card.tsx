import type { Incident } from '../../analysis/incidents/incidents';
import { say, sayCount } from '../../words/catalogue';
import { overrideOfIncident } from '../flow/explain/override-of';
import { RemedyBody } from '../flow/explain/remedy-body';
import { Icon } from '../shared/parts/icon';
import { EvidenceTag } from '../shared/presentation/evidence-tag';
import { SentenceText } from '../shared/presentation/sentence-text';
import { timeText } from '../shared/presentation/time';
import { useChoices } from '../state/choices';
import { useRecorded } from '../state/panel-context';
import { useTimeOrigin } from '../state/use-time-origin';
import { IncidentChain } from './incident-chain';

interface IncidentCardProps {
  readonly incident: Incident;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** An incident by its sentence; open it tells the chain, what joins it, and the fix. */
export function IncidentCard({ incident, open, onToggle }: IncidentCardProps) {
  const { kind, heading, brief, since, times } = incident;
  const origin = useTimeOrigin();
  return (
    <li className={open ? 'finding open' : 'finding'} data-incident={kind} data-incident-id={incident.id}>
      <button type="button" className="incident-head" aria-expanded={open} onClick={onToggle}>
        <Icon name={open ? 'down2' : 'right'} size={12} />
        <span className="tone-bad">
          <Icon name="warning" size={13} />
        </span>
        <span>
          <SentenceText sentence={heading} />
          <span className="tone-faint">
            <SentenceText sentence={brief} /> · {say('incident.since', { time: timeText(since, origin) })} ·{' '}
            {sayCount('incident.times', times)}
          </span>
        </span>
      </button>
      {open && <IncidentBody incident={incident} />}
    </li>
  );
}

function IncidentBody({ incident }: Pick<IncidentCardProps, 'incident'>) {
  const { confidence, joins, rivals, beside, why, cookie, links } = incident;
  const revealed = useChoices((choices) => cookie !== null && cookie.key !== null && choices.revealed.has(cookie.key));
  const { replay } = useRecorded();
  const remedy = incident.remedy();
  return (
    <>
      <IncidentChain incident={incident} />
      <dl className="reasoning finding-body incident-body">
        <dt>{say('incident.why')}</dt>
        <dd>
          <SentenceText sentence={why} />
        </dd>
        <dt>{say(`incident.confidence.${confidence}`)}</dt>
        <dd className="found" data-testid="joins">
          {joins.map(({ basis, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what joins one incident stays in its order.
            <p key={index}>
              <EvidenceTag evidence={basis} /> <SentenceText sentence={text} />
            </p>
          ))}
          {rivals.map((rival, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rivals of one incident stay in their order.
            <p key={index}>
              {say('incident.rival')} <SentenceText sentence={rival} />
            </p>
          ))}
          {beside.map(({ name, text }) => (
            <p key={name} className="tone-quiet">
              <SentenceText sentence={[{ code: name }, ' ', ...text]} />
            </p>
          ))}
        </dd>
        {remedy !== null && (
          <>
            <dt>{say('explain.fix')}</dt>
            <dd className="found" data-part="fix" tabIndex={-1}>
              <RemedyBody remedy={remedy} revealed={revealed} override={overrideOfIncident(incident, replay)} />
            </dd>
          </>
        )}
        <dt>{say('finding.read')}</dt>
        <dd className="reading" data-words="standard">
          {links.map(({ label, url }) => (
            <a key={url} href={url} target="_blank" rel="noreferrer">
              {label}
            </a>
          ))}
        </dd>
      </dl>
    </>
  );
}
