import { type MouseEvent, memo } from 'react';
import type { Instant } from '../../analysis/engine/base/units';
import { say } from '../../words/catalogue';
import { Icon } from '../shared/parts/icon';
import { VisibleText } from '../shared/parts/visible-text';
import { GradeMark } from '../shared/presentation/grade-mark';
import type { ColumnId } from '../state/cookie-columns';
import { type Cell, cellFault, cellWords, editingCell } from './cell-words';
import { COLUMN } from './columns';
import type { CookieRow } from './cookie-row';
import type { TableLine } from './grouped-rows';
import type { DiffMark } from './jar-difference';
import type { PickMode } from './picked';

interface CookieTableRowProps {
  readonly row: CookieRow;
  readonly shown: readonly ColumnId[];
  readonly id: string;
  readonly index: number;
  readonly selected: boolean;
  /** It is one of several that are selected together. */
  readonly picked: boolean;
  readonly now: Instant;
  readonly revealed: boolean;
  /** How it differs from another moment; null = it does not, or none is compared. */
  readonly mark: DiffMark | null;
  /** The form holds it. */
  readonly edited: boolean;
  /** 2 under the heading of a group. */
  readonly level: 1 | 2;
  readonly onSelect: (key: string, mode: PickMode) => void;
}

/** As in any list: Ctrl or ⌘ adds one, Shift all up to it. */
const modeOf = ({ shiftKey, ctrlKey, metaKey }: MouseEvent): PickMode =>
  shiftKey ? 'range' : ctrlKey || metaKey ? 'toggle' : 'alone';

/** A cookie, 22 px high; the fault is marked in the cell that has it. */
export const CookieTableRow = memo(function CookieTableRow(props: CookieTableRowProps) {
  const { row, shown, id, index, selected, picked, now, revealed, mark, edited, level, onSelect } = props;
  const ghost = row.status !== 'in-jar';
  const className = ['cookie-row', ghost && 'ghost', selected && 'selected', picked && 'picked', mark].filter(Boolean).join(' ');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to the keys.
    <div
      role="row"
      id={id}
      className={className}
      aria-rowindex={index + 2}
      aria-selected={selected || picked}
      aria-level={level}
      data-cookie={row.key}
      onClick={(event) => onSelect(row.key, modeOf(event))}
    >
      {shown.map((column) => (
        <TableCell
          key={column}
          row={row}
          column={column}
          cell={edited && column === 'state' ? editingCell() : cellWords(row, column, now, revealed)}
          mark={column === 'name' ? mark : null}
        />
      ))}
    </div>
  );
});

interface TableCellProps {
  readonly row: CookieRow;
  readonly column: ColumnId;
  readonly cell: Cell;
  readonly mark: DiffMark | null;
}

/** Most cells are plain words. They get no inner elements, since a thousand of them are laid out in one frame. */
function TableCell({ row, column, cell, mark }: TableCellProps) {
  const fault = cellFault(row, column);
  const classes = ['cell', column, COLUMN[column].numeric && 'numeric'];
  if (column === 'grade' && row.grade)
    return (
      <span role="gridcell" className={joined(classes)} data-column={column}>
        <GradeMark letter={row.grade.letter} />
      </span>
    );
  if (!fault && !cell.icon && !mark)
    return (
      <span
        role="gridcell"
        className={joined([...classes, 'words', !surelyFits(cell, column) && 'cut', ...classesOf(cell)])}
        title={cell.title}
        aria-label={cell.label}
        data-column={column}
      >
        <Words cell={cell} />
      </span>
    );
  return (
    <span
      role="gridcell"
      className={joined(classes)}
      title={fault?.title ?? cell.title}
      data-column={column}
      data-words={fault ? 'rule' : undefined}
    >
      {fault ? (
        <span className={`fault ${fault.severity}`} data-fault={fault.severity}>
          <span className={fault.severity === 'error' ? 'tone-bad' : 'tone-warn'} role="img" aria-label={fault.title}>
            <Icon name={fault.severity} size={12} />
          </span>
          <IconAndWords cell={cell} />
        </span>
      ) : (
        <IconAndWords cell={cell} />
      )}
      {mark && (
        <span className="diff-mark" data-mark={mark}>
          {say(`travel.mark.${mark}`)}
        </span>
      )}
    </span>
  );
}

function IconAndWords({ cell }: { readonly cell: Cell }) {
  return (
    <>
      {cell.icon && <Icon name={cell.icon} size={12} />}
      {cell.text !== '' && (
        <span className={joined(['ellipsis', ...classesOf(cell)])}>
          <Words cell={cell} />
        </span>
      )}
    </>
  );
}

function Words({ cell }: { readonly cell: Cell }) {
  return (
    <>
      <VisibleText text={cell.text} />
      {cell.note && <span className="tone-faint"> {cell.note}</span>}
    </>
  );
}

/** Pixels that a letter takes, generously, and the padding of a cell. */
const LETTER = 8;
const PADDING = 12;

/** Whether a cell's words fit however narrow its column is made. */
const surelyFits = ({ text, note = '' }: Cell, column: ColumnId): boolean =>
  (text.length + note.length) * LETTER <= COLUMN[column].minWidth - PADDING;

const classesOf = (cell: Cell): readonly (string | false | undefined)[] => [
  cell.mono && 'mono',
  cell.tone && `tone-${cell.tone}`,
];

const joined = (classes: readonly (string | false | undefined | null)[]): string => classes.filter(Boolean).join(' ');

interface GroupRowProps {
  readonly line: Extract<TableLine, { kind: 'group' }>;
  readonly id: string;
  readonly index: number;
  readonly selected: boolean;
  readonly columns: number;
  readonly onToggle: (id: string, open: boolean) => void;
  readonly onSelect: (id: string) => void;
}

/** The heading of a group; a click closes or opens it. */
export function GroupRow({ line, id, index, selected, columns, onToggle, onSelect }: GroupRowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to the keys.
    <div
      role="row"
      id={id}
      className={selected ? 'cookie-row group selected' : 'cookie-row group'}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-level={1}
      aria-expanded={line.open}
      data-group={line.id}
      onClick={() => {
        onSelect(`group:${line.id}`);
        onToggle(line.id, !line.open);
      }}
    >
      <span role="gridcell" aria-colspan={columns} className="group-words">
        <Icon name={line.open ? 'down2' : 'right'} size={11} />
        <b>
          <VisibleText text={line.label} />
        </b>
        <span className="tone-faint">· {line.note}</span>
      </span>
    </div>
  );
}
