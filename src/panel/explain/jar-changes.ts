import { text } from '../../analysis/facts/bytes';
import type { Bytes } from '../../analysis/facts/units';
import type { StoredCookie } from '../../analysis/jar/stored-cookie';
import type { Exchange } from '../../analysis/replay/exchange';
import { type CookieKey, cookieKey } from '../../analysis/session/cookie-key';
import { type Evidence, whatBecame } from '../../analysis/story/bead';
import { say } from '../../words/catalogue';
import { nameText } from '../shown/bead-words';
import { maskedApart } from '../shown/mask';
import { dateText } from '../shown/time';

/** What a response made of one cookie of the jar. */
export interface JarChange {
  readonly key: CookieKey;
  readonly name: string;
  readonly mark: 'added' | 'changed' | 'removed';
  readonly evidence: Evidence;
  /** What is another now, before and after; nothing where the cookie is new or gone. */
  readonly fields: readonly ChangedField[];
}

export interface ChangedField {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/**
 * What a response changed in the jar, cookie by cookie in the order of its lines; two lines for one cookie are one change.
 * @param revealed key of the cookie whose value may be shown whole
 */
export function jarChanges(exchange: Exchange, revealed: CookieKey | null): readonly JarChange[] {
  const touched = new Map<CookieKey, { before: StoredCookie | null; after: StoredCookie | null; evidence: Evidence }>();
  for (const line of exchange.lines) {
    const { kind, evidence } = whatBecame(line);
    if (kind === 'rejected' || kind === 'unknown') continue;
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
  const told = changed.map(({ label, of }) => ({ label: say(label), before: of(before), after: of(after) }));
  return before.value === after.value ? told : [changedValue(before.value, after.value, revealed), ...told];
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
