import { useMemo, useState } from 'react';
import type { CheckedId } from '../../analysis/active-check/verdict';
import type { Audit } from '../../analysis/rules/audit';
import { requirementsOf } from '../../analysis/rules/requirements';
import type { Requirement, RequirementPart } from '../../analysis/rules/requirements/requirement';
import { say, sayCount } from '../../words/catalogue';
import { PlaceLink } from '../links/place-link';
import { FacetChip } from '../shared/parts/chips';
import { Icon } from '../shared/parts/icon';
import { SentenceText } from '../shared/presentation/sentence-text';

const LOOK = {
  'not-met': { icon: 'error', tone: 'bad', key: 'failed' },
  met: { icon: 'check', tone: 'ok', key: 'met' },
  'cannot-tell': { icon: 'question', tone: 'quiet', key: 'cannot-tell' },
  'does-not-apply': { icon: 'info', tone: 'faint', key: 'does-not-apply' },
} as const;
type Status = keyof typeof LOOK;

/** What is not met comes first. */
const TALLIED = ['not-met', 'met', 'cannot-tell'] as const;

const STANDARDS = ['ASVS', 'WSTG'] as const;

/** How the site stands to OWASP ASVS 5.0 and to the WSTG, requirement by requirement and part by part. */
export function ChecklistPane({ audit, checks }: { readonly audit: Audit; readonly checks: readonly CheckedId[] }) {
  const [standard, setStandard] = useState<(typeof STANDARDS)[number]>('ASVS');
  const [only, setOnly] = useState<Status | null>(null);
  const all = useMemo(() => requirementsOf(standard, { ...audit.subjects, checks }), [standard, audit, checks]);
  const of = (wanted: Status) => all.filter(({ status }) => status === wanted);
  const shown = (only === null ? TALLIED : [only]).flatMap(of);
  const apart = only === null ? of('does-not-apply') : [];
  return (
    <>
      <header className="checklist-head">
        <h2>
          <b>{say('checklist.title')}</b> <span className="tone-faint">{say(`checklist.source.${standard}`)}</span>
        </h2>
        <p>
          {STANDARDS.map((each) => (
            <button key={each} type="button" className="link" aria-pressed={each === standard} onClick={() => setStandard(each)}>
              {each}
            </button>
          ))}
        </p>
        <div className="checklist-facets" role="group" aria-label={say('checklist.filter')}>
          {[...TALLIED, 'does-not-apply' as const].map((status) => (
            <FacetChip
              key={status}
              icon={LOOK[status].icon}
              tone={LOOK[status].tone}
              label={say(`checklist.standing.${LOOK[status].key}`)}
              count={of(status).length}
              pressed={only === status}
              onPress={() => setOnly(only === status ? null : status)}
            />
          ))}
        </div>
      </header>
      <ul className="checklist" data-checklist={standard}>
        {shown.map((requirement) => (
          <RequirementItem key={requirement.id} requirement={requirement} />
        ))}
      </ul>
      {shown.length === 0 && <p className="side-note">{say('checklist.none')}</p>}
      {apart.length > 0 && (
        <details>
          <summary>{sayCount('checklist.not-applicable', apart.length)}</summary>
          <ul className="checklist">
            {apart.map((requirement) => (
              <RequirementItem key={requirement.id} requirement={requirement} />
            ))}
          </ul>
        </details>
      )}
      <p className="side-note">{say('checklist.note')}</p>
    </>
  );
}

function RequirementItem({ requirement }: { readonly requirement: Requirement }) {
  const { id, url, title, means, status, parts, because } = requirement;
  const { icon, tone, key } = LOOK[status];
  return (
    <li data-requirement={id} data-standing={status}>
      <span className={`tone-${tone}`}>
        <Icon name={icon} size={13} />
      </span>
      <details open={status === 'not-met'}>
        <summary data-words="requirement">{title}</summary>
        <p data-words="requirement">{means}</p>
        {because && (
          <p className="tone-quiet">
            <SentenceText sentence={because} />
          </p>
        )}
        <ul className="requirement-parts">
          {parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one requirement stay in their order.
            <PartItem key={index} part={part} />
          ))}
        </ul>
      </details>
      <span className="checklist-ground">
        <span className={`tone-${tone}`}>{say(`checklist.standing.${key}`)}</span>
        <a href={url} target="_blank" rel="noreferrer">
          {id}
        </a>
      </span>
    </li>
  );
}

function PartItem({ part: { says, holds, evidence, places } }: { readonly part: RequirementPart }) {
  const { icon, tone, key } = LOOK[holds === null ? 'cannot-tell' : holds ? 'met' : 'not-met'];
  return (
    <li data-part={key}>
      <span className={`tone-${tone}`} role="img" aria-label={say(`checklist.standing.${key}`)}>
        <Icon name={icon} size={11} />
      </span>{' '}
      <SentenceText sentence={says} />{' '}
      <span className="tone-quiet">
        <SentenceText sentence={evidence} />
      </span>{' '}
      {places.slice(0, 3).map((place) => (
        <PlaceLink key={`${place.row}/${place.line}`} place={place} />
      ))}
    </li>
  );
}
