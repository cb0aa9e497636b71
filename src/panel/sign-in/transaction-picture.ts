import { text } from '../../analysis/engine/base/bytes';
import type { Instant } from '../../analysis/engine/base/units';
import type { Exchange } from '../../analysis/replay/rows/exchange';
import type { CookieLife } from '../../analysis/session/cookies/cookie-life';
import type { ComparedValue, TransactionHop } from '../../analysis/session/federated/kinds';
import { addressOf } from '../../analysis/session/requests/address';
import type { EndedTransaction } from '../../analysis/session/transaction-outcomes';
import { idName } from '../../analysis/story/id-name';

/** The lane that a message goes to or comes from, beside the browser's own. */
type Lane = 'application' | 'provider';

/** A cookie on a message. `mark`: digits by which equal values are told. */
export interface DrawnCookie {
  readonly name: string;
  readonly how: 'sent' | 'withheld' | 'set' | 'deleted' | 'refused';
  readonly what: ComparedValue | null;
  readonly mark: string | null;
}

/** One line of the picture. */
export type DrawnMessage =
  | {
      readonly kind: 'request';
      readonly row: string;
      readonly at: Instant;
      readonly lane: Lane;
      readonly method: string;
      readonly path: string;
      readonly values: readonly DrawnValue[];
      readonly cookies: readonly DrawnCookie[];
    }
  | {
      readonly kind: 'answer';
      readonly row: string;
      readonly lane: Lane;
      readonly status: number | null;
      readonly leadsTo: string | null;
      readonly cookies: readonly DrawnCookie[];
    }
  /** What goes between the servers: looked for by readers, and in no traffic. */
  | { readonly kind: 'between-servers' };

/** A value in an address or form that is followed. */
export interface DrawnValue {
  readonly what: ComparedValue;
  readonly mark: string | null;
}

/** A cookie's lifeline beside the messages, one piece a line. */
interface Lifeline {
  readonly name: string;
  readonly host: string;
  readonly segments: readonly LifelineSegment[];
}

/** `letter`: the id that begins at this line; null = it goes on. `signedIn`: it signs somebody in. */
export interface LifelineSegment {
  readonly state: 'none' | 'lives' | 'ends';
  readonly signedIn: boolean;
  readonly letter: string | null;
  /** The place of the id among those of its cookie, for its colour. */
  readonly place: number;
}

export interface TransactionPicture {
  readonly messages: readonly DrawnMessage[];
  readonly lifelines: readonly Lifeline[];
}

/** A sign-in through another site as three lanes: browser, application, provider. */
export function transactionPicture(transaction: EndedTransaction, carriers: readonly CookieLife[]): TransactionPicture {
  const drawn = transaction.hops.flatMap((hop) => drawnHop(hop, transaction));
  const isCode = transaction.protocol === 'openid-connect' || transaction.protocol === 'oauth2';
  const withServers =
    isCode && !transaction.hops.some(({ part }) => part === 'token') ? betweenServers(drawn, transaction) : drawn;
  return {
    messages: withServers.map(({ message }) => message),
    lifelines: carriers.map((life) => lifeline(life, withServers, transaction)),
  };
}

/**
 * The transactions that have a picture: those that the user saw, and the last renewal in the background that failed for want of a
 * cookie or was not taken. Renewals repeat: the story tells each.
 */
export function drawnTransactions(all: readonly EndedTransaction[]): readonly EndedTransaction[] {
  const failed = all.findLast(
    ({ isSilent, outcome, unsent, withheld }) =>
      isSilent &&
      (outcome.kind === 'lost' ||
        outcome.kind === 'refused-by-application' ||
        (outcome.kind === 'refused-by-provider' && unsent.length + withheld.length > 0)),
  );
  return all.filter((each) => !each.isSilent || each === failed);
}

interface Timed {
  readonly message: DrawnMessage;
  /** Number of the fact that it is. */
  readonly seq: number;
}

