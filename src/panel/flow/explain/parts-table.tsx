import { say } from '../../../words/catalogue';
import { Icon, type IconName } from '../../shared/parts/icon';
import { VisibleText } from '../../shared/parts/visible-text';
import type { CookiePart } from './cookie-part';

export const STANDING_ICON = {
  counts: 'check',
  'at-fault': 'cross',
  missing: 'cross',
  broken: 'cross',
  'holds-back': 'held',
  ignored: 'ignored',
  absent: 'minus',
} as const satisfies Record<CookiePart['effect'], IconName>;

/** Attribute by attribute: what was written and what it does here. */
export function PartsTable({ parts }: { readonly parts: readonly CookiePart[] }) {
  return (
    <ul className="parts-table" aria-label={say('explain.parts')}>
      {parts.map((part) => (
        <li key={part.id} className={part.effect} data-standing={part.effect}>
          <span className="part-name" data-part="name">
            <span role="img" aria-label={say(`part.${part.effect}`)} title={say(`part.${part.effect}`)}>
              <Icon name={STANDING_ICON[part.effect]} size={12} />
            </span>
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
