import type { RequestSent } from '../facts/fact';
import { isSameSite } from '../site/same-site';
import { siteOf } from '../site/schemeful';
import { isUnknown, type Unknown } from '../verdict/context';
import type { Prediction, SendReason, SetReason } from '../verdict/verdict';
import { originOf } from './origin';

/**
 * Whether a request carries credentials at all: without them no cookie goes out and none of the response is taken.
 * No extension API gives a fetch's credentials mode.
 * @see Fetch §3.2.5 (credentials mode), §4.8 (CORS-preflight fetch)
 */
export type Credentials = 'include' | 'omit' | Unknown;

export const MODE_UNKNOWN: Unknown = { unknown: 'credentials-mode' };
// Another site's page is prefetched from a clean store, or not at all where it has cookies: which, nobody tells.
const PREFETCH_UNKNOWN: Unknown = { unknown: 'cross-site-prefetch' };

/** What the request itself tells. `maybe`: included unless the page asked to leave them out. */
export function credentialsOf(sent: RequestSent): Credentials | 'maybe' {
  if (sent.cookie !== null) return 'include';
  if (isPreflightRequest(sent)) return 'omit';
  if (sent.purpose !== 'normal' && sent.type === 'document') return isForeign(sent) ? PREFETCH_UNKNOWN : 'include';
  const mode = header(sent, 'sec-fetch-mode') ?? (sent.type === 'fetch' || sent.type === 'font' ? 'cors' : 'no-cors');
  if (mode !== 'cors') return 'include';
  // A CORS request to another origin leaves them out unless asked (fetch's default is same-origin; fonts, `crossorigin`).
  return sent.initiator === originOf(sent.url) ? 'maybe' : MODE_UNKNOWN;
}

const isForeign = ({ initiator, url }: RequestSent): boolean =>
  initiator !== null && !isSameSite(siteOf(initiator), siteOf(originOf(url)), true);

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

/** A prediction of sending, with the credentials mode reckoned in. */
export function sendingWith(
  credentials: Credentials,
  predicted: Prediction<'sent' | 'withheld'>,
): Prediction<'sent' | 'withheld'> {
  if (credentials === 'omit') return NOT_SENT;
  return isUnknown(credentials) && predicted.outcome !== 'withheld' ? openTo(predicted, credentials) : predicted;
}

/** A prediction of setting, with the credentials mode reckoned in. */
export function settingWith<Outcome extends string>(
  credentials: Credentials,
  predicted: Prediction<Outcome | 'rejected'>,
): Prediction<Outcome | 'rejected'> {
  if (credentials === 'omit') return NOT_TAKEN;
  return isUnknown(credentials) && predicted.outcome !== 'rejected' ? openTo(predicted, credentials) : predicted;
}

const openTo = ({ missing }: Prediction<string>, { unknown }: Unknown): Prediction<never> => ({
  outcome: 'cannot-tell',
  reasons: [],
  missing: [...missing, unknown],
});
