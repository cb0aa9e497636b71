import type { Bytes } from '../../engine/base/units';
import { type CookieKey, cookieKey } from '../cookies/cookie-key';
import { type CookieLife, spanAt, type ValueSpan } from '../cookies/cookie-life';
import { firstFrom } from '../shared/ordered';
import type { Visit } from './visit';

/** What happened to a cookie over a stretch of visits, from what the first carried to what was there after the last. */
export type ValueChange = 'issued' | 'changed' | 'unchanged' | 'deleted' | 'absent';

export interface ChangedCookie {
  readonly life: CookieLife;
  readonly movement: ValueChange;
  /** The value that went out with the first visit. */
  readonly before: ValueSpan | null;
  /** The value after the last one's answer. */
  readonly after: ValueSpan | null;
}

/** How each cookie moved from the sending of `first` to the answer to `last`. */
export function valueChanges(lives: readonly CookieLife[], first: Visit, last: Visit): readonly ChangedCookie[] {
  const end = (last.answeredAt ?? last.seq) + 0.5;
  return lives.map((life) => {
    const before = sentWith(life, first);
    const after = spanAt(life, end);
    return { life, before, after, movement: movementOf(before, after, first) };
  });
}

/** The value of this cookie that a visit carried; null = it went without. */
export function sentWith(life: CookieLife, visit: Visit): ValueSpan | null {
  const carried = visit.exchange.cookies.find(
    ({ name, cookie }) => name === life.name && (cookie === null || cookieKey(cookie) === life.key),
  );
  if (carried === undefined) return null;
  // A cookie that each answer replaces has a thousand values: those that came later are passed over.
  for (let place = firstFrom(life.spans, visit.seq, ({ from }) => from) - 1; place >= 0; place--)
    if (life.spans[place]?.value === carried.value) return life.spans[place] ?? null;
  return null;
}

/** Whether a visit carried this value of a cookie. */
export const carriesValue = (life: CookieLife, visit: Visit, value: Bytes): boolean =>
  // Most visits carry another, which is seen without looking up whose it is.
  visit.exchange.cookies.some((cookie) => cookie.value === value) && sentWith(life, visit)?.value === value;

function movementOf(before: ValueSpan | null, after: ValueSpan | null, first: Visit): ValueChange {
  // One that lay in the jar and is for another part of the site had no part in it.
  if (before === null) return after === null || after.from < first.seq ? 'absent' : 'issued';
  if (after === null) return 'deleted';
  return before.value === after.value ? 'unchanged' : 'changed';
}

/**
 * Cookies that change with most answers, whoever asks: that such a one changed at a sign-in says nothing.
 * @param isUnaffected whether a visit is no sign-in or sign-out, so that a change at it would be out of habit
 */
export function volatileCookies(
  lives: readonly CookieLife[],
  visits: readonly Visit[],
  isUnaffected: (visit: Visit) => boolean,
): ReadonlySet<CookieKey> {
  const changing = lives.filter(({ spans }) => spans.some(({ end }) => end === 'replaced'));
  const unaffected = changing.length === 0 ? [] : visits.filter(isUnaffected);
  const answers = new Set(unaffected.flatMap(({ answeredAt }) => (answeredAt === null ? [] : [answeredAt])));
  const exchanges = new Set(unaffected.map(({ exchange }) => exchange));
  const out = new Set<CookieKey>();
  for (const life of changing) {
    let carried = 0;
    let changed = 0;
    for (const span of life.spans) {
      for (const exchange of span.sent) if (exchanges.has(exchange)) carried += 1;
      if (span.end === 'replaced' && span.to !== null && answers.has(span.to) && span.sent.length > 0) changed += 1;
    }
    if (carried > 0 && changed / carried >= 0.5) out.add(life.key);
  }
  return out;
}
