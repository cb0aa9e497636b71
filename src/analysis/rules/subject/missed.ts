import type { Prediction, Reason, SendReason } from '../../engine/verdict/verdict';
import type { Exchange, WithheldCookie } from '../../replay/rows/exchange';
import { addressOf, resolve, saysError, saysSignIn } from '../../session/requests/address';

/** A request that failed and had gone without a cookie: its answer shows that the cookie may have been missed. */
export interface Missed {
  readonly exchange: Exchange;
  /** The reason for which it stayed. */
  readonly reason: FixableReason;
}

/** Reasons that lie in how a cookie was set or a request made, and not in what the user chose or what time it is. */
const FIXABLE = [
  'same-site-strict',
  'same-site-lax',
  'same-site-lax-unsafe-method',
  'same-site-default-lax',
  'same-site-none-insecure',
  'path-mismatch',
  'secure-insecure-request',
  'credentials-omitted',
] as const satisfies readonly SendReason[];
type FixableReason = (typeof FIXABLE)[number];

const isFixable = (reason: Reason | undefined): reason is FixableReason => FIXABLE.some((each) => each === reason);

/** Whether a cookie that stayed may have been missed; null = nothing speaks for it. */
export function missedBy(exchange: Exchange, { predicted, agreement }: WithheldCookie): Missed | null {
  const [reason] = likelyReasons(predicted);
  return isFixable(reason) && agreement !== 'differs' && failed(exchange) ? { exchange, reason } : null;
}

/**
 * The reasons of a prediction; where it is open for the credentials mode alone, that: nothing else kept the cookie back,
 * and it stayed.
 */
export function likelyReasons<Why extends Reason>(predicted: Prediction<string, Why>): readonly (Why | 'credentials-omitted')[] {
  if (predicted.reasons.length > 0) return predicted.reasons;
  const isOpen = predicted.missing.length > 0 && predicted.missing.every((what) => what === 'credentials-mode');
  return isOpen ? ['credentials-omitted'] : [];
}

/** Whether it is only likely, or inferred, that the request left its credentials out. */
export const isOmissionOpen = (predicted: Prediction<string>): boolean =>
  likelyReasons(predicted)[0] === 'credentials-omitted' && predicted.missing.includes('credentials-mode');

/**
 * Answers by which applications turn down who has no session, no state or no token: the usual refusals, 419 of Laravel,
 * 440 of IIS, and the 500 of those that do not expect it to be missing.
 */
const REFUSALS: ReadonlySet<number> = new Set([400, 401, 403, 419, 422, 440, 500]);

function failed({ received, url }: Exchange): boolean {
  if (received === null) return false;
  if (REFUSALS.has(received.status)) return true;
  const location = received.headers.find(({ name }) => name === 'location')?.value;
  if (location === undefined || received.status < 300 || received.status > 399) return false;
  const [from, to] = [addressOf(url), addressOf(resolve(location, url))];
  return to !== null && (saysError(to) || (saysSignIn(to) && from?.page !== to.page));
}
