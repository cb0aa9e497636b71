import { type KeyboardEvent, useMemo, useRef } from 'react';
import { type Instant, instant } from '../../analysis/facts/units';
import type { CookieKey } from '../../analysis/session/cookie-key';
import { say } from '../../words/catalogue';
import { useConclusions } from '../conclude/use-conclusions';
import { arranged } from '../cookies/arranged';
import { SHOWN_SHORT } from '../cookies/columns';
import { CookieDetail } from '../cookies/cookie-detail';
import { isIn, matchesWords } from '../cookies/cookie-filter';
import { CookieFilterBar } from '../cookies/cookie-filter-bar';
import { cookieRows } from '../cookies/cookie-row';
import { CookieTable } from '../cookies/cookie-table';
import type { DiffMark } from '../cookies/jar-difference';
import { useTable } from '../cookies/table-choices';
import { isMoment, travel } from '../cookies/travel';
import { TravelBar } from '../cookies/travel-bar';
import { useTravel } from '../cookies/travel-choices';
import { useRecorded } from '../panel-context';
import type { RowGridHandle } from '../parts/row-grid';
import { showInFlow } from '../places';
import { useLayout } from '../shell/layout';
import { TwoPanes } from '../shell/two-panes';
import { useTimeOrigin } from '../shown/use-time-origin';

/** The jar of the tab as a table, one cookie's life beside it, and both at any recorded moment. */
export function CookiesView() {
  const recorded = useRecorded();
  const conclusions = useConclusions();
  const table = useTable();
  const origin = useTimeOrigin();
  const layout = useLayout();
  const list = useRef<RowGridHandle>(null);
  const detail = useRef<HTMLDivElement>(null);
  const { at: moment, against, travelTo } = useTravel();

  // `conclusions` is new whenever the recording has changed and has been looked at again.
  const now = useMemo(() => cookieRows(recorded.replay, conclusions), [recorded.replay, conclusions]);
  const moments = useMemo(() => (moment === null ? [] : recorded.rows.filter(isMoment)), [recorded, moment]);
  const travelled = useMemo(
    () => (moment === null ? null : travel(recorded.replay, moments, { at: moment, against, now })),
    [recorded.replay, moments, moment, against, now],
  );

  const rows = travelled?.rows ?? now;
  const { filter, facet, grouping, sorting, closed } = table;
  const shown = useMemo(() => rows.filter((row) => isIn(row, facet) && matchesWords(row, filter)), [rows, facet, filter]);
  const site = conclusions?.site ?? null;
  const lines = useMemo(() => arranged(shown, { grouping, sorting, closed, site }), [shown, grouping, sorting, closed, site]);
  const chosen = rows.find((row) => row.key === table.cookie) ?? null;
  const short = layout === 'right' || (layout === 'bottom' && chosen !== null);

  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    list.current?.focus();
  };

  return (
    <div className="view">
      <div>
        <CookieFilterBar
          rows={rows}
          shown={shown.length}
          travelling={moment !== null}
          onTravel={() => travelTo(moment === null ? (recorded.rows.findLast(isMoment)?.id ?? null) : null)}
        />
        {moment !== null && <TravelBar moments={moments} origin={origin} marks={travelled?.marks ?? NO_MARKS} />}
      </div>
      <TwoPanes
        name="cookies"
        first={
          <CookieTable
            ref={list}
            lines={lines}
            columns={short ? SHOWN_SHORT : table.shown}
            now={travelled?.at.at ?? thisSecond()}
            marks={travelled?.marks ?? NO_MARKS}
            onEnter={() => detail.current?.querySelector<HTMLElement>('button')?.focus()}
          />
        }
        second={
          chosen && (
            // biome-ignore lint/a11y/noStaticElementInteractions: Escape leads back from anywhere inside.
            <div ref={detail} className="detail-slot" onKeyDown={leave}>
              <CookieDetail key={chosen.key} row={chosen} onClose={() => table.set({ cookie: null })} onShow={showInFlow} />
            </div>
          )
        }
        label={say('cookies.resize')}
        labelBeside={say('cookies.resize-beside')}
      />
    </div>
  );
}

/** To the second, so that rows stay as they are while one moves among them. */
const thisSecond = (): Instant => instant(Math.floor(Date.now() / 1000) * 1000);

const NO_MARKS: ReadonlyMap<CookieKey, DiffMark> = new Map();
