import type { Harm } from '../../analysis/rules/engine/severity';
import type { RuleId } from '../../analysis/rules/registry';
import { about } from '../../words/about';
import { say } from '../../words/catalogue';

/** Why a rule's findings matter, and what is at stake. */
export function WhyParts({ rule, harm }: { readonly rule: RuleId; readonly harm: Harm }) {
  return (
    <>
      <dt>{say('finding.why')}</dt>
      <dd>
        <p data-words="rule">{about({ kind: 'finding', name: rule }).text}</p>
        <p className="tone-quiet">{say(`finding.harm.${harm}.what`)}</p>
      </dd>
    </>
  );
}

/** Where to read on. */
export function ReadParts({ rule }: { readonly rule: RuleId }) {
  return (
    <>
      <dt>{say('finding.read')}</dt>
      <dd className="reading" data-words="standard">
        {about({ kind: 'finding', name: rule }).links.map((link) => (
          <a key={link.url + link.label} href={link.url} target="_blank" rel="noreferrer">
            {link.label}
          </a>
        ))}
      </dd>
    </>
  );
}
