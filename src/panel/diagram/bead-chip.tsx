import { say } from '../../words/catalogue';
import { Icon } from '../parts/icon';
import { VisibleText } from '../parts/visible-text';
import type { DrawnBead } from '../shown/bead-words';
import { VERDICT_LOOK } from '../shown/look';
import { beadValue } from '../shown/mask';

interface BeadChipProps {
  readonly bead: DrawnBead;
  readonly chosen: boolean;
  /** The one bead of the diagram that the tab key reaches. */
  readonly tabStop: boolean;
  readonly withValue?: boolean;
  readonly onPress: (key: string) => void;
}

/** A cookie on its wire. */
export function BeadChip({ bead, chosen, tabStop, withValue = false, onPress }: BeadChipProps) {
  const { verdict, evidence, differs } = bead;
  const response = bead.side === 'response';
  return (
    <button
      type="button"
      className={`bead ${verdict} ${evidence}${differs ? ' differs' : ''}`}
      aria-pressed={chosen}
      title={bead.label}
      tabIndex={tabStop ? 0 : -1}
      data-bead={bead.key}
      data-name={bead.name}
      data-verdict={verdict}
      data-evidence={evidence}
      onClick={() => onPress(bead.key)}
    >
      {response && <Icon name={VERDICT_LOOK[verdict].icon} size={12} />}
      <span className="name">
        <VisibleText text={bead.name} />
      </span>
      {withValue && bead.value !== '' && (
        <span className="value" aria-hidden="true">
          {beadValue(bead.value)}
        </span>
      )}
      {response && (
        <span className="verdict" aria-hidden="true">
          {say(`verdict.${verdict}`)}
        </span>
      )}
      <span className="visually-hidden">{bead.said}</span>
      {differs && <Icon name="warning" size={11} />}
    </button>
  );
}
