import type { Open } from '../../analysis/rules/audit';
import { about } from '../../words/about';
import { EvidenceTag } from '../shown/evidence-tag';
import { SentenceText } from '../shown/sentence-text';

/** What no rule could answer, and what would settle it. It never counts. */
export function OpenList({ open }: { readonly open: readonly Open[] }) {
  const once = new Map(
    open.map((one) => [
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
