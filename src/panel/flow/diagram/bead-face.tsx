import type { Basis } from '../../../analysis/story/bead';
import { say } from '../../../words/catalogue';
import { Icon } from '../../shared/parts/icon';
import { VisibleText } from '../../shared/parts/visible-text';
import type { ShownVerdict } from '../../shared/presentation/bead-words';
import { BASIS_STYLE, VERDICT_STYLE } from '../../shared/presentation/verdict-style';

interface BeadFaceProps {
  readonly name: string;
  readonly verdict: ShownVerdict;
  readonly evidence: Basis;
  /** A masked value; empty = none is shown. */
  readonly value?: string;
}

/** Class names of a bead: its tint says what happened, its outline how that is known. */
export const beadClass = (verdict: ShownVerdict, evidence: Basis): string => `bead ${verdict} ${evidence}`;

/** What stands inside a bead. On the wire of a request the cookies were sent, which needs no sign. */
export function BeadFace({ name, verdict, evidence, value = '' }: BeadFaceProps) {
  const isOnRequest = verdict === 'sent' || verdict === 'withheld';
  return (
    <>
      {verdict !== 'sent' && <Icon name={VERDICT_STYLE[verdict].icon} size={12} />}
      <span className="name">
        <VisibleText text={name} />
      </span>
      {value !== '' && (
        <span className="value" aria-hidden="true">
          {value}
        </span>
      )}
      {!isOnRequest && (
        <span className="verdict" aria-hidden="true">
          {say(`verdict.${verdict}`)}
        </span>
      )}
      {evidence !== 'observed' && (
        <span className="ground">
          <Icon name={BASIS_STYLE[evidence].icon} size={11} />
        </span>
      )}
    </>
  );
}
