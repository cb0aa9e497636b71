import { text } from '../../analysis/engine/base/bytes';
import type { Instant } from '../../analysis/engine/base/units';
import { plain } from '../../analysis/rules/engine/sentence';
import type { Severity } from '../../analysis/rules/engine/severity';
import { say, sayCount } from '../../words/catalogue';
import { numberText } from '../../words/format';
import { lengthOf } from '../../words/length';
import type { IconName } from '../shared/parts/icon';
import { isMaskable, maskedHead } from '../shared/presentation/mask';
import { dateText } from '../shared/presentation/time';
import type { ColumnId } from '../state/cookie-columns';
import { markedColumn } from './columns';
import type { CookieRow, Share } from './cookie-row';
import { SHARE_SIGN } from './share-sign';

/** A cell as finished words. */
export interface Cell {
  readonly text: string;
  /** More, in fainter letters. */
  readonly note?: string;
  readonly icon?: IconName;
  readonly tone?: 'quiet' | 'faint' | 'bad' | 'warn' | 'mine';
  readonly mono?: boolean;
  readonly title?: string;
  /** What is read out instead of a sign. */
  readonly label?: string;
}

// Signs are letters: five pictures a row would be most of what a thousand rows cost.
const yes = (title: string): Cell => ({ text: '✓', label: say('attribute.present'), title });
const NO: Cell = { text: '–', tone: 'faint' };

/**
 * @param now the moment from which lifetimes are told
 * @param revealed whether this cookie's value may be shown whole
 */
export function cellWords(row: CookieRow, column: ColumnId, now: Instant, revealed: boolean): Cell {
  switch (column) {
    case 'name':
      return { text: row.name, mono: true };
    case 'state':
      return stateCell(row, now);
    case 'value':
      return valueCell(row, revealed);
    case 'domain':
      return row.hostOnly ? { text: row.domain, note: say('cookies.host-only') } : { text: `.${row.domain}` };
    case 'path':
      return { text: row.path, mono: true };
    case 'expires':
      return expiresCell(row, now);
    case 'size':
      return { text: String(row.size) };
    case 'secure':
      return row.secure ? yes(say('attribute.present')) : NO;
    case 'httponly':
      return row.httpOnly ? yes(say('attribute.present')) : NO;
    case 'samesite':
      return row.sameSite === 'absent'
        ? { text: say('cookies.not-set'), tone: 'quiet' }
        : { text: say(`samesite.${row.sameSite}-short`) };
    case 'partitioned':
      return row.partition ? yes(row.partition.topLevelSite) : NO;
    case 'priority':
      return row.priority === null ? NO : { text: say(`cookies.priority.${row.priority}`), tone: 'quiet' };
    case 'role':
      return row.role ? { text: say(`role.${row.role.role}`) } : { text: '' };
    case 'sent':
      return shareCell(row.sentShare, row.sent > 0 ? numberText(row.sent) : '', sentTitle(row));
    case 'set':
      return shareCell(row.setShare, '', say(`cookies.set.${row.setShare}`));
    case 'grade':
      return { text: row.grade?.letter ?? '–' };
    default:
      return column satisfies never;
  }
}

function shareCell(share: Share, count: string, title: string): Cell {
  return { text: count === '' ? SHARE_SIGN[share] : `${SHARE_SIGN[share]} ${count}`, label: title, title };
}

function sentTitle({ sentShare, sent, withheld }: CookieRow): string {
  if (sentShare === 'never-asked') return say('cookies.sent.never-asked');
  return sayCount(`cookies.sent.${sentShare}`, sentShare === 'none' ? withheld : sent, { withheld: numberText(withheld) });
}

function valueCell({ value }: CookieRow, revealed: boolean): Cell {
  const unmasked = revealed || !isMaskable(value);
  return { text: unmasked ? text(value).slice(0, 200) : `${text(maskedHead(value))}••••••`, mono: true };
}

/** Which cookie the form holds, whichever is selected. */
export const editingCell = (): Cell => ({ text: say('editor.editing'), icon: 'edit', tone: 'mine' });

/** Why a cookie is not in the jar; nothing for a plain cookie. */
function stateCell({ status, expires }: CookieRow, now: Instant): Cell {
  if (status === 'rejected')
    return { text: say('verdict.rejected'), icon: 'cross', tone: 'bad', title: say('cookies.rejected-title') };
  if (status === 'gone') return { text: say('cookies.gone'), icon: 'bin', tone: 'quiet', title: say('cookies.gone-title') };
  if (expires !== null && expires <= now) return { text: say('verdict.expired'), icon: 'clock', tone: 'quiet' };
  return { text: '' };
}

/** A time, and nothing else; a rejected cookie has none. */
function expiresCell({ expires, status }: CookieRow, now: Instant): Cell {
  if (status === 'rejected') return NO;
  if (expires === null) return { text: say('cookies.session') };
  if (expires <= now) return { text: dateText(expires), tone: 'quiet', title: dateText(expires) };
  return { text: say('cookies.in', { length: lengthOf((expires - now) / 1000) }), title: dateText(expires) };
}

/** What is at fault in a cell: the worst finding's severity and the remedies' titles. */
export interface CellFault {
  readonly severity: Exclude<Severity, 'note'>;
  readonly title: string;
}

/** The findings, notes aside, that mark a cell of this row, with the worst of their severities; null = none does. */
export function cellFault({ findings }: CookieRow, column: ColumnId): CellFault | null {
  const here = findings.filter((finding) => finding.severity !== 'note' && markedColumn(finding) === column);
  const [first] = here;
  if (!first) return null;
  const severity = here.some((finding) => finding.severity === 'error') ? 'error' : 'warning';
  return { severity, title: here.map(({ texts }) => plain(texts.heading())).join('\n') };
}

export const columnLabel = (column: ColumnId): string => say(`cookies.column.${column}`);
