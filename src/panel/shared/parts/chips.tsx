import { numberText } from '../../../words/format';
import { Icon, type IconName } from './icon';

interface FacetChipProps {
  readonly icon?: IconName;
  readonly tone?: string;
  readonly label: string;
  /** What it counts, in full. */
  readonly counts?: string;
  readonly count: number;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

/** A choice that narrows a list, with how many rows it holds. */
export function FacetChip({ icon, tone, label, counts = label, count, pressed, onPress }: FacetChipProps) {
  return (
    <button
      type="button"
      className="facet"
      aria-pressed={pressed}
      aria-label={`${label} ${count}`}
      title={`${counts}: ${numberText(count)}`}
      onClick={onPress}
    >
      {icon && (
        <span className={tone && `tone-${tone}`}>
          <Icon name={icon} size={12} />
        </span>
      )}
      <span className="facet-label">{label}</span> <b>{numberText(count)}</b>
    </button>
  );
}

export type Edge = 'solid' | 'dashed' | 'dotted';

/** A small word with an edge that carries meaning. */
export function Tag({ edge, icon, label }: { readonly edge: Edge; readonly icon: IconName; readonly label: string }) {
  return (
    <span className={`tag ${edge}`}>
      <Icon name={icon} size={11} />
      {label}
    </span>
  );
}

/** A verdict word on its tint. */
export function Pill({ tone, icon, label }: { readonly tone: string; readonly icon: IconName; readonly label: string }) {
  return (
    <span className={`pill tone-${tone}`}>
      <Icon name={icon} size={12} />
      {label}
    </span>
  );
}
