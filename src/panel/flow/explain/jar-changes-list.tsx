import { say } from '../../../words/catalogue';
import { Icon } from '../../shared/parts/icon';
import { VisibleText } from '../../shared/parts/visible-text';
import { EvidenceTag } from '../../shared/presentation/evidence-tag';
import type { JarChange } from './jar-changes';

const MARK = {
  added: { icon: 'plus', tone: 'ok' },
  changed: { icon: 'swap', tone: 'replaced' },
  removed: { icon: 'bin', tone: 'quiet' },
} as const;

/** What a response changed about a cookie of the jar. */
export function JarChangesList({ changes }: { readonly changes: readonly JarChange[] }) {
  if (changes.length === 0) return <p className="tone-quiet">{say('jar.nothing')}</p>;
  return (
    <ul className="jar-changes">
      {changes.map(({ key, name, mark, evidence, fields }) => (
        <li key={key} data-change={mark}>
          <span className={`tone-${MARK[mark].tone}`}>
            <Icon name={MARK[mark].icon} size={12} />
          </span>
          <code>
            <VisibleText text={name} />
          </code>
          <span>{say(`travel.mark.${mark}`)}</span>
          {fields.map(({ label, before, after }) => (
            <span key={label} className="jar-field">
              <span className="tone-quiet">{label}</span>{' '}
              <del>
                <VisibleText text={before} />
              </del>{' '}
              <ins>
                <VisibleText text={after} />
              </ins>
            </span>
          ))}
          <EvidenceTag evidence={evidence} />
        </li>
      ))}
    </ul>
  );
}
