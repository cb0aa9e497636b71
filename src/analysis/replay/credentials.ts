import type { RequestSent } from '../facts/fact';
import type { Prediction, SendReason, SetReason } from '../verdict/verdict';
import { originOf } from './origin';

/**
 * Whether a request carries credentials at all: without them no cookie goes out and none of the response is taken.
 * `cannot-tell`: no extension API gives a fetch's credentials mode.
 * @see Fetch §3.2.5 (credentials mode), §4.8 (CORS-preflight fetch)
 */
export type Credentials = 'include' | 'omit' | 'cannot-tell';

/** What the request itself tells. `maybe`: included unless the page asked to leave them out. */
export function credentialsOf(sent: RequestSent): Credentials | 'maybe' {
  if (sent.cookie !== null) return 'include';
  if (isPreflightRequest(sent)) return 'omit';
  const mode = header(sent, 'sec-fetch-mode') ?? (sent.type === 'fetch' || sent.type === 'font' ? 'cors' : 'no-cors');
  if (mode !== 'cors') return 'include';
  // A CORS request to another origin leaves them out unless asked (fetch's default is same-origin; fonts, `crossorigin`).
  return sent.initiator === originOf(sent.url) ? 'maybe' : 'cannot-tell';
}

/** A request that only asks leave for another one. */
export const isPreflightRequest = (sent: RequestSent): boolean =>
  sent.method === 'OPTIONS' && header(sent, 'access-control-request-method') !== null;

const header = (sent: RequestSent, name: string): string | null => sent.headers.find((each) => each.name === name)?.value ?? null;

const OMITTED = { reasons: ['credentials-omitted'], missing: [] } as const satisfies {
  readonly reasons: readonly (SendReason & SetReason)[];
  readonly missing: readonly string[];
};
const NOT_SENT: Prediction<'sent' | 'withheld'> = { outcome: 'withheld', ...OMITTED };
const NOT_TAKEN: Prediction<'rejected'> = { outcome: 'rejected', ...OMITTED };
const MODE = 'credentials-mode';

/** A prediction of sending, with the credentials mode reckoned in. */
export function sendingWith(
  credentials: Credentials,
  predicted: Prediction<'sent' | 'withheld'>,
): Prediction<'sent' | 'withheld'> {
  if (credentials === 'omit') return NOT_SENT;
  return credentials === 'cannot-tell' && predicted.outcome !== 'withheld' ? openTo(predicted) : predicted;
}

/** A prediction of setting, with the credentials mode reckoned in. */
export function settingWith<Outcome extends string>(
  credentials: Credentials,
  predicted: Prediction<Outcome | 'rejected'>,
): Prediction<Outcome | 'rejected'> {
  if (credentials === 'omit') return NOT_TAKEN;
  return credentials === 'cannot-tell' && predicted.outcome !== 'rejected' ? openTo(predicted) : predicted;
}

const openTo = ({ missing }: Prediction<string>): Prediction<never> => ({
  outcome: 'cannot-tell',
  reasons: [],
  missing: [...missing, MODE],
});
