import { isSameSite } from '../../engine/site/same-site';
import { siteOf } from '../../engine/site/schemeful';
import type { Access } from '../../engine/verdict/access/access';
import { isUnknown, type Unknown } from '../../engine/verdict/access/context';
import type { Prediction, SendReason, SetReason } from '../../engine/verdict/verdict';
import type { RequestSent } from '../../facts/fact';
import { originOf } from './origin';
import { headerOf } from './request-header';
import { storageAccessOf } from './storage-access';

/**
 * Whether a request carries credentials at all: without them no cookie goes out and none of the response is taken.
 * A preflight never does.
 * No extension API gives a fetch's credentials mode; of a third-party request Chromium's headers tell it.
 * `omit-inferred`: nothing tells it, but several cookies did not go that nothing else holds back.
 * @see Fetch §3.2.5 (credentials mode), §4.8 (CORS-preflight fetch)
 */
export type Credentials = 'include' | 'omit' | 'omit-inferred' | 'preflight' | Unknown;

export const MODE_UNKNOWN: Unknown = { unknown: 'credentials-mode' };
/**
 * Another site's page is prefetched from a clean store, or not at all where it has cookies: which, nobody tells. What goes
 * after a redirect is of that store too.
 */
export const PREFETCH_UNKNOWN: Unknown = { unknown: 'cross-site-prefetch' };

/** What is known of a request besides its headers. */
export interface CredentialsClues {
  readonly access: Pick<Access, 'profile' | 'thirdParty' | 'trustworthy'>;
  /** Whether this browser puts `Sec-Fetch-Storage-Access` into every credentialed third-party request. */
  readonly sendsStorageAccess: boolean;
  /** Origin of the page that the tab shows; null = not known. */
  readonly page: string | null;
}

/** What the request itself tells. `maybe`: included unless the page asked to leave them out. */
export function credentialsOf(sent: RequestSent, clues: CredentialsClues): Credentials | 'maybe' {
  const isAhead = sent.purpose !== 'normal' && sent.type === 'document';
  if (isAhead && isForeign(sent, clues)) return PREFETCH_UNKNOWN;
  if (isAhead || sent.cookie !== null) return 'include';
  if (isPreflightRequest(sent)) return 'preflight';
  if (clues.access.profile === 'chromium' && storageAccessOf(sent) !== null) return 'include';
  if (lacksStorageAccess(sent, clues)) return 'omit';
  if (sent.type === 'csp-report') return ofReport(sent, clues);
  const mode = headerOf(sent, 'sec-fetch-mode') ?? (sent.type === 'fetch' || sent.type === 'font' ? 'cors' : 'no-cors');
  // What a tag loads without CORS has them always, what a script asks for may not.
  if (mode === 'navigate' || (mode !== 'cors' && sent.type !== 'fetch')) return 'include';
  // A request to another origin leaves them out unless asked (fetch's default is same-origin; fonts, `crossorigin`).
  return sent.initiator === originOf(sent.url) ? 'maybe' : MODE_UNKNOWN;
}

function isForeign({ initiator, url }: RequestSent, { page }: CredentialsClues): boolean {
  // Of speculation rules the browser names no initiator: it is the page that the tab shows.
  const from = initiator ?? page;
  return from !== null && !isSameSite(siteOf(from), siteOf(originOf(url)), true);
}

/** Chromium sends the header with every third-party request that has credentials, and with none that has not. */
const lacksStorageAccess = (sent: RequestSent, { access, sendsStorageAccess }: CredentialsClues): boolean =>
  sendsStorageAccess &&
  access.thirdParty === true &&
  access.trustworthy &&
  headerOf(sent, 'sec-fetch-site') !== null &&
  storageAccessOf(sent) === null;

/** Measured: reports of a policy have credentials to their own origin only in Chromium 156, and never in Firefox 153. */
function ofReport({ initiator, url }: RequestSent, { access, page }: CredentialsClues): Credentials {
  const from = initiator ?? page;
  if (access.profile === 'firefox') return 'omit';
  if (from === null) return MODE_UNKNOWN;
  return from === originOf(url) ? 'include' : 'omit';
}

/** A request that only asks leave for another one. */
export const isPreflightRequest = (sent: RequestSent): boolean =>
  sent.method === 'OPTIONS' && headerOf(sent, 'access-control-request-method') !== null;

const OMITTED = { reasons: ['credentials-omitted'], missing: [] } as const satisfies {
  readonly reasons: readonly (SendReason & SetReason)[];
  readonly missing: readonly string[];
};
const NOT_SENT: Prediction<'sent' | 'withheld'> = { outcome: 'withheld', ...OMITTED };
const NOT_TAKEN: Prediction<'rejected'> = { outcome: 'rejected', ...OMITTED };
/** No browser takes a cookie from the answer to a preflight. @see Fetch §4.8 */
const PREFLIGHT: Prediction<'rejected'> = { outcome: 'rejected', reasons: ['preflight'], missing: [] };

/** A prediction of sending, with the credentials mode reckoned in. */
export function sendingWith(
  credentials: Credentials,
  predicted: Prediction<'sent' | 'withheld'>,
): Prediction<'sent' | 'withheld'> {
  if (credentials === 'omit' || credentials === 'preflight') return NOT_SENT;
  if (credentials === 'omit-inferred') return predicted.outcome === 'withheld' ? predicted : inferred('withheld', predicted);
  return isUnknown(credentials) && predicted.outcome !== 'withheld' ? openTo(predicted, credentials) : predicted;
}

/** A prediction of setting, with the credentials mode reckoned in. */
export function settingWith<Outcome extends string>(
  credentials: Credentials,
  predicted: Prediction<Outcome | 'rejected'>,
): Prediction<Outcome | 'rejected'> {
  if (credentials === 'omit') return NOT_TAKEN;
  if (credentials === 'preflight') return PREFLIGHT;
  if (credentials === 'omit-inferred') return predicted.outcome === 'rejected' ? predicted : inferred('rejected', predicted);
  return isUnknown(credentials) && predicted.outcome !== 'rejected' ? openTo(predicted, credentials) : predicted;
}

const openTo = ({ missing }: Prediction<string>, { unknown }: Unknown): Prediction<never> => ({
  outcome: 'cannot-tell',
  reasons: [],
  missing: [...missing, unknown],
});

/** A conclusion keeps what nobody told: it is taken back where something speaks against it. */
const inferred = <Outcome extends string>(
  outcome: Outcome,
  { missing }: Prediction<string>,
): Prediction<Outcome, 'credentials-omitted'> => ({
  outcome,
  reasons: OMITTED.reasons,
  missing: [...new Set([...missing, MODE_UNKNOWN.unknown])],
});

/** Whether a prediction says that the request left its credentials out, and that is only inferred. */
export const isOmissionInferred = ({ reasons, missing }: Prediction<string>): boolean =>
  reasons[0] === 'credentials-omitted' && missing.includes(MODE_UNKNOWN.unknown);

/** The prediction without that conclusion. */
export const withoutInference = <Outcome extends string>(predicted: Prediction<Outcome>): Prediction<Outcome> =>
  isOmissionInferred(predicted) ? { outcome: 'cannot-tell', reasons: [], missing: predicted.missing } : predicted;
