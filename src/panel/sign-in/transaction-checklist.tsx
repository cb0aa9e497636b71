import type { EndedTransaction } from '../../analysis/session/transaction-outcomes';
import {
  type RequirementStatus,
  type TransactionRequirement,
  transactionRequirements,
} from '../../analysis/session/transaction-requirements';
import { say, sayCount } from '../../words/catalogue';
import { Icon, type IconName } from '../shared/parts/icon';

const LOOK: Readonly<Record<RequirementStatus, { readonly icon: IconName; readonly tone: string; readonly rank: number }>> = {
  'not-met': { icon: 'error', tone: 'bad', rank: 0 },
  met: { icon: 'check', tone: 'ok', rank: 1 },
  'cannot-tell': { icon: 'question', tone: 'quiet', rank: 2 },
  'does-not-apply': { icon: 'question', tone: 'faint', rank: 3 },
};

/** How a sign-in through another site stands to what is asked of such sign-ins. Met only where every part was observed. */
export function TransactionChecklist({ transaction }: { readonly transaction: EndedTransaction }) {
  const all = [...transactionRequirements(transaction)].sort((a, b) => LOOK[a.status].rank - LOOK[b.status].rank);
  const applying = all.filter(({ status: standing }) => standing !== 'does-not-apply');
  return (
    <>
      <header className="checklist-head">
        <h2>
          <b>{say('checklist.federated', { provider: transaction.provider })}</b>{' '}
          <span className="tone-faint">{say('checklist.federated.source')}</span>
        </h2>
        <p className="tone-quiet">{sayCount('checklist.not-applicable', all.length - applying.length)}</p>
      </header>
      <ul className="checklist" data-checklist="federated">
        {applying.map((requirement) => (
          <RequirementItem key={requirement.id} requirement={requirement} />
        ))}
      </ul>
    </>
  );
}

function RequirementItem({
  requirement: { id, url, title, text, status: standing, parts },
}: {
  readonly requirement: TransactionRequirement;
}) {
  const { icon, tone } = LOOK[standing];
  return (
    <li data-requirement={id}>
      <span className={`tone-${tone}`}>
        <Icon name={icon} size={13} />
      </span>
      <details>
        <summary data-words="requirement">{title}</summary>
        <blockquote data-words="requirement">{text}</blockquote>
        <ul className="requirement-parts">
          {parts.map(({ says, holds }) => (
            <li key={says} data-words="requirement" className={`tone-${holds === null ? 'quiet' : holds ? 'ok' : 'bad'}`}>
              <Icon name={holds === null ? 'question' : holds ? 'check' : 'error'} size={11} /> {says}
            </li>
          ))}
        </ul>
      </details>
      <span className="checklist-ground">
        <span className={`tone-${tone}`}>{say(`checklist.standing.${standing === 'not-met' ? 'failed' : standing}`)}</span>
        <a href={url} target="_blank" rel="noreferrer">
          {id}
        </a>
      </span>
    </li>
  );
}
