import { correct } from '../../analysis/fixes/correct';
import type { Finding } from '../../analysis/rules/audit';
import { about } from '../../words/about';
import { say } from '../../words/catalogue';
import { FixLine } from '../explain/fix-line';
import { Icon } from '../parts/icon';
import { VisibleText } from '../parts/visible-text';
import { nameText } from '../shown/bead-words';
import { EvidenceTag } from '../shown/evidence-tag';
import { PlaceLink } from '../shown/place-link';
import { SentenceText } from '../shown/sentence-text';
import { useChoices } from '../store';
import { FrameworkFix } from './framework-fix';

interface FindingCardProps {
  readonly finding: Finding;
  /** Points the site gains when it is mended; null = it does not count for the site. */
  readonly gain: number | null;
  readonly open: boolean;
  readonly onToggle: () => void;
}

const SEVERITY = {
  error: { icon: 'error', tone: 'bad' },
  warning: { icon: 'warning', tone: 'warn' },
  note: { icon: 'info', tone: 'quiet' },
} as const;

/** A finding, named as its remedy; open it says why, what was seen and what to change. */
export function FindingCard({ finding, gain, open, onToggle }: FindingCardProps) {
  const { icon, tone } = SEVERITY[finding.severity];
  const cookie =
    finding.subject.kind === 'cookie'
      ? finding.subject.name
      : finding.subject.kind === 'line'
        ? finding.subject.set.parsed.name
        : null;
  return (
    <li className={open ? 'finding open' : 'finding'} data-finding={finding.rule}>
      <button type="button" className="finding-head" aria-expanded={open} onClick={onToggle}>
        <Icon name={open ? 'down2' : 'right'} size={12} />
        <span className={`tone-${tone}`}>
          <Icon name={icon} size={13} />
        </span>
        <span className="finding-title ellipsis">
          <SentenceText sentence={finding.tell.heading()} />
        </span>
        {cookie === null ? (
          <span />
        ) : (
          <code className="finding-cookie ellipsis">
            <VisibleText text={nameText(cookie)} />
          </code>
        )}
        <span className="finding-severity">{say(`finding.severity.${finding.severity}`)}</span>
        <span className="finding-gain tone-ok">{gain ? `+${gain}` : ''}</span>
      </button>
      {open && <FindingBody finding={finding} />}
    </li>
  );
}

function FindingBody({ finding }: { readonly finding: Finding }) {
  const revealed = useChoices((choices) => finding.cookie !== null && choices.revealed.has(finding.cookie));
  const { text, links } = about({ kind: 'finding', name: finding.rule });
  const fix = finding.tell.fix();
  return (
    <dl className="explanation-body finding-body">
      <dt>{say('finding.why')}</dt>
      <dd data-words="rule">{text}</dd>
      <dt>{say('finding.found')}</dt>
      <dd className="found">
        {finding.tell.found().map((statement, index) => (
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
        <p>
          <SentenceText sentence={fix.say} />
        </p>
        {fix.line && fix.changes.length > 0 && <FixLine edits={correct(fix.line, fix.changes)} revealed={revealed} />}
        <FrameworkFix finding={finding} fix={fix} />
        {fix.first && (
          <p className="tone-quiet">
            <b>{say('finding.first')}</b> <SentenceText sentence={fix.first} />
          </p>
        )}
      </dd>
      <dt>{say('finding.read')}</dt>
      <dd className="reading" data-words="standard">
        {links.map((link) => (
          <a key={link.url + link.label} href={link.url} target="_blank" rel="noreferrer">
            {link.label}
          </a>
        ))}
      </dd>
    </dl>
  );
}
