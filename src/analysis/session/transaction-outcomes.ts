import { text } from '../engine/base/bytes';
import { type Milliseconds, milliseconds } from '../engine/base/units';
import type { Exchange } from '../replay/rows/exchange';
import { type CookieKey, cookieKey } from './cookies/cookie-key';
import type { Transaction } from './federated/kinds';
import { saysError, siteOfUrl } from './requests/address';
import type { SessionLoss } from './requests/attempt';
import { targetOf } from './requests/visit';
import { signedNameOf } from './roles/signature';
import { isCredential, type RoleVerdict } from './shared/role-kinds';
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
  /** Names of cookies that sign in at the other site and did not go there with the question: it knew nobody. */
  readonly unsent: readonly string[];
  /** From leaving to the last answer; null = it did not come back. */
  readonly took: Milliseconds | null;
}

/** The transactions in the light of what the application's own traffic shows. */
export function withOutcomes(
  transactions: readonly Transaction[],
  { sites, roles }: { readonly sites: readonly SiteSession[]; readonly roles: ReadonlyMap<CookieKey, RoleVerdict> },
): readonly EndedTransaction[] {
  return transactions.map((transaction): EndedTransaction => {
    const { answer, cookies, leave } = transaction;
    const site = answer === null ? undefined : sites.find((each) => each.site === siteOfUrl(answer.exchange.url));
    const signIn =
      site?.signIns.find(({ attempts }) => attempts.some(({ visit }) => visit.exchange === answer?.exchange)) ?? null;
    const last = transaction.hops.filter(({ part }) => part === 'return' || part === 'landing').at(-1)?.exchange;
    const began = leave?.exchange.at ?? answer?.exchange.at ?? null;
    return {
      ...transaction,
      outcome: outcomeOf(transaction, { site, signIn, isBare: isBare(transaction, roles) }),
      signIn,
      withheld: answer === null ? [] : cookies.filter(({ isWithheld }) => isWithheld).map(({ life }) => life.name),
      unsent: answer === null || leave === null ? [] : unsentWith(leave.exchange, roles),
      took: last === undefined || began === null ? null : milliseconds((last.received?.at ?? last.at) - began),
    };
  });
}

function unsentWith({ withheld, otherPartitions }: Exchange, roles: ReadonlyMap<CookieKey, RoleVerdict>): readonly string[] {
  const stayed = [...withheld.filter(({ agreement }) => agreement !== 'differs'), ...otherPartitions];
  const names = stayed.flatMap(({ cookie }) =>
    isCredential(roles.get(cookieKey(cookie))?.role ?? 'unknown') ? [text(cookie.name)] : [],
  );
  // What signs another cookie says nothing of its own.
  return [...new Set(names)].filter((name) => {
    const signed = signedNameOf(name);
    return signed === null || !names.includes(signed);
  });
}

const isBare = ({ answer, cookies }: Transaction, roles: ReadonlyMap<CookieKey, RoleVerdict>): boolean =>
  cookies.some(({ isWithheld, holds }) => isWithheld && holds !== null) ||
  (answer !== null && unsentWith(answer.exchange, roles).length > 0);

/** Whether the answer was answered by leading to an address that speaks of an error. */
function leadsToError(exchange: Exchange): boolean {
  const there = targetOf(exchange);
  return there !== null && saysError(there);
}

interface Around {
  readonly site: SiteSession | undefined;
  readonly signIn: SignIn | null;
  /** Whether what the application compares, or the session that is to be renewed, did not come back with the answer. */
  readonly isBare: boolean;
}

function outcomeOf({ answer, isSilent }: Transaction, { site, signIn, isBare }: Around): TransactionOutcome {
  if (answer === null) return { kind: 'not-returned' };
  if (answer.error !== null) return { kind: 'refused-by-provider', error: answer.error };
  const attempt = site?.attempts.find(({ visit }) => visit.exchange === answer.exchange);
  if (attempt?.loss != null) return { kind: 'lost', loss: attempt.loss };
  if (attempt?.outcome === 'refused') return { kind: 'refused-by-application', status: answer.exchange.status };
  if (signIn === null && leadsToError(answer.exchange)) return { kind: 'refused-by-application', status: answer.exchange.status };
  if (signIn !== null || attempt?.outcome === 'succeeded') return { kind: isSilent ? 'renewed' : 'signed-in' };
  if ((answer.exchange.status ?? 0) >= 400) return { kind: 'refused-by-application', status: answer.exchange.status };
  return isSilent && !isBare ? { kind: 'renewed' } : { kind: 'cannot-tell' };
}
