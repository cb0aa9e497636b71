import type { Evidence } from '../../analysis/session/evidence';
import { say } from '../../words/catalogue';
import { Icon } from '../parts/icon';
import { VisibleText } from '../parts/visible-text';

/** What a conclusion about a session rests on, line by line; a line that speaks against it has a minus. */
export function EvidenceLines({ lines }: { readonly lines: readonly Evidence[] }) {
  return (
    <ul className="evidence-lines">
      {lines.map((line) => (
        <li key={line.kind + JSON.stringify(line.slots)}>
          <Icon name={line.weight >= 0 ? 'plus' : 'minus'} size={10} /> <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

/** Where somebody has documented it, the line leads there. */
function Line({ line: { kind, slots } }: { readonly line: Evidence }) {
  const words = <VisibleText text={say(`session.evidence.${kind}`, slots)} />;
  if (typeof slots.source !== 'string') return words;
  return (
    <a href={slots.source} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
}
