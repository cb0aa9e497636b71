import { useState } from 'react';
import { say, sayCount } from '../../../words/catalogue';
import { Icon } from '../../shared/parts/icon';
import type { DrawnBead } from '../../shared/presentation/bead-words';
import { BeadChip } from './bead-chip';

/** Above this many beads a wire shows so many and says how many more there are. */
const MOST = 12;

export interface BeadChoice {
  readonly chosen: string | null;
  readonly tabStop: string | null;
  readonly onPress: (key: string) => void;
}

interface WireProps extends BeadChoice {
  /** `write`: from the page to the jar, without a caption. */
  readonly direction: 'request' | 'response' | 'write';
  readonly beads: readonly DrawnBead[];
  /** What stands beside the beads, or in their place. */
  readonly caption?: string;
  readonly answered?: boolean;
}

/** The line between two lifelines with the beads that sit on it. */
export function Wire({ direction, beads, caption, answered = true, ...choice }: WireProps) {
  const request = direction === 'request';
  const rightward = direction !== 'response';
  return (
    <div className={`wire ${direction}${answered ? '' : ' unanswered'}`} data-wire={direction}>
      <svg className="arrowhead" viewBox="0 0 9 11" aria-hidden="true">
        <path d={rightward ? 'M0 0v11l9-5.500z' : 'M9 0v11L0 5.500z'} />
      </svg>
      {caption !== undefined && (
        <span className="caption">
          {beads.length === 0 ? (
            caption
          ) : (
            <>
              <Icon name={request ? 'up' : 'down'} size={12} />
              <span className="wide-only">{caption}</span>
              <span className="narrow-only">{beads.length}</span>
            </>
          )}
        </span>
      )}
      <BeadRow beads={beads} {...choice} valued={request} />
    </div>
  );
}

/** The beads of one wire, cut at twelve. The chosen one is always among those shown. */
export function BeadRow({
  beads,
  chosen,
  tabStop,
  onPress,
  valued = false,
}: BeadChoice & { readonly beads: readonly DrawnBead[]; readonly valued?: boolean }) {
  const [all, setAll] = useState(false);
  const cut = !all && beads.length > MOST + 1;
  const shown = cut ? beads.filter((bead, index) => index < MOST || bead.key === chosen) : beads;
  return (
    <>
      {shown.map((bead, index) => (
        <BeadChip
          key={bead.key}
          bead={bead}
          chosen={bead.key === chosen}
          tabStop={bead.key === tabStop}
          withValue={valued && index === 0}
          onPress={onPress}
        />
      ))}
      {beads.length > MOST + 1 && (
        <button type="button" className="more" onClick={() => setAll(!all)}>
          {cut ? sayCount('diagram.more', beads.length - shown.length) : say('diagram.fewer')}
        </button>
      )}
    </>
  );
}
