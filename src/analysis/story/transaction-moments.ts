import type { SingleSignOut } from '../session/federated/kinds';
import type { EndedTransaction } from '../session/transaction-outcomes';
import type { Moment } from './moment';

const SEEN = { until: null, certainty: 'observed', missing: [], evidence: [] } as const;

/** A sign-in through another site: leaving, what was asked there, and coming back. */
export function transactionMoments(transactions: readonly EndedTransaction[]): readonly Moment[] {
  return transactions.flatMap((transaction) => [...left(transaction), ...asked(transaction), ...cameBack(transaction)]);
}

function left({ leave, protocol, provider, isSilent, cookies, hops }: EndedTransaction): readonly Moment[] {
  if (leave === null) return [];
  const start = hops.filter(({ part }) => part === 'start' || part === 'leave').map(({ exchange }) => exchange.id);
  return [
    {
      ...SEEN,
      kind: 'left-for-provider',
      at: leave.exchange.at,
      provider,
      protocol,
      isSilent,
      cookies: cookies.map(({ life }) => life.name),
      exchanges: start,
    },
  ];
}

/** What the other site asked: credentials, consent, or nothing, for somebody was signed in there already. */
function asked({ leave, answer, provider, hops, isSilent }: EndedTransaction): readonly Moment[] {
  if (leave === null || answer === null || isSilent) return [];
  const asking = hops.filter(({ part }) => part === 'credentials' || part === 'consent');
  const what = asking.some(({ part }) => part === 'credentials') ? 'credentials' : asking.length > 0 ? 'consent' : 'nothing';
  const first = asking[0]?.exchange ?? hops.find(({ part }) => part === 'provider')?.exchange ?? leave.exchange;
  return [
    {
      ...SEEN,
      kind: 'provider-asked',
      at: first.at,
      provider,
      what,
      exchanges: (asking.length > 0 ? asking.map(({ exchange }) => exchange) : [first]).map(({ id }) => id),
    },
  ];
}

function cameBack({
  answer,
  application,
  provider,
  isSilent,
  outcome,
  withheld,
  unsent,
  hops,
}: EndedTransaction): readonly Moment[] {
  if (answer === null) return [];
  const back = hops.filter(({ part }) => part === 'return' || part === 'landing').map(({ exchange }) => exchange.id);
  return [
    {
      ...SEEN,
      kind: 'came-back',
      at: answer.exchange.at,
      application,
      provider,
      isSilent,
      outcome: outcome.kind,
      error: answer.error,
      withheld,
      unsent,
      certainty: outcome.kind === 'cannot-tell' ? 'cannot-tell' : 'observed',
      missing: outcome.kind === 'cannot-tell' ? ['a-page-that-only-signed-in-users-get'] : [],
      exchanges: back,
    },
  ];
}

/** The end of a session as it is told to the site that signs in. */
export const singleSignOutMoments = (ends: readonly SingleSignOut[]): readonly Moment[] =>
  ends.map(
    ({ provider, beganThere, exchanges, frames, at }): Moment => ({
      ...SEEN,
      kind: 'single-sign-out',
      at: at.at,
      provider,
      beganThere,
      frames: frames.length,
      exchanges,
    }),
  );
