import { text } from '../../analysis/facts/bytes';
import type { Instant } from '../../analysis/facts/units';
import { plain } from '../../analysis/rules/form/sentence';
import type { Severity } from '../../analysis/rules/form/severity';
import { say, type WordKey } from '../../words/catalogue';
import type { IconName } from '../parts/icon';
import { isMaskable, maskedHead } from '../shown/mask';
import { lengthOf } from '../shown/time';
import { type ColumnId, faultColumn } from './columns';
import type { CookieRow, Share } from './cookie-row';

/** A cell as finished words. */
export interface Cell {
  readonly text: string;
  /** More, in fainter letters. */
  readonly note?: string;
  readonly icon?: IconName;
  readonly tone?: 'quiet' | 'faint' | 'bad' | 'warn';
  readonly mono?: boolean;
  readonly title?: string;
  /** What is read out instead of a sign. */
  readonly label?: string;
}

// Signs are letters: five pictures a row would be most of what a thousand rows cost.
const yes = (title: string): Cell => ({ text: '✓', label: say('attribute.present'), title });
const NO: Cell = { text: '–', tone: 'faint' };

const SHARE_SIGN: Readonly<Record<Share, string>> = { all: '●', some: '◐', none: '○', 'never-asked': '–' };

/**
 * @param now the moment from which lifetimes are told
 * @param revealed whether this cookie's value may be shown whole
 */
export function cellWords(row: CookieRow, column: ColumnId, now: Instant, revealed: boolean): Cell {
  switch (column) {
    case 'name':
      return { text: row.name, mono: true };
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
      return shareCell(
        row.sentShare,
        row.sent > 0 ? String(row.sent) : '',
        say(`cookies.sent.${row.sentShare}`, { sent: row.sent, withheld: row.withheld }),
      );
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

function valueCell({ value }: CookieRow, revealed: boolean): Cell {
  const whole = revealed || !isMaskable(value);
  return { text: whole ? text(value).slice(0, 200) : `${text(maskedHead(value))}••••••`, mono: true };
}

function expiresCell(row: CookieRow, now: Instant): Cell {
  if (row.standing === 'rejected') return { text: say('verdict.rejected'), icon: 'cross', tone: 'bad' };
  if (row.standing === 'gone') return { text: say('cookies.gone'), icon: 'bin', tone: 'quiet' };
  if (row.expires === null) return { text: say('cookies.session') };
  if (row.expires <= now) return { text: say('verdict.expired'), tone: 'quiet' };
  return { text: say('cookies.in', { length: lengthOf((row.expires - now) / 1000) }) };
}

/** What is at fault in a cell: the worst finding's severity and the remedies' titles. */
export interface CellFault {
  readonly severity: Exclude<Severity, 'note'>;
  readonly title: string;
}

export function cellFault({ findings }: CookieRow, column: ColumnId): CellFault | null {
  const here = findings.filter(({ rule, severity }) => severity !== 'note' && faultColumn(rule) === column);
  const [first] = here;
  if (!first) return null;
  const severity = here.some((finding) => finding.severity === 'error') ? 'error' : 'warning';
  return { severity, title: here.map(({ tell }) => plain(tell.heading())).join('\n') };
}

export const columnLabel = (column: ColumnId): string => say(`cookies.column.${column}` as WordKey);
