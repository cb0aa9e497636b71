import { say } from '../../words/catalogue';
import { Icon } from '../parts/icon';
import { VisibleText } from '../parts/visible-text';
import type { DrawnBead } from '../shown/bead-words';
import type { DrawnHop } from './hop-words';
import { type BeadChoice, Strung, Wire } from './wire';

interface HopRowsProps extends BeadChoice {
  readonly hop: DrawnHop;
  /** A chain with hops is numbered; a lone request is not. */
  readonly numbered: boolean;
  readonly withHost: boolean;
}

/** A request and its response between the lifelines. */
export function HopRows({ hop, numbered, withHost, ...choice }: HopRowsProps) {
  return (
    <li className={`hop to-${hop.lane}`} data-hop={hop.id}>
      {numbered && <span className="hop-number">{hop.number}</span>}
      <span className="activation" />
      <div className="label">
        <b>{hop.method}</b>
        <code className="ellipsis" title={hop.path}>
          <VisibleText text={hop.path} />
        </code>
        {withHost && (
          <span className="tone-quiet ellipsis">
            <VisibleText text={hop.host} />
          </span>
        )}
        <span className="tone-faint ellipsis notes">{hop.notes}</span>
        <span className="spread" />
        <code className="tone-faint">{hop.time}</code>
      </div>
      <Wire direction="request" beads={hop.sent} unseen={hop.unseen} {...choice} />
      {inReasons(hop.withheld).map((held) => (
        <div key={held.chip} className="held">
          <span className="held-caption tone-warn">
            <Icon name="held" size={13} />
            {say('diagram.withheld')}
          </span>
          <Strung beads={held.beads} {...choice} />
          <span className="why">{held.chip}</span>
        </div>
      ))}
      <div className="label answer">
        <b className={`ellipsis tone-${hop.answer.tone}`} data-words={hop.answer.arrived ? 'standard' : undefined}>
          <VisibleText text={hop.answer.status} />
        </b>
        <span className="tone-quiet ellipsis">
          <VisibleText text={hop.answer.rest} />
        </span>
        <span className="spread" />
        <span className="tone-faint">{hop.answer.took}</span>
      </div>
      <Wire direction="response" beads={hop.set} answered={hop.answer.arrived} {...choice} />
    </li>
  );
}

/** Cookies held back for the same reason hang together. */
function inReasons(beads: readonly DrawnBead[]): readonly { readonly chip: string; readonly beads: readonly DrawnBead[] }[] {
  const groups = new Map<string, DrawnBead[]>();
  for (const bead of beads) {
    const chip = bead.chip ?? '';
    const group = groups.get(chip);
    if (group) group.push(bead);
    else groups.set(chip, [bead]);
  }
  return [...groups].map(([chip, members]) => ({ chip, beads: members }));
}
