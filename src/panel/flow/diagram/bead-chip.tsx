import { say } from '../../../words/catalogue';
import { Icon } from '../../shared/parts/icon';
import type { DrawnBead } from '../../shared/presentation/bead-words';
import { beadValue } from '../../shared/presentation/mask';
import { BeadFace, beadClass } from './bead-face';

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
  const { name, verdict, evidence, differs, byUser } = bead;
  return (
    <button
      type="button"
      className={`${beadClass(verdict, evidence)}${differs ? ' differs' : ''}`}
      aria-pressed={chosen}
      title={bead.label}
      tabIndex={tabStop ? 0 : -1}
      data-bead={bead.key}
      data-name={name}
      data-verdict={verdict}
      data-evidence={evidence}
      onClick={() => onPress(bead.key)}
    >
      <BeadFace name={name} verdict={verdict} evidence={evidence} value={withValue ? beadValue(bead.value) : ''} />
      <span className="visually-hidden">{bead.said}</span>
      {differs && <Icon name="warning" size={11} />}
      {byUser && (
        <span className="by-user" aria-hidden="true">
          <Icon name="edit" size={11} />
          {say('bead.by-user')}
        </span>
      )}
    </button>
  );
}
