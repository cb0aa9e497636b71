import type { Finding } from '../../analysis/rules/audit';
import { remedyOf } from '../../analysis/rules/remedy';
import type { Subjects } from '../../analysis/rules/subject/subjects';
import { say, sayCount } from '../../words/catalogue';
import { overrideOfFinding } from '../flow/explain/override-of';
import { RemedyBody } from '../flow/explain/remedy-body';
import { PlaceLink } from '../links/place-link';
import { Icon } from '../shared/parts/icon';
import { VisibleText } from '../shared/parts/visible-text';
import { nameText } from '../shared/presentation/bead-words';
import { EvidenceTag } from '../shared/presentation/evidence-tag';
import { SentenceText } from '../shared/presentation/sentence-text';
import { SEVERITY_STYLE } from '../shared/presentation/severity-style';
import { useChoices } from '../state/choices';
import { useRecorded } from '../state/panel-context';
import { cookieNameOf } from './finding-filter';
import { IgnoreForm } from './ignore-form';
import type { FindingStanding } from './standing';
import { StandingMark } from './standing-mark';
import { ReadParts, WhyParts } from './why-parts';

interface FindingCardProps {
  readonly finding: Finding;
  /** Of the same audit. */
  readonly subjects: Subjects;
  /** Points the site gains when it is fixed; null = it does not count for the site. */
  readonly gain: number | null;
  /** Registrable domain or host that was looked at. */
  readonly site: string;
  /** Against an earlier recording; null = it is not compared with one. */
  readonly standing: FindingStanding | null;
  /** Whether the group that it is in has said why it matters. */
  readonly whySaid?: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** A finding, named as its remedy; open it says why, what was seen and what to change. */
export function FindingCard({ finding, subjects, gain, site, standing, whySaid = false, open, onToggle }: FindingCardProps) {
  const { icon, tone } = SEVERITY_STYLE[finding.severity];
  const cookie = cookieNameOf(finding);
  return (
    <li
      className={open ? 'finding open' : 'finding'}
      data-finding={finding.rule}
      data-harm={finding.harm}
      data-standing={standing ?? undefined}
    >
      <button type="button" className="finding-head" aria-expanded={open} onClick={onToggle}>
        <Icon name={open ? 'down2' : 'right'} size={12} />
        <span className={`tone-${tone}`}>
          <Icon name={icon} size={13} />
        </span>
        <span className="finding-title">
          <SentenceText sentence={finding.texts.heading()} />
          {standing && <StandingMark standing={standing} />}
        </span>
        {cookie === null ? (
          <span className="finding-names" />
        ) : (
          <code className="finding-cookie ellipsis">
            <VisibleText text={nameText(cookie)} />
          </code>
        )}
        <span className="finding-severity">{say(`finding.severity.${finding.severity}`)}</span>
        <span className="finding-gain tone-ok" title={say('finding.gain-title')}>
          {gain ? sayCount('finding.gain', gain) : ''}
        </span>
      </button>
      {open && <FindingBody finding={finding} subjects={subjects} site={site} whySaid={whySaid} />}
    </li>
  );
}

function FindingBody({ finding, subjects, site, whySaid }: Pick<FindingCardProps, 'finding' | 'subjects' | 'site' | 'whySaid'>) {
  const revealed = useChoices((choices) => finding.cookie !== null && choices.revealed.has(finding.cookie));
  const { replay } = useRecorded();
  const override = overrideOfFinding(finding, replay);
  return (
    <dl className="reasoning finding-body">
      {!whySaid && <WhyParts rule={finding.rule} harm={finding.harm} />}
      <dt>{say('finding.found')}</dt>
      <dd className="found" data-testid="statements">
        {finding.texts.statements().map((statement, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: statements of one finding stay in their order.
          <p key={index}>
            <EvidenceTag evidence={statement.basis} /> <SentenceText sentence={statement.text} />{' '}
            {statement.places.slice(0, 3).map((place) => (
              <PlaceLink key={`${place.row}/${place.line}`} place={place} />
            ))}
          </p>
        ))}
      </dd>
      <dt>{say('explain.fix')}</dt>
      <dd className="found">
        <RemedyBody remedy={remedyOf(finding, subjects)} revealed={revealed} override={override} />
      </dd>
      {!whySaid && <ReadParts rule={finding.rule} />}
      <dt>{say('finding.accept')}</dt>
      <dd>
        <IgnoreForm site={site} findings={[finding.id]} />
      </dd>
    </dl>
  );
}
