import type { Audit } from '../../analysis/rules/audit';
import type { RuleId } from '../../analysis/rules/registry';
import { about } from '../../words/about';
import { isWord, say } from '../../words/catalogue';
import { Icon } from '../parts/icon';
import { EvidenceTag } from '../shown/evidence-tag';
import { checklist, type Requirement } from './checklist';

const LOOK = {
  failed: { icon: 'error', tone: 'bad' },
  met: { icon: 'check', tone: 'ok' },
  'cannot-tell': { icon: 'question', tone: 'quiet' },
} as const;

/** How the site stands to the requirements of OWASP ASVS 5.0 that the traffic can show. */
export function ChecklistPane({ audit }: { readonly audit: Audit }) {
  const requirements = checklist(audit);
  const count = (standing: Requirement['standing']) => requirements.filter((one) => one.standing === standing).length;
  return (
    <>
      <header className="checklist-head">
        <h2>
          <b>{say('checklist.title')}</b> <span className="tone-faint">{say('checklist.source')}</span>
        </h2>
        <p>
          <span className="tone-bad">{say('checklist.failed', { count: count('failed') })}</span>
          {' · '}
          <span className="tone-ok">{say('checklist.met', { count: count('met') })}</span>
          {' · '}
          {say('checklist.cannot-tell', { count: count('cannot-tell') })}
        </p>
      </header>
      <ul className="checklist">
        {requirements.map(({ id, url, standing, rules }) => (
          <li key={id}>
            <span className={`tone-${LOOK[standing].tone}`} role="img" aria-label={say(`checklist.standing.${standing}`)}>
              <Icon name={LOOK[standing].icon} size={13} />
            </span>
            <span>
              {titleOf(id)}
              {standing !== 'met' && (
                <span data-words="rule" className="checklist-why">
                  {whyOf(standing, rules)}
                </span>
              )}
            </span>
            <span className="checklist-ground">
              <a href={url} target="_blank" rel="noreferrer" aria-label={`ASVS ${id}`}>
                {id}
              </a>
              <EvidenceTag evidence={standing === 'cannot-tell' ? 'cannot-tell' : 'observed'} />
            </span>
          </li>
        ))}
      </ul>
      <p className="side-note">{say('checklist.note')}</p>
    </>
  );
}

/** The requirement in our words; a number we have none for stands for itself. */
function titleOf(id: string): string {
  const key = `asvs.${id}`;
  return isWord(key) ? say(key) : id;
}

/** What would mend it, or what is not settled. */
function whyOf(standing: 'failed' | 'cannot-tell', rules: readonly RuleId[]): string {
  const what = rules.map((rule) => about({ kind: 'finding', name: rule }).title).join(' · ');
  return standing === 'failed' ? what : say('checklist.open', { what });
}
