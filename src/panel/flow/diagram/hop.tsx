import { say, sayCount } from '../../../words/catalogue';
import { VisibleText } from '../../shared/parts/visible-text';
import type { DrawnBead } from '../../shared/presentation/bead-words';
import { SchemeTag } from '../../shared/presentation/scheme-tag';
import type { DrawnHop } from './hop-words';
import { NearMisses } from './near-misses';
import { type BeadChoice, BeadRow, Wire } from './wire';

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
        {hop.scheme !== null && <SchemeTag scheme={hop.scheme} />}
        <code className="ellipsis" title={hop.path} data-part="path">
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
      <Wire
        direction="request"
        beads={hop.sent}
        caption={requestCaption(hop)}
        answered={hop.transmission === 'observed' || hop.transmission === 'uncertain'}
        {...choice}
      />
      {inReasons(hop.withheld).map((held) => (
        <div key={held.chip} className="held">
          <span className="held-caption tone-warn">{say('diagram.withheld')}</span>
          <BeadRow beads={held.beads} {...choice} />
          <span className="why">{held.chip}</span>
        </div>
      ))}
      <NearMisses exchange={hop.id} />
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
      <Wire
        direction="response"
        beads={hop.set}
        caption={hop.set.length === 0 ? say('diagram.none-set') : sayCount('diagram.set', hop.set.length)}
        answered={hop.answer.arrived}
        {...choice}
      />
    </li>
  );
}

/** What stands on the wire of a request beside its cookies. */
function requestCaption({ sent, preflight, transmission }: DrawnHop): string {
  if (transmission === 'none') return say('diagram.nothing-sent');
  if (transmission === 'preloaded') return say('diagram.preloaded');
  if (transmission === 'retried') return say('diagram.retried');
  if (transmission === 'unseen') return say('diagram.unseen');
  if (preflight && sent.length === 0) return say('diagram.preflight-carries-none');
  if (transmission === 'uncertain')
    return sent.length === 0 ? say('diagram.none-uncertain') : sayCount('diagram.uncertain', sent.length);
  return sent.length === 0 ? say('diagram.none-sent') : sayCount('diagram.sent', sent.length);
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
