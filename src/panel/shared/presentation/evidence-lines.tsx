import type { Evidence } from '../../../analysis/session/shared/evidence';
import { evidenceText } from '../../../words/evidence-text';
import { Icon } from '../parts/icon';
import { VisibleText } from '../parts/visible-text';

/** What a conclusion about a session rests on, line by line; a line that speaks against it has a minus. */
export function EvidenceLines({ lines }: { readonly lines: readonly Evidence[] }) {
  return (
    <ul className="evidence-lines" data-testid="evidence-lines">
      {lines.map((line) => (
        <li key={line.kind + JSON.stringify(line.slots)}>
          <Icon name={line.weight >= 0 ? 'plus' : 'minus'} size={10} /> <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

/** Where somebody has documented it, the line leads there. */
function Line({ line }: { readonly line: Evidence }) {
  const words = <VisibleText text={evidenceText(line)} />;
  const { source } = line.slots;
  if (typeof source !== 'string') return words;
  return (
    <a href={source} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
}
