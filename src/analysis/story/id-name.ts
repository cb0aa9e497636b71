import type { CookieLife, ValueSpan } from '../session/cookies/cookie-life';
import type { IdName } from './moment';

/** The letter of a cookie's value: distinct values in the order they were first seen. `AA` follows `Z`. */
export function idName(life: CookieLife, span: ValueSpan): IdName {
  const values = [...new Set(life.spans.map(({ value }) => value))];
  return { key: life.key, letter: letters(Math.max(0, values.indexOf(span.value))) };
}

function letters(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letters(Math.floor(place / 26) - 1) + last;
}
