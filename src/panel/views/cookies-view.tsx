import '../../words/all-words';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { type Instant, instant } from '../../analysis/engine/base/units';
import { type CookieKey, cookieKey } from '../../analysis/session/cookies/cookie-key';
import { say } from '../../words/catalogue';
import type { AnalysisResult } from '../analysis-scheduler/analyze';
import { fittingColumns, SHOWN_SHORT } from '../cookies/columns';
import { CookieDetail } from '../cookies/cookie-detail';
import { isIn, matchesWords } from '../cookies/cookie-filter';
import { CookieFilterBar } from '../cookies/cookie-filter-bar';
import { asCookie, type CookieRow, cookieRows } from '../cookies/cookie-row';
import { CookieTable, type TableAct } from '../cookies/cookie-table';
import { EditMenu } from '../cookies/edit-menu';
import { emptyDraft } from '../cookies/editor/cookie-draft';
import { CookieForm } from '../cookies/editor/cookie-form';
import { EditNote, UNDO_PLACE } from '../cookies/editor/edit-note';
import { useEditing } from '../cookies/editor/use-editing';
import { groupedRows } from '../cookies/grouped-rows';
import type { DiffMark } from '../cookies/jar-difference';
import { SelectionBar } from '../cookies/selection-bar';
import { isMoment, timeTravel } from '../cookies/time-travel';
import { TravelBar } from '../cookies/travel-bar';
import { useLayout, useViewport } from '../layout/layout';
import { TwoPanes } from '../layout/two-panes';
import { SessionNote } from '../links/session-note';
import type { RowGridHandle } from '../shared/parts/row-grid';
import { showInFlow } from '../state/navigation-history';
import { useIsLive, usePanel, useRecorded } from '../state/panel-context';
import { useTable } from '../state/table-choices';
import { useTravel } from '../state/travel-choices';
import { useAnalysis } from '../state/use-analysis';
import { useTimeOrigin } from '../state/use-time-origin';
import { AnalysisNote } from '../states/analysis-note';

/** The jar of the tab as a table, one cookie's life beside it, and both at any recorded moment. */
export function CookiesView() {
  const analysis = useAnalysis();
  switch (analysis.kind) {
    case 'done':
      return <Jar result={analysis.result} />;
    case 'no-page':
      return <Jar result={null} />;
    default:
      // Without the analysis a row could not say how often its cookie was sent, nor what is wrong with it.
      return <AnalysisNote state={analysis.kind} />;
  }
}

