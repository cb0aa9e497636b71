import type { Finding } from '../../analysis/rules/audit';
import { say } from '../../words/catalogue';
import { Button } from '../shared/parts/button';
import { VisibleText } from '../shared/parts/visible-text';
import { SentenceText } from '../shared/presentation/sentence-text';
import { useIgnored } from '../state/ignored-findings';

interface IgnoredListProps {
  readonly site: string;
  readonly findings: readonly Finding[];
  /** By the finding's id. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** Findings that somebody accepts, each with the reason, and the way back. */
export function IgnoredList({ site, findings, reasons }: IgnoredListProps) {
  const restore = useIgnored((state) => state.restore);
  return (
    <>
      <p className="side-note">{say('findings.ignored.note')}</p>
      <ul className="open-list ignored-list">
        {findings.map(({ id, rule, texts }) => (
          <li key={id} data-ignored={rule}>
            <span>
              <b>
                <SentenceText sentence={texts.heading()} />
              </b>{' '}
              <span className="tone-quiet">
                <VisibleText text={reasons.get(id) ?? ''} />
              </span>
            </span>
            <Button label={say('findings.restore')} onPress={() => restore(site, [id])} />
          </li>
        ))}
      </ul>
    </>
  );
}
