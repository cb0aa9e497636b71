import { text } from '../../../analysis/engine/base/bytes';
import type { Bytes } from '../../../analysis/engine/base/units';
import type { StoredCookie } from '../../../analysis/engine/jar/stored-cookie';
import type { Exchange, SetLine } from '../../../analysis/replay/rows/exchange';
import { type CookieKey, cookieKey } from '../../../analysis/session/cookies/cookie-key';
import { type Basis, whatBecame } from '../../../analysis/story/bead';
import { say } from '../../../words/catalogue';
import { nameText } from '../../shared/presentation/bead-words';
import { maskedApart } from '../../shared/presentation/mask';
import { dateText } from '../../shared/presentation/time';

/** What a response made of one cookie of the jar. */
export interface JarChange {
  readonly key: CookieKey;
  readonly name: string;
  readonly mark: 'added' | 'changed' | 'removed';
  readonly evidence: Basis;
  /** What is another now, before and after; nothing where the cookie is new or gone. */
  readonly fields: readonly ChangedField[];
}

interface ChangedField {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/**
 * What a line changed about its cookie in the jar. Lines of one response for the same cookie are one change, from the
 * first to the last; a line that was rejected changes nothing, whatever the others do.
 * @param index of the line
 * @param revealed key of the cookie whose value may be shown whole
 */
export function jarChanges(exchange: Exchange, index: number, revealed: CookieKey | null): readonly JarChange[] {
  const line = exchange.lines[index];
  if (!line || !isEffective(line)) return [];
  const key = cookieKey(line.result ?? line.previous ?? line.target);
  return changesOf(exchange, revealed).filter((change) => change.key === key);
}

function isEffective(line: SetLine): boolean {
  const { kind } = whatBecame(line);
  return kind !== 'rejected' && kind !== 'unknown';
}

/** What a response changed in the jar, cookie by cookie in the order of its lines. */
function changesOf(exchange: Exchange, revealed: CookieKey | null): readonly JarChange[] {
  const touched = new Map<CookieKey, { before: StoredCookie | null; after: StoredCookie | null; evidence: Basis }>();
  for (const line of exchange.lines) {
    const { evidence } = whatBecame(line);
    if (!isEffective(line)) continue;
    const cookie = line.result ?? line.previous;
    if (!cookie) continue;
    const key = cookieKey(cookie);
    const known = touched.get(key);
    touched.set(key, { before: known ? known.before : line.previous, after: line.result, evidence });
  }
  return [...touched].flatMap(([key, { before, after, evidence }]) => {
    const cookie = after ?? before;
    if (!cookie) return [];
    const fields = before && after ? changedFields(before, after, key === revealed) : [];
    if (before && after && fields.length === 0) return [];
    const mark = before ? (after ? 'changed' : 'removed') : 'added';
    return [{ key, name: nameText(cookie.name), mark, evidence, fields }];
  });
}

function changedFields(before: StoredCookie, after: StoredCookie, revealed: boolean): readonly ChangedField[] {
  const changed = FIELDS.filter(({ raw }) => raw(before) !== raw(after));
  const changes = changed.map(({ label, of }) => ({ label: say(label), before: of(before), after: of(after) }));
  return before.value === after.value ? changes : [changedValue(before.value, after.value, revealed), ...changes];
}

function changedValue(before: Bytes, after: Bytes, revealed: boolean): ChangedField {
  const [one, other] = revealed ? [text(before), text(after)] : maskedApart(before, after);
  const empty = say('attribute.empty');
  return { label: say('jar.value'), before: one || empty, after: other || empty };
}

interface Field {
  readonly label: 'attribute.expires' | 'attribute.secure' | 'attribute.httponly' | 'attribute.samesite';
  /** What is compared. */
  readonly raw: (cookie: StoredCookie) => unknown;
  readonly of: (cookie: StoredCookie) => string;
}

const flag = (on: boolean): string => say(on ? 'attribute.present' : 'attribute.absent');

const FIELDS: readonly Field[] = [
  {
    label: 'attribute.expires',
    raw: ({ expires }) => expires,
    of: ({ expires }) => (expires === null ? say('lifetime.session-short') : dateText(expires)),
  },
  { label: 'attribute.secure', raw: ({ secure }) => secure, of: ({ secure }) => flag(secure) },
  { label: 'attribute.httponly', raw: ({ httpOnly }) => httpOnly, of: ({ httpOnly }) => flag(httpOnly) },
  {
    label: 'attribute.samesite',
    raw: ({ sameSite }) => sameSite,
    of: ({ sameSite }) => (sameSite === 'absent' ? say('attribute.absent') : say(`samesite.${sameSite}-short`)),
  },
];
