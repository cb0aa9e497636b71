import { useState } from 'react';
import { say, sayCount } from '../../words/catalogue';
import { Icon } from '../parts/icon';
import type { DrawnBead } from '../shown/bead-words';
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
  readonly answered?: boolean;
  /** It went out before the recorder looked. */
  readonly unseen?: boolean;
}

/** The line between two lifelines with the beads that sit on it. */
export function Wire({ direction, beads, answered = true, unseen = false, ...choice }: WireProps) {
  const request = direction === 'request';
  const rightward = direction !== 'response';
  return (
    <div className={`wire ${direction}${answered && !unseen ? '' : ' unanswered'}`}>
      <svg className="arrowhead" viewBox="0 0 9 11" aria-hidden="true">
        <path d={rightward ? 'M0 0v11l9-5.500z' : 'M9 0v11L0 5.500z'} />
      </svg>
      {direction !== 'write' && (
        <span className="caption">
          {beads.length === 0 ? (
            say(unseen ? 'diagram.unseen' : request ? 'diagram.none-sent' : 'diagram.none-set')
          ) : (
            <>
              <Icon name={request ? 'up' : 'down'} size={12} />
              <span className="wide-only">{sayCount(request ? 'diagram.sent' : 'diagram.set', beads.length)}</span>
              <span className="narrow-only">{beads.length}</span>
            </>
          )}
        </span>
      )}
      <Strung beads={beads} {...choice} valued={request} />
    </div>
  );
}

/** The beads of one wire, cut at twelve. The chosen one is always among those shown. */
export function Strung({
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
