import { type KeyboardEvent, type Ref, useEffect, useRef } from 'react';
import { say } from '../../words/catalogue';
import { Icon } from '../parts/icon';
import { VisibleText } from '../parts/visible-text';
import { HopRows } from './hop';
import type { DrawnHop, DrawnSequence } from './hop-words';

interface SequenceProps {
  readonly sequence: DrawnSequence;
  /** Id of the row that was chosen: its hop is scrolled into view. */
  readonly hop: string;
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
  /** Enter on a bead: on to the explanation. */
  readonly onEnter: () => void;
  readonly onEscape: () => void;
  readonly ref?: Ref<HTMLElement>;
}

/** Lifelines with the wires between them. The left and right arrows walk the beads in wire order. */
export function Sequence({ sequence, hop, chosen, onChoose, onEnter, onEscape, ref }: SequenceProps) {
  const scroller = useRef<HTMLElement>(null);
  const beads = sequence.hops.flatMap(beadsInOrder);
  const tabStop = beads.some((bead) => bead.key === chosen) ? chosen : (beads[0]?.key ?? null);
  useHopInView(scroller, hop);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      return onEscape();
    }
    const focused = (event.target as HTMLElement).dataset.bead;
    if (focused === undefined) return;
    const at = beads.findIndex((bead) => bead.key === focused);
    if (event.key === 'Enter') {
      event.preventDefault();
      const bead = beads[at];
      if (bead) onChoose(bead.key);
      return onEnter();
    }
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: beads.length - 1 }[
      event.key
    ];
    const next = to === undefined ? undefined : beads[to];
    if (to === undefined) return;
    event.preventDefault();
    if (!next) return;
    onChoose(next.key);
    requestAnimationFrame(() => focusBead(scroller.current, next.key));
  };

  return (
    <section
      ref={(element) => {
        scroller.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref) ref.current = element;
      }}
      className={`sequence servers-${sequence.servers.length}`}
      aria-label={say('diagram.label')}
      onKeyDown={onKeyDown}
    >
      <div className="heads">
        <span className="head left">
          <Icon name="window" size={13} />
          {say('diagram.browser')}
        </span>
        {sequence.servers.map((server) => (
          <span key={server.host} className={`head ${server.lane}`}>
            <Icon name={server.thirdParty ? 'elsewhere' : 'server'} size={13} />
            <VisibleText text={server.host} />
          </span>
        ))}
      </div>
      <ol className="hops">
        <li className="lifelines" aria-hidden="true">
          <i className="left" />
          {sequence.servers.map((server) => (
            <i key={server.host} className={server.lane} />
          ))}
        </li>
        {sequence.hops.map((each) => (
          <HopRows
            key={each.id}
            hop={each}
            numbered={sequence.hops.length > 1}
            withHost={sequence.merged}
            chosen={chosen}
            tabStop={tabStop}
            onPress={(key) => onChoose(key === chosen ? null : key)}
          />
        ))}
      </ol>
    </section>
  );
}

const beadsInOrder = (hop: DrawnHop) => [...hop.sent, ...hop.withheld, ...hop.set];

/** Gives the focus to a bead; false if it is not drawn. */
export function focusBead(within: HTMLElement | null, key: string): boolean {
  const bead = within?.querySelector<HTMLElement>(`[data-bead="${CSS.escape(key)}"]`);
  bead?.focus();
  return bead !== null && bead !== undefined;
}

function useHopInView(scroller: { readonly current: HTMLElement | null }, hop: string): void {
  useEffect(() => {
    const element = scroller.current;
    const row = element?.querySelector<HTMLElement>(`[data-hop="${CSS.escape(hop)}"]`);
    if (!element || !row) return;
    const top = row.offsetTop - 30;
    if (top < element.scrollTop || row.offsetTop + row.offsetHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top;
  }, [scroller, hop]);
}