function drawnHop({ exchange }: TransactionHop, transaction: EndedTransaction): readonly Timed[] {
  const address = addressOf(exchange.url);
  const lane: Lane = address?.authority === transaction.provider ? 'provider' : 'application';
  const request: DrawnMessage = {
    kind: 'request',
    row: exchange.id,
    at: exchange.at,
    lane,
    method: exchange.sent.method,
    path: address?.path ?? '',
    values: valuesOn(exchange, transaction),
    cookies: [
      ...exchange.cookies.map(({ name }) => drawnCookie(text(name), 'sent', transaction)),
      ...transaction.cookies
        .filter(({ isWithheld }) => isWithheld && exchange === transaction.answer?.exchange)
        .map(({ life }) => drawnCookie(text(life.name), 'withheld', transaction)),
      ...(exchange === transaction.leave?.exchange ? transaction.unsent : []).map((name) =>
        drawnCookie(name, 'withheld', transaction),
      ),
    ],
  };
  const received = exchange.received;
  if (received === null) return [{ message: request, seq: exchange.sent.seq }];
  const answer: DrawnMessage = {
    kind: 'answer',
    row: exchange.id,
    lane,
    status: exchange.status,
    leadsTo: exchange.redirectsTo === null ? null : (addressOf(exchange.redirectsTo)?.authority ?? null),
    cookies: exchange.lines.map((line) => {
      const outcome = line.observed.outcome === 'not-observed' ? line.predicted.outcome : line.observed.outcome;
      const how = outcome === 'rejected' ? 'refused' : outcome.startsWith('deleted') ? 'deleted' : 'set';
      return drawnCookie(text(line.parsed.name), how, transaction);
    }),
  };
  return [
    { message: request, seq: exchange.sent.seq },
    { message: answer, seq: received.seq },
  ];
}

/** After the return the application asks the other server for tokens, most often. It is drawn behind the return's request. */
function betweenServers(drawn: readonly Timed[], { answer, outcome, withheld }: EndedTransaction): readonly Timed[] {
  const place = drawn.findIndex(({ message }) => message.kind === 'request' && message.row === answer?.exchange.id);
  const at = drawn[place];
  // Refused for want of what it compares, an application asks for no tokens.
  const isUnasked = outcome.kind === 'refused-by-application' && withheld.length > 0;
  if (at === undefined || answer === null || answer.error !== null || isUnasked) return drawn;
  return [...drawn.slice(0, place + 1), { message: { kind: 'between-servers' }, seq: at.seq }, ...drawn.slice(place + 1)];
}

function valuesOn({ id }: Exchange, { comparisons }: EndedTransaction): readonly DrawnValue[] {
  return comparisons
    .filter(({ left, back }) => [...left, back].some((place) => place !== null && 'exchange' in place && place.exchange === id))
    .map(({ what, mark }) => ({ what, mark }));
}

function drawnCookie(name: string, how: DrawnCookie['how'], { cookies, comparisons }: EndedTransaction): DrawnCookie {
  const what = cookies.find(({ life }) => text(life.name) === name)?.holds ?? null;
  return { name, how, what, mark: comparisons.find((each) => each.what === what)?.mark ?? null };
}

function lifeline(life: CookieLife, drawn: readonly Timed[], { signIn }: EndedTransaction): Lifeline {
  const signedInFrom = signIn?.carriers.some((carrier) => carrier.life === life)
    ? (signIn.last.answeredAt ?? signIn.last.seq)
    : Number.POSITIVE_INFINITY;
  const values = [...new Set(life.spans.map(({ value }) => value))];
  let before: string | null = null;
  const segments = drawn.map(({ seq }): LifelineSegment => {
    const span = life.spans.findLast(({ from, to }) => from <= seq && (to === null || to > seq));
    const letter = span === undefined ? null : idName(life, span).letter;
    const ended = span === undefined && before !== null;
    const isNew = letter !== null && letter !== before;
    before = letter;
    return {
      state: span !== undefined ? 'lives' : ended ? 'ends' : 'none',
      signedIn: seq >= signedInFrom,
      letter: isNew ? letter : null,
      place: span === undefined ? 0 : Math.max(0, values.indexOf(span.value)),
    };
  });
  return { name: text(life.name), host: life.domain, segments };
}
