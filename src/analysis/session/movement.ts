import { type CookieKey, cookieKey } from './cookie-key';
import { type CookieLife, spanAt, type ValueSpan } from './cookie-life';
import type { Visit } from './visit';

/** What happened to a cookie over a stretch of visits, from what the first carried to what was there after the last. */
export type Movement = 'issued' | 'changed' | 'unchanged' | 'deleted' | 'absent';

export interface Moved {
  readonly life: CookieLife;
  readonly movement: Movement;
  /** The value that went out with the first visit. */
  readonly before: ValueSpan | null;
  /** The value after the last one's answer. */
  readonly after: ValueSpan | null;
}

/** How each cookie moved from the sending of `first` to the answer to `last`. */
export function movements(lives: readonly CookieLife[], first: Visit, last: Visit): readonly Moved[] {
  const end = (last.answeredAt ?? last.seq) + 0.5;
  return lives.map((life) => {
    const before = sentWith(life, first);
    const after = spanAt(life, end);
    return { life, before, after, movement: movementOf(before, after) };
  });
}

/** The value of this cookie that a visit carried; null = it went without. */
export function sentWith(life: CookieLife, visit: Visit): ValueSpan | null {
  const carried = visit.exchange.cookies.find(
    ({ name, cookie }) => name === life.name && (cookie === null || cookieKey(cookie) === life.key),
  );
  if (carried === undefined) return null;
  return life.spans.findLast(({ value, from }) => value === carried.value && from < visit.seq) ?? null;
}

function movementOf(before: ValueSpan | null, after: ValueSpan | null): Movement {
  if (before === null) return after === null ? 'absent' : 'issued';
  if (after === null) return 'deleted';
  return before.value === after.value ? 'unchanged' : 'changed';
}

/**
 * Cookies that change with most answers, whoever asks: that such a one changed at a sign-in says nothing.
 * @param calm visits that are no sign-in or sign-out, at which a change would be out of habit
 */
export function restless(lives: readonly CookieLife[], calm: readonly Visit[]): ReadonlySet<CookieKey> {
  const answers = new Set(calm.flatMap(({ answeredAt }) => (answeredAt === null ? [] : [answeredAt])));
  const exchanges = new Set(calm.map(({ exchange }) => exchange));
  const out = new Set<CookieKey>();
  for (const life of lives) {
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
