import { say, sayCount } from '../../words/catalogue';
import { listText } from '../../words/format';
import { BeadRow, Wire } from '../flow/diagram/wire';
import { Icon } from '../shared/parts/icon';
import { VisibleText } from '../shared/parts/visible-text';
import { EvidenceTag } from '../shared/presentation/evidence-tag';
import { placeOf } from '../shared/presentation/place';
import { linesOf, type Trial, type TrialPlace, withLines } from '../state/trial';
import type { Tried } from '../state/tried';
import { useTrial } from '../state/use-trial';
import { lineBeadKey, lineOfBead, type WireGroup, wireGroups } from './wire-groups';

/** The response with its lines, and the request that follows with the cookies, on the wires of Flow: once for browsers that agree. */
export function TrialWire({ tried }: { readonly tried: Tried }) {
  const { trial, set } = useTrial();
  const groups = wireGroups(tried, trial.before.length);
  const onPress = (key: string) => {
    const at = lineOfBead(key);
    if (at !== null) set(withLines(trial, linesOf(trial), at));
  };
  return (
    <div className="trial-wires" role="group" aria-label={say('lab.wire')}>
      {groups.map((group) => (
        <section key={group.profiles.join()} data-wire-of={group.profiles.join(' ')}>
          <p>
            <b>{listText(group.profiles.map((profile) => say(`profile.${profile}`)))}</b> <EvidenceTag evidence="predicted" />
          </p>
          <Drawing group={group} trial={trial} hasNext={tried.headers.length > 0} onPress={onPress} />
        </section>
      ))}
    </div>
  );
}

interface DrawingProps {
  readonly group: WireGroup;
  readonly trial: Trial;
  /** Whether a request follows that can be read. */
  readonly hasNext: boolean;
  readonly onPress: (key: string) => void;
}

function Drawing({ group: { set, sent, withheld }, trial, hasNext, onPress }: DrawingProps) {
  const hosts = [...new Set([trial, ...(hasNext && trial.next ? [trial.next] : [])].map(({ url }) => placeOf(url).host))];
  const choice = { chosen: lineBeadKey(trial.before.length), tabStop: null, onPress };
  return (
    <div className="sequence servers-1">
      <div className="heads">
        <span className="head left">
          <Icon name="window" size={13} />
          {say('diagram.browser')}
        </span>
        <span className="head right">
          <Icon name="server" size={13} />
          <span className="ellipsis">
            <VisibleText text={listText(hosts)} />
          </span>
        </span>
      </div>
      <ol className="hops">
        <li className="lifelines" aria-hidden="true">
          <i className="left" />
          <i className="right" />
        </li>
        <li className="hop to-right">
          <Label place={trial} />
          <Wire direction="response" beads={set} caption={sayCount('diagram.set', set.length)} {...choice} />
        </li>
        {hasNext && trial.next && (
          <li className="hop to-right">
            <Label place={trial.next} />
            <Wire
              direction="request"
              beads={sent}
              caption={sent.length === 0 ? say('diagram.none-sent') : sayCount('diagram.sent', sent.length)}
              {...choice}
            />
            {withheld.map((bead) => (
              <div key={bead.key} className="held">
                <span className="held-caption tone-warn">
                  {say(bead.verdict === 'withheld' ? 'diagram.withheld' : 'verdict.unknown')}
                </span>
                <BeadRow beads={[bead]} {...choice} />
                <span className="why">{bead.chip}</span>
              </div>
            ))}
          </li>
        )}
      </ol>
    </div>
  );
}

function Label({ place: { method, url } }: { readonly place: TrialPlace }) {
  return (
    <div className="label">
      <b>{method}</b>
      <code className="ellipsis">
        <VisibleText text={placeOf(url).path} />
      </code>
    </div>
  );
}
