import { useState } from 'react';
import { text } from '../../analysis/engine/base/bytes';
import type { CookieLifeline, LifeEvent, Tick } from '../../analysis/story/lifeline';
import { say, sayCount } from '../../words/catalogue';
import { listText } from '../../words/format';
import { LinkButton } from '../shared/parts/button';
import { Icon } from '../shared/parts/icon';
import { visibleString } from '../shared/parts/visible';
import { EvidenceTag } from '../shared/presentation/evidence-tag';
import { beadValue } from '../shared/presentation/mask';
import { dateText, type TimeOrigin, timeText } from '../shared/presentation/time';
import { VERDICT_STYLE } from '../shared/presentation/verdict-style';
import { type LifeScale, lifeScale } from './life-scale';

interface LifelineChartProps {
  readonly life: CookieLifeline;
  readonly origin: TimeOrigin;
  readonly revealed: boolean;
  /** What a row is called, such as "POST /login"; null = by no request. */
  readonly nameOf: (row: string) => string | null;
  readonly onShow: (row: string, bead: string) => void;
}

/** What was done to the cookie and which requests carried it, along the recording's time. */
export function LifelineChart({ life, origin, revealed, nameOf, onShow }: LifelineChartProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const lives = life.values.at(-1)?.to === null;
  const scale = lifeScale(life.from, life.to, lives);
  const event = life.events.find(({ bead }) => bead === chosen) ?? life.events.at(-1);
  return (
    <section className="lifeline" aria-label={say('life.label')}>
      <div className="life-axis" aria-hidden="true">
        {scale.ticks.map((tick) => (
          <span key={tick.ms} style={{ left: `${tick.at}%` }}>
            {withoutTenths(timeText(life.from + tick.ms, origin))}
          </span>
        ))}
        <span className={lives ? 'now' : 'now last'} style={{ left: `${scale.now}%` }}>
          {say('life.now', { time: withoutTenths(timeText(life.to, origin)) })}
        </span>
        {lives && life.expires !== null && <span className="later">{dateText(life.expires)}</span>}
      </div>
      <div className="life-lanes">
        {life.gaps.map((gap) => (
          <div
            key={gap.from}
            className="life-gap"
            title={say('life.not-recorded')}
            style={{ left: `${scale.at(gap.from)}%`, width: `${scale.at(gap.to) - scale.at(gap.from)}%` }}
          />
        ))}
        <div className="life-now" style={{ left: `${scale.now}%` }} />
        <ValueLane
          life={life}
          origin={origin}
          scale={scale}
          revealed={revealed}
          chosen={event?.bead ?? null}
          onChoose={setChosen}
        />
        <TickLane kind="sent" ticks={life.sent} scale={scale} nameOf={nameOf} onShow={onShow} />
        <TickLane kind="withheld" ticks={life.withheld} scale={scale} nameOf={nameOf} onShow={onShow} />
      </div>
      {event && <EventLine event={event} origin={origin} who={whoOf(event, nameOf)} onShow={onShow} />}
    </section>
  );
}

interface ValueLaneProps {
  readonly life: CookieLifeline;
  readonly origin: TimeOrigin;
  readonly scale: LifeScale;
  readonly revealed: boolean;
  readonly chosen: string | null;
  readonly onChoose: (bead: string) => void;
}

function ValueLane({ life, origin, scale, revealed, chosen, onChoose }: ValueLaneProps) {
  const lives = life.values.at(-1)?.to === null;
  return (
    <div className="life-lane">
      <span className="lane-label">{say('life.value')}</span>
      {life.values.map((span, index) => {
        const left = scale.at(span.from);
        const right = span.to === null ? scale.now : scale.at(span.to);
        const shown = revealed ? visibleString(text(span.value)) : beadValue(span.value);
        return (
          <div
            key={span.from}
            className={index % 2 ? 'life-value odd' : 'life-value'}
            style={{ left: `${left}%`, width: `${Math.max(0.3, right - left)}%` }}
            title={shown}
          >
            {span.wasThere ? `${shown} · ${say('life.was-there')}` : shown}
          </div>
        );
      })}
      {lives && (
        <div
          className="life-value later"
          style={{ left: `${scale.now}%`, right: 0 }}
          title={say(life.expires === null ? 'life.session-end' : 'life.not-to-scale')}
        >
          {say(life.expires === null ? 'life.session' : 'life.still-valid')}
        </div>
      )}
      {life.events.map((event) => (
        <button
          key={event.bead}
          type="button"
          className={`life-event tone-${VERDICT_STYLE[event.kind].tone} ${event.evidence}`}
          style={{ left: `${scale.at(event.at)}%` }}
          aria-pressed={event.bead === chosen}
          aria-label={`${timeText(event.at, origin)} ${say(`verdict.${event.kind}`)}`}
          onClick={() => onChoose(event.bead)}
        >
          <Icon name={VERDICT_STYLE[event.kind].icon} size={12} />
        </button>
      ))}
    </div>
  );
}

const withoutTenths = (time: string): string => time.replace(/\.\d$/, '');

interface TickLaneProps {
  readonly kind: 'sent' | 'withheld';
  readonly ticks: readonly Tick[];
  readonly scale: LifeScale;
  readonly nameOf: (row: string) => string | null;
  readonly onShow: (row: string, bead: string) => void;
}

/** So many marks at most: more would be closer than a pixel. */
const MOST = 400;

function TickLane({ kind, ticks, scale, nameOf, onShow }: TickLaneProps) {
  const every = Math.ceil(ticks.length / MOST);
  return (
    <div className="life-lane">
      <span className="lane-label">{say(`life.${kind}`, { count: ticks.length })}</span>
      {ticks
        .filter((_, index) => index % every === 0)
        .map((tick) => (
          <button
            key={tick.bead}
            type="button"
            tabIndex={-1}
            className={`life-tick ${kind}`}
            data-tick={kind}
            style={{ left: `${scale.at(tick.at)}%` }}
            title={nameOf(tick.row) ?? ''}
            aria-label={nameOf(tick.row) ?? ''}
            onClick={() => onShow(tick.row, tick.bead)}
          />
        ))}
    </div>
  );
}

function whoOf(event: LifeEvent, nameOf: (row: string) => string | null): string {
  return event.by === 'response' ? (nameOf(event.row) ?? '') : say(`life.by-${event.by}`);
}

interface EventLineProps {
  readonly event: LifeEvent;
  readonly origin: TimeOrigin;
  readonly who: string;
  readonly onShow: (row: string, bead: string) => void;
}

function EventLine({ event, origin, who, onShow }: EventLineProps) {
  const style = VERDICT_STYLE[event.kind];
  return (
    <p className="life-caption">
      <span className={`tone-${style.tone}`}>
        <Icon name={style.icon} size={13} />
      </span>
      <span>
        {say('life.event', { time: timeText(event.at, origin), verdict: say(`verdict.${event.kind}`), who: visibleString(who) })}
      </span>
      <EvidenceTag evidence={event.evidence} />
      <LinkButton onPress={() => onShow(event.row, event.bead)}>{say('life.show')}</LinkButton>
    </p>
  );
}

/** A sentence of the cookie's life: set by whom, how often sent. */
export function lifeWords(life: CookieLifeline, nameOf: (row: string) => string | null): string {
  const first = life.events.find(({ kind }) => kind === 'stored' || kind === 'replaced');
  return listText([
    ...(first ? [say('life.first', { who: whoOf(first, nameOf) })] : []),
    sayCount('life.sent-times', life.sent.length),
    ...(life.withheld.length > 0 ? [sayCount('life.withheld-times', life.withheld.length)] : []),
  ]);
}