function Jar({ result }: { readonly result: AnalysisResult | null }) {
  const recorded = useRecorded();
  const table = useTable();
  const origin = useTimeOrigin();
  const viewport = useViewport();
  const layout = useLayout();
  const list = useRef<RowGridHandle>(null);
  const detail = useRef<HTMLDivElement>(null);
  const { at: moment, against, travelTo } = useTravel();

  // `result` is new whenever the recording has changed and has been analyzed again.
  const now = useMemo(() => cookieRows(recorded.replay, result), [recorded.replay, result]);
  const moments = useMemo(() => (moment === null ? [] : recorded.rows.filter(isMoment)), [recorded, moment]);
  const travelled = useMemo(
    () => (moment === null ? null : timeTravel(recorded.replay, moments, { at: moment, against, now })),
    [recorded.replay, moments, moment, against, now],
  );

  const rows = travelled?.rows ?? now;
  const { filter, facet, grouping, sorting, closed } = table;
  const shown = useMemo(() => rows.filter((row) => isIn(row, facet) && matchesWords(row, filter)), [rows, facet, filter]);
  const site = result?.site ?? null;
  const lines = useMemo(() => groupedRows(shown, { grouping, sorting, closed, site }), [shown, grouping, sorting, closed, site]);
  const chosen = rows.find((row) => row.key === table.cookie) ?? null;
  const short = layout === 'right' || (layout === 'bottom' && chosen !== null);
  const columns = short ? SHOWN_SHORT : fittingColumns(table.shown, table.widths, viewport.width - SCROLLBAR);

  const { actions } = usePanel();
  const editing = useEditing();
  const isLive = useIsLive();
  const isEditable = isLive && moment === null;

  const picked = table.picked.size === 0 ? [] : shown.filter((row) => isInJar(row) && table.picked.has(row.key));
  const act = (what: TableAct): boolean => {
    if (!isEditable) return false;
    if (what === 'undo') {
      document.querySelector<HTMLElement>(`#${UNDO_PLACE} button`)?.click();
      return true;
    }
    const meant = picked.length > 0 ? picked : [chosen].filter((row) => row !== null).filter(isInJar);
    const [first] = meant;
    if (what === 'delete') editing.remove(meant.map(asCookie));
    else if (first !== undefined) editing.of(asCookie(first), 'duplicate');
    return meant.length > 0;
  };

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
          leftOut={table.shown.filter((id) => !columns.includes(id))}
          travelling={moment !== null}
          onTravel={() => travelTo(moment === null ? (recorded.rows.findLast(isMoment)?.id ?? null) : null)}
        >
          {isEditable && (
            <EditMenu
              shown={shown.filter(isInJar).map(asCookie)}
              rows={now}
              site={site}
              onDelete={editing.remove}
              onAdd={() => editing.begin({ before: null, draft: emptyDraft(result?.site ?? '', true) })}
            />
          )}
        </CookieFilterBar>
        {result && <SessionNote result={result} />}
        {moment !== null && <TravelBar moments={moments} origin={origin} marks={travelled?.marks ?? NO_MARKS} />}
      </div>
      <TwoPanes
        name="cookies"
        first={
          <div className="table-and-bars">
            <CookieTable
              ref={list}
              lines={lines}
              columns={columns}
              now={travelled?.at.at ?? (isLive ? null : recorded.rows.at(-1)?.at) ?? thisSecond()}
              marks={travelled?.marks ?? NO_MARKS}
              edited={editing.open?.before ? cookieKey(editing.open.before) : null}
              onAct={act}
              onEnter={() => detail.current?.querySelector<HTMLElement>('button')?.focus()}
            />
            {/* Under the table: over it they would move the rows away from under the pointer. */}
            <SelectionBar
              rows={picked}
              onProtect={() => actions.protect(picked.map(asCookie))}
              onDelete={isEditable ? () => editing.remove(picked.map(asCookie)) : null}
            />
            {isLive && <EditNote onAgain={editing.begin} />}
          </div>
        }
        second={
          editing.open ? (
            <CookieForm
              key={JSON.stringify(editing.open.draft)}
              {...editing.open}
              isOutdated={editing.isOutdated}
              onSave={editing.save}
              onCancel={editing.cancel}
            />
          ) : (
            chosen && (
              // biome-ignore lint/a11y/noStaticElementInteractions: Escape leads back from anywhere inside.
              <div ref={detail} className="detail-slot" onKeyDown={leave}>
                <CookieDetail
                  key={chosen.key}
                  row={chosen}
                  onClose={() => table.set({ cookie: null })}
                  onShow={showInFlow}
                  onEdit={isEditable ? (what) => editing.of(asCookie(chosen), what) : null}
                  onDelete={() => editing.remove([asCookie(chosen)])}
                />
              </div>
            )
          )
        }
        label={say('cookies.resize')}
        labelBeside={say('cookies.resize-beside')}
      />
    </div>
  );
}

/** Pixels that the bar of a long table may take. */
const SCROLLBAR = 16;

const isInJar = ({ status }: CookieRow): boolean => status === 'in-jar';

/** To the second, so that rows stay as they are while one moves among them. */
const thisSecond = (): Instant => instant(Math.floor(Date.now() / 1000) * 1000);

const NO_MARKS: ReadonlyMap<CookieKey, DiffMark> = new Map();
