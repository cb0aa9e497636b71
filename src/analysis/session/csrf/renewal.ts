import type { CookieLife } from '../cookies/cookie-life';
import { sentWith } from '../requests/value-changes';
import { type Visit, visitsBetween } from '../requests/visit';
import type { SignIn } from '../sign-in/session-kinds';
import type { Guard } from './guards';

/** Whether a token was another after a sign-in, and the two requests that show it. */
export interface Renewal {
  readonly name: string;
  readonly isRenewed: boolean;
  readonly exchanges: readonly [before: string, after: string];
}

type Carried = Guard & { readonly visits: readonly Visit[] };

/**
 * Whether signing in gives another token. Read from tokens that stay the same within a session; one that is masked anew in
 * every form shows it only by the cookie beside it.
 * @returns null = no token was seen on both sides of a sign-in
 */
export function renewalOf(guards: readonly Carried[], signIns: readonly SignIn[], lives: readonly CookieLife[]): Renewal | null {
  for (const { attempts, last } of signIns) {
    if (attempts.length === 0) continue;
    const border = last.answeredAt ?? last.seq;
    for (const guard of guards) {
      const before = visitsBetween(guard.visits, Number.NEGATIVE_INFINITY, border);
      const after = visitsBetween(guard.visits, border, Number.POSITIVE_INFINITY);
      const [a, b] = [before.at(-1), after[0]];
      if (a === undefined || b === undefined) continue;
      const values = compared(guard, { before, after, lives });
      if (values === null) continue;
      return { name: guard.name, isRenewed: values.before !== values.after, exchanges: [a.exchange.id, b.exchange.id] };
    }
  }
  return null;
}

interface Sides {
  readonly before: readonly Visit[];
  readonly after: readonly Visit[];
  readonly lives: readonly CookieLife[];
}

function compared(guard: Guard, { before, after, lives }: Sides): { readonly before: string; readonly after: string } | null {
  const cookie = lives.find(({ key }) => key === guard.cookie);
  const valueIn = (visit: Visit): string | null =>
    cookie !== undefined ? (sentWith(cookie, visit)?.value ?? null) : digestIn(guard, visit);
  const [a, b] = [commonValue(before, valueIn), commonValue(after, valueIn)];
  if (a === null || b === null) return null;
  // One request a side that differ may be a token that is new with every form.
  if (cookie === undefined && a !== b && before.length < 2 && after.length < 2) return null;
  return { before: a, after: b };
}

/** The one value that all have; null = they differ, or one is not known. */
function commonValue([first, ...others]: readonly Visit[], valueIn: (visit: Visit) => string | null): string | null {
  const value = first === undefined ? null : valueIn(first);
  return value !== null && others.every((visit) => valueIn(visit) === value) ? value : null;
}

function digestIn({ where, name }: Guard, { exchange }: Visit): string | null {
  const list = where === 'header' ? exchange.sent.secretHeaders : where === 'field' ? (exchange.sent.fields ?? []) : [];
  return list.find((each) => each.name === name)?.digest ?? null;
}
