import type { Inconclusive } from '../../analysis/rules/audit';
import { about } from '../../words/about';
import { EvidenceTag } from '../shared/presentation/evidence-tag';
import { SentenceText } from '../shared/presentation/sentence-text';

/** What no rule could answer, and what would settle it. It never counts. */
export function InconclusiveList({ inconclusive }: { readonly inconclusive: readonly Inconclusive[] }) {
  const once = new Map(
    inconclusive.map((one) => [
      `${one.rule}/${one.missing.map((piece) => (typeof piece === 'string' ? piece : piece.code)).join('')}`,
      one,
    ]),
  );
  return (
    <ul className="open-list">
      {[...once].map(([key, one]) => (
        <li key={key}>
          <EvidenceTag evidence="cannot-tell" /> <b>{about({ kind: 'finding', name: one.rule }).title}</b>
          {': '}
          <SentenceText sentence={one.missing} />
        </li>
      ))}
    </ul>
  );
}
