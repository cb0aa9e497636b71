import { say } from '../../words/catalogue';
import { Icon } from '../parts/icon';
import { VisibleText } from '../parts/visible-text';
import type { Part } from './attribute-words';

const STANDING_ICON = { counts: 'check', 'at-fault': 'cross', 'holds-back': 'held', ignored: 'cross', absent: 'minus' } as const;

/** Attribute by attribute: what was written and what it does here. */
export function PartsTable({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <ul className="parts-table" aria-label={say('explain.parts')}>
      {parts.map((part) => (
        <li key={part.id} className={part.standing}>
          <span className="part-name">
            <Icon name={STANDING_ICON[part.standing]} size={12} />
            <VisibleText text={part.label} />
          </span>
          <span className="part-value" title={part.value}>
            <VisibleText text={part.value} />
          </span>
          <span className="part-text">
            <VisibleText text={part.sentence} />
          </span>
        </li>
      ))}
    </ul>
  );
}
