import { text } from '../../analysis/engine/base/bytes';
import type { Bytes } from '../../analysis/engine/base/units';
import type { ParsedLine } from '../../analysis/engine/header/parsed-line';
import { say } from '../../words/catalogue';
import { Icon } from '../shared/parts/icon';
import { VisibleText } from '../shared/parts/visible-text';

/** What struck the parser about a line, each with the octets that it is about. */
export function LineNotes({ parsed }: { readonly parsed: ParsedLine }) {
  if (parsed.notes.length === 0) return null;
  return (
    <ul className="line-notes" aria-label={say('lab.notes')}>
      {parsed.notes.map(({ kind, span }) => (
        <li key={`${kind}-${span.start}`} data-note={kind}>
          <span className="tone-warn">
            <Icon name="warning" size={12} />
          </span>{' '}
          <code data-words="engine">
            <VisibleText text={text(parsed.line.slice(span.start, span.end) as Bytes)} />
          </code>{' '}
          {say(`note.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
