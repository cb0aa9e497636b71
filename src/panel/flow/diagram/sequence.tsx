import { type KeyboardEvent, type Ref, useEffect, useRef } from 'react';
import { say } from '../../../words/catalogue';
import { Icon } from '../../shared/parts/icon';
import { VisibleText } from '../../shared/parts/visible-text';
import { HopRows } from './hop';
import type { DrawnHop, DrawnSequence, DrawnServer } from './hop-words';
import { type Stop, stopAfter, stopsOf } from './stops';

interface SequenceProps {
  /** What it is called where there are several. */
  readonly label?: string;
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

/** Lifelines with the wires between them. The arrows walk the beads in wire order. */
export function Sequence({
  label = say('diagram.label'),
  sequence,
  hop,
  chosen,
  onChoose,
  onEnter,
  onEscape,
  ref,
}: SequenceProps) {
  const scroller = useRef<HTMLElement>(null);
  const beads = sequence.hops.flatMap(beadsInOrder);
  const tabStop = beads.some((bead) => bead.key === chosen) ? chosen : (beads[0]?.key ?? null);
  useHopInView(scroller, hop);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      return onEscape();
    }
    const from = stopOf(event.target as HTMLElement);
    if (from === null) return;
    if (event.key === 'Enter' && from.kind === 'bead') {
      event.preventDefault();
      onChoose(from.key);
      return onEnter();
    }
    const next = stopAfter(stopsOf(sequence.hops, hopsWithNearMisses(scroller.current)), from, event.key);
    if (next === undefined) return;
    event.preventDefault();
    if (next === null) return;
    if (next.kind === 'near-misses') return focusNearMisses(scroller.current, next.hop);
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
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      <div className="heads">
        <span className="head left" data-lifeline="browser">
          <Icon name="window" size={13} />
          {say('diagram.browser')}
        </span>
        {sequence.servers.map((server) => (
          <span key={server.host} className={`head ${server.lane}`} data-lifeline={server.host}>
            <Icon name={server.thirdParty ? 'elsewhere' : server.scheme === 'https' ? 'lock' : 'server'} size={13} />
            <span className="ellipsis" title={addressOf(server)}>
              <VisibleText text={addressOf(server)} />
            </span>
          </span>
        ))}
      </div>
      <ol className="hops">
        <li className="lifelines" aria-hidden="true">
          <i className="left" data-line="browser" />
          {sequence.servers.map((server) => (
            <i key={server.host} className={server.lane} data-line={server.host} />
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

/** Scheme and host; the host alone where several schemes meet. */
const addressOf = ({ scheme, host }: DrawnServer): string => (scheme ? `${scheme}://${host}` : host);

const beadsInOrder = (hop: DrawnHop) => [...hop.sent, ...hop.withheld, ...hop.set];

function stopOf({ dataset }: HTMLElement): Stop | null {
  if (dataset.bead !== undefined) return { kind: 'bead', key: dataset.bead };
  return dataset.nearMissesOf === undefined ? null : { kind: 'near-misses', hop: dataset.nearMissesOf };
}

function hopsWithNearMisses(within: HTMLElement | null): ReadonlySet<string> {
  const found = within?.querySelectorAll<HTMLElement>('[data-near-misses-of]') ?? [];
  return new Set([...found].map(({ dataset }) => dataset.nearMissesOf ?? ''));
}

function focusNearMisses(within: HTMLElement | null, hop: string): void {
  within?.querySelector<HTMLElement>(`[data-near-misses-of="${CSS.escape(hop)}"]`)?.focus();
}

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
