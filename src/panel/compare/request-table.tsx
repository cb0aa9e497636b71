import { useState } from 'react';
import type { ComparedRow } from '../../analysis/compare/compare';
import { instant } from '../../analysis/engine/base/units';
import { say, sayCount } from '../../words/catalogue';
import { LinkButton } from '../shared/parts/button';
import { timeText } from '../shared/presentation/time';
import type { ComparedPanels } from '../state/opened';
import { differenceWords, placeText, type Side } from './compare-words';
import { openRequest } from './open-side';
import { type Section, sectionsOf } from './sections';

/** So many rows are drawn before the reader asks for more. */
const FIRST_ROWS = 200;

interface RequestTableProps {
  readonly rows: readonly ComparedRow[];
  readonly panels: ComparedPanels;
}

/** Requests in the middle, what each recording did at its side; runs without a difference are one line. */
export function RequestTable({ rows, panels }: RequestTableProps) {
  const [most, setMost] = useState(FIRST_ROWS);
  const sections = sectionsOf(rows);
  const left = sections.length - most;
  return (
    <section className="sheet-group" aria-label={say('compare.requests')}>
      <h3>{say('compare.requests')}</h3>
      <table className="compared-table">
        <thead>
          <tr>
            <th scope="col">{say('compare.side.a')}</th>
            <th scope="col">{say('compare.request')}</th>
            <th scope="col">{say('compare.side.b')}</th>
          </tr>
        </thead>
        <tbody>
          {sections.slice(0, most).map((section) => (
            <SectionRows key={section.index} section={section} panels={panels} />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <p>
          <LinkButton onPress={() => setMost(most * 5)}>{sayCount('compare.more', left)}</LinkButton>
        </p>
      )}
    </section>
  );
}

function SectionRows({ section, panels }: { readonly section: Section; readonly panels: ComparedPanels }) {
  const [isOpen, setOpen] = useState(false);
  if (section.kind === 'row') return <RequestRow row={section.row} panels={panels} />;
  return (
    <>
      <tr className="alike">
        <td colSpan={3}>
          <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {sayCount(`compare.${section.kind}`, section.rows.length)}
          </button>
        </td>
      </tr>
      {isOpen && section.rows.map((row) => <RequestRow key={row.a?.id ?? row.b?.id} row={row} panels={panels} />)}
    </>
  );
}

function RequestRow({ row, panels }: { readonly row: ComparedRow; readonly panels: ComparedPanels }) {
  const shown = row.a ?? row.b;
  if (shown === null) return null;
  const differs = row.differences.length > 0 ? '' : undefined;
  const cell = (side: Side) => <SideCell side={side} row={row} panels={panels} />;
  return (
    <tr data-difference={differs} tabIndex={differs === undefined ? undefined : -1}>
      {cell('a')}
      <td className="compared-request">
        <code>
          {shown.sent.method} {placeText(shown.url)}
        </code>
      </td>
      {cell('b')}
    </tr>
  );
}

interface SideCellProps {
  readonly side: Side;
  readonly row: ComparedRow;
  readonly panels: ComparedPanels;
}

function SideCell({ side, row, panels }: SideCellProps) {
  const exchange = row[side];
  if (exchange === null)
    return (
      <td className="nobody" data-side={side}>
        {say('compare.not-in', { side: side.toUpperCase() })}
      </td>
    );
  const panel = panels[side];
  const origin = instant(panel.recording.recorded.start);
  return (
    <td className={row.differences.length > 0 ? `differs ${side}` : undefined} data-side={side}>
      {row.differences.map((difference, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: differences of a row stay in their order.
        <p key={index}>{differenceWords(difference, row)[side]}</p>
      ))}
      <button
        type="button"
        className="link"
        data-open={side}
        title={say('compare.show-in', { side: side.toUpperCase() })}
        onClick={() => openRequest(panel, exchange.id)}
      >
        {timeText(exchange.at, origin)}
        <span className="visually-hidden"> {say('compare.show-in', { side: side.toUpperCase() })}</span>
      </button>
    </td>
  );
}
