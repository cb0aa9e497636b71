import { useMemo } from 'react';
import type { Incident } from '../../analysis/incidents/incidents';
import { say, sayCount } from '../../words/catalogue';
import { BeadRow, Wire } from '../flow/diagram/wire';
import { LinkButton } from '../shared/parts/button';
import { Icon } from '../shared/parts/icon';
import { VisibleText } from '../shared/parts/visible-text';
import { SentenceText } from '../shared/presentation/sentence-text';
import { timeText } from '../shared/presentation/time';
import { showInFlow } from '../state/navigation-history';
import { useRecorded } from '../state/panel-context';
import { useTimeOrigin } from '../state/use-time-origin';
import { type DrawnStation, drawnStations, hostsOf } from './incident-stations';

/** The stations from the cookie to what went wrong, on the wires of Flow; each, and each bead, leads to its row there. */
export function IncidentChain({ incident }: { readonly incident: Incident }) {
  const origin = useTimeOrigin();
  const { replay } = useRecorded();
  const stations = useMemo(() => drawnStations(incident, replay, origin), [incident, replay, origin]);
  const hosts = hostsOf(stations);
  const [host] = hosts;
  return (
    <div className="sequence servers-1 incident-chain">
      <div className="heads">
        <span className="head left">
          <Icon name="window" size={13} />
          {say('diagram.browser')}
        </span>
        {host !== undefined && (
          <span className="head right">
            <Icon name="server" size={13} />
            <span className="ellipsis">
              {hosts.length > 1 ? sayCount('diagram.servers', hosts.length) : <VisibleText text={host} />}
            </span>
          </span>
        )}
      </div>
      <ol className="hops" data-testid="chain">
        {stations.map((drawn, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: stations of one incident stay in their order.
          <StationRow key={index} drawn={drawn} number={index + 1} withHost={hosts.length > 1} />
        ))}
      </ol>
    </div>
  );
}

interface StationRowProps {
  readonly drawn: DrawnStation;
  readonly number: number;
  readonly withHost: boolean;
}

function StationRow({ drawn, number, withHost }: StationRowProps) {
  const { station, hop } = drawn;
  const { part, row, bead, at, text } = station;
  const origin = useTimeOrigin();
  return (
    <li className={`hop to-right ${part}`} data-part={part}>
      <span className="hop-number">{number}</span>
      <div className="label">
        <b>{say(`incident.part.${part}`)}</b>
        <span className="ellipsis">
          <SentenceText sentence={text} />
        </span>
        {withHost && hop !== null && (
          <span className="tone-quiet ellipsis">
            <VisibleText text={hop.host} />
          </span>
        )}
        <span className="spread" />
        <code className="tone-faint">{timeText(at, origin)}</code>
        <LinkButton onPress={() => showInFlow(row, bead)}>{say('view.flow')}</LinkButton>
      </div>
      <StationWire drawn={drawn} />
    </li>
  );
}

/** The wire of a station, with the beads of the incident's cookie. */
function StationWire({ drawn: { station, way, hop, beads, withheld } }: { readonly drawn: DrawnStation }) {
  const choice = { chosen: station.bead, tabStop: null, onPress: (key: string) => showInFlow(station.row, key) };
  if (way === 'none') return <p className="under-wire">{say('incident.row-gone')}</p>;
  if (way === 'write' || hop === null) return <Wire direction="write" beads={beads} {...choice} />;
  if (way === 'response')
    return (
      <>
        <div className="label answer">
          <b className={`ellipsis tone-${hop.answer.tone}`} data-words="standard">
            <VisibleText text={hop.answer.status} />
          </b>
          <span className="tone-quiet ellipsis">
            <VisibleText text={hop.answer.rest} />
          </span>
        </div>
        <Wire
          direction="response"
          beads={beads}
          caption={hop.set.length === 0 ? say('diagram.none-set') : sayCount('diagram.set', hop.set.length)}
          answered={hop.answer.arrived}
          {...choice}
        />
      </>
    );
  return (
    <>
      <Wire
        direction="request"
        beads={beads}
        caption={hop.sent.length === 0 ? say('diagram.none-sent') : sayCount('diagram.sent', hop.sent.length)}
        {...choice}
      />
      {withheld.map((bead) => (
        <div key={bead.key} className="held">
          <span className="held-caption tone-warn">{say('diagram.withheld')}</span>
          <BeadRow beads={[bead]} {...choice} />
          <span className="why">{bead.chip}</span>
        </div>
      ))}
    </>
  );
}
