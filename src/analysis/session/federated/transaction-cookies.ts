import { cookieKey } from '../cookies/cookie-key';
import type { CookieLife, ValueSpan } from '../cookies/cookie-life';
import type { Leave, ProviderAnswer, Transaction, TransactionCookie, TransactionHop, TransactionUse } from './kinds';
import { heldIn } from './related';

/** Cookies of the application that were set for a transaction: by what they hold, or by ending with the return. */
export function transactionCookies({
  leave,
  answer,
  hops,
  lives,
}: {
  readonly leave: Leave;
  readonly answer: ProviderAnswer | null;
  readonly hops: readonly TransactionHop[];
  readonly lives: readonly CookieLife[];
}): readonly TransactionCookie[] {
  const started = new Set(hops.filter(({ part }) => part === 'start').map(({ exchange }) => exchange.id));
  const back = hops.filter(({ part }) => part === 'return' || part === 'landing');
  const ends = new Map(
    back.flatMap(({ exchange }) => (exchange.received ? [[exchange.received.seq, exchange.id] as const] : [])),
  );
  const withheld = new Set((answer?.exchange.withheld ?? []).map(({ cookie }) => cookieKey(cookie)));
  return lives.flatMap((life): readonly TransactionCookie[] => {
    const span =
      life.spans.find(({ writer }) => writer.kind === 'response' && started.has(writer.exchange.id)) ?? earlier(life, leave);
    if (span === undefined) return [];
    const holds = heldIn(span.value, leave.secrets, leave.message?.id ?? null);
    const ended = span.end === 'deleted' && span.to !== null ? ends.get(span.to) : undefined;
    if (holds === null && ended === undefined) return [];
    return [
      {
        life,
        holds,
        setBy: span.writer.kind === 'response' ? [span.writer.exchange.id] : [],
        endedBy: ended === undefined ? [] : [ended],
        isWithheld: withheld.has(life.key),
      },
    ];
  });
}

/** A value that a page set before it sent the browser away, by its own request or by a script. */
const earlier = ({ spans }: CookieLife, { exchange, secrets, message }: Leave): ValueSpan | undefined =>
  spans.findLast(
    ({ from, to, value }) =>
      from < exchange.sent.seq && (to === null || to > exchange.sent.seq) && heldIn(value, secrets, message?.id ?? null) !== null,
  );

/** The parts in transactions of cookies that the browser refused: what they would have held. */
export const refusedUsesIn = (
  transactions: readonly Transaction[],
  refused: readonly CookieLife[],
): ReadonlyMap<CookieLife, TransactionUse> =>
  usesIn(
    transactions.map(({ leave, answer, hops, ...more }) => ({
      ...more,
      leave,
      answer,
      hops,
      cookies: leave === null ? [] : transactionCookies({ leave, answer, hops, lives: refused }),
    })),
  );

/** The parts of cookies in transactions, for what they say of a cookie's role. */
export function usesIn(transactions: readonly Transaction[]): ReadonlyMap<CookieLife, TransactionUse> {
  const uses = new Map<CookieLife, TransactionUse>();
  for (const { provider, cookies } of transactions) {
    for (const { life, holds, setBy, endedBy } of cookies) {
      const known = uses.get(life);
      uses.set(life, {
        holds: known?.holds ?? holds,
        provider,
        setBy: [...(known?.setBy ?? []), ...setBy],
        endedBy: [...(known?.endedBy ?? []), ...endedBy],
      });
    }
  }
  return uses;
}
