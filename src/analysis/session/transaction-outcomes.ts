import { type Milliseconds, milliseconds } from '../engine/base/units';
import type { Transaction } from './federated/kinds';
import { siteOfUrl } from './requests/address';
import type { SessionLoss } from './requests/attempt';
import type { SignIn } from './sign-in/session-kinds';
import type { SiteSession } from './site-session';

/**
 * How a sign-in through another site ended. `renewed`: nobody was asked, and the answer was no error. `refused-by-application`:
 * the other site let in, and the application did not take the answer.
 */
export type TransactionOutcome =
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'renewed' }
  | { readonly kind: 'refused-by-provider'; readonly error: string }
  | { readonly kind: 'refused-by-application'; readonly status: number | null }
  | { readonly kind: 'lost'; readonly loss: SessionLoss }
  | { readonly kind: 'not-returned' }
  | { readonly kind: 'cannot-tell' };

/** A transaction with how it ended, and the sign-in that it led to. */
export interface EndedTransaction extends Transaction {
  readonly outcome: TransactionOutcome;
  /** null = it led to none that can be seen. */
  readonly signIn: SignIn | null;
  /** Names of cookies of the transaction that did not go along with the answer. */
  readonly withheld: readonly string[];
  /** From leaving to the last answer; null = it did not come back. */
  readonly took: Milliseconds | null;
}

/** The transactions in the light of what the application's own traffic shows. */
export function withOutcomes(transactions: readonly Transaction[], sites: readonly SiteSession[]): readonly EndedTransaction[] {
  return transactions.map((transaction): EndedTransaction => {
    const { answer, cookies, leave } = transaction;
    const site = answer === null ? undefined : sites.find((each) => each.site === siteOfUrl(answer.exchange.url));
    const signIn =
      site?.signIns.find(({ attempts }) => attempts.some(({ visit }) => visit.exchange === answer?.exchange)) ?? null;
    const last = transaction.hops.filter(({ part }) => part === 'return' || part === 'landing').at(-1)?.exchange;
    const began = leave?.exchange.at ?? answer?.exchange.at ?? null;
    return {
      ...transaction,
      outcome: outcomeOf(transaction, site, signIn),
      signIn,
      withheld: answer === null ? [] : cookies.filter(({ isWithheld }) => isWithheld).map(({ life }) => life.name),
      took: last === undefined || began === null ? null : milliseconds((last.received?.at ?? last.at) - began),
    };
  });
}

function outcomeOf({ answer, isSilent }: Transaction, site: SiteSession | undefined, signIn: SignIn | null): TransactionOutcome {
  if (answer === null) return { kind: 'not-returned' };
  if (answer.error !== null) return { kind: 'refused-by-provider', error: answer.error };
  const attempt = site?.attempts.find(({ visit }) => visit.exchange === answer.exchange);
  if (attempt?.loss != null) return { kind: 'lost', loss: attempt.loss };
  if (attempt?.outcome === 'refused') return { kind: 'refused-by-application', status: answer.exchange.status };
  if (signIn !== null || attempt?.outcome === 'succeeded') return { kind: isSilent ? 'renewed' : 'signed-in' };
  if ((answer.exchange.status ?? 0) >= 400) return { kind: 'refused-by-application', status: answer.exchange.status };
  return isSilent ? { kind: 'renewed' } : { kind: 'cannot-tell' };
}
