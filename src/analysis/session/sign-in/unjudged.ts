import { text } from '../../engine/base/bytes';
import type { Attempt, RawAttempt } from '../requests/attempt';
import { isCsrfName } from '../requests/fields';
import { locationOf, targetOf, type Visit, visitsBetween } from '../requests/visit';
import { entropyBound } from '../values/entropy';

export const WHETHER_RIGHT = 'whether-the-credentials-were-right';

/**
 * An attempt as it is, unless its refusal has another cause in sight than the credentials: the server failed, the form was sent on
 * to another host, which takes its fields from it, or a cookie that the form's page gave was not there or no longer the same.
 */
export function unjudged(attempt: Attempt, visits: readonly Visit[]): Attempt {
  if (attempt.outcome !== 'refused') return attempt;
  const { exchange } = attempt.visit;
  const isOpen = (exchange.status ?? 0) >= 500 || losesFields(attempt) || lacksCookie(attempt, visits);
  return isOpen ? { ...attempt, outcome: 'cannot-tell', missing: [WHETHER_RIGHT] } : attempt;
}

/** Whether a form was sent on to the same address at another host by a status that makes a GET of it. @see RFC 9110 §15.4 */
function losesFields({ visit: { exchange, address } }: RawAttempt): boolean {
  const target = targetOf(exchange);
  if (exchange.sent.method !== 'POST' || target === null || locationOf(exchange) === null) return false;
  return [301, 302, 303].includes(exchange.status ?? 0) && target.authority !== address.authority && target.path === address.path;
}

/** What frameworks answer to a token that does not hold. */
const OF_TOKENS: ReadonlySet<number> = new Set([400, 403, 419]);

/** Whether the credentials went without a cookie that the form's page gave, or with a newer token than the form has. */
function lacksCookie({ visit, step }: RawAttempt, visits: readonly Visit[]): boolean {
  const { exchange, address, referer } = visit;
  const before = visitsBetween(visits, Number.NEGATIVE_INFINITY, visit.seq);
  const isAnswered = ({ answeredAt }: Visit): boolean => answeredAt !== null && answeredAt < visit.seq;
  const form = before.findLast(
    (each) => each.isDocument && (referer === null || each.address.page === referer) && isAnswered(each),
  );
  if (form === undefined) return false;
  // A second step goes on from what answered the first.
  const isMore = step === 'second-factor' || step === 'passkey';
  const first = (isMore ? before.findLast((each) => each.exchange.sent.method === 'POST' && isAnswered(each)) : null) ?? form;
  const start = Math.min(first.seq, form.seq);
  const brought = new Map(exchange.cookies.map(({ name, value }) => [name, value]));
  const given = new Map(
    visitsBetween(visits, start - 1, visit.seq)
      .filter((each) => each.address.authority === address.authority && isAnswered(each))
      .flatMap(({ exchange: { lines } }) => lines.map((line) => [line.parsed.name, line] as const)),
  );
  const isLost = [...given.values()].some(
    ({ parsed: { name, value }, deletes }) =>
      !deletes && !brought.has(name) && (isCsrfName(text(name)) || entropyBound(value).bits >= 64),
  );
  return isLost || (OF_TOKENS.has(exchange.status ?? 0) && hasNewerToken(form, visit));
}

/** Whether a token's cookie is another than when the form was loaded. */
function hasNewerToken(form: Visit, { exchange }: Visit): boolean {
  const had = new Map(form.exchange.cookies.map(({ name, value }) => [name, value]));
  for (const { parsed, deletes } of form.exchange.lines) if (!deletes) had.set(parsed.name, parsed.value);
  return exchange.cookies.some(({ name, value }) => isCsrfName(text(name)) && had.has(name) && had.get(name) !== value);
}
