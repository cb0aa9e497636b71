import type { SameSite } from '../header/parsed-line';
import type { SendReason, SetReason } from './reasons';

/** Where in Chromium a refusal arises: what fails earlier hides the later. */
type Stage = 'parse' | 'create' | 'policy' | 'store';

interface CdpName {
  readonly stage: Stage;
  /** null = Chromium refuses, and DevTools says nothing. */
  readonly name: string | null;
}

const STAGES: readonly Stage[] = ['parse', 'create', 'policy', 'store'];

/** Of the order DevTools lists them in. @see content/browser/devtools/protocol/network_handler.cc */
const SET_NAMES: Readonly<Record<SetReason, CdpName>> = {
  'syntax-empty': { stage: 'parse', name: 'NoCookieContent' },
  'syntax-pair-too-long': { stage: 'parse', name: 'NameValuePairExceedsMaxSize' },
  'syntax-control-character': { stage: 'parse', name: 'DisallowedCharacter' },
  'syntax-tab': { stage: 'parse', name: 'DisallowedCharacter' },
  'syntax-nameless-equals': { stage: 'create', name: null },
  'syntax-nameless': { stage: 'parse', name: null },
  'domain-non-ascii': { stage: 'create', name: 'InvalidDomain' },
  'domain-public-suffix': { stage: 'create', name: 'InvalidDomain' },
  'domain-mismatch': { stage: 'create', name: 'InvalidDomain' },
  'domain-invalid': { stage: 'create', name: 'InvalidDomain' },
  'path-non-ascii': { stage: 'create', name: null },
  'path-tab': { stage: 'create', name: null },
  'prefix-secure': { stage: 'create', name: 'InvalidPrefix' },
  'prefix-host-secure': { stage: 'create', name: 'InvalidPrefix' },
  'prefix-host-domain': { stage: 'create', name: 'InvalidPrefix' },
  'prefix-host-path': { stage: 'create', name: 'InvalidPrefix' },
  'prefix-http-secure': { stage: 'create', name: 'InvalidPrefix' },
  'prefix-http-http-only': { stage: 'create', name: 'InvalidPrefix' },
  'prefix-http-from-script': { stage: 'create', name: 'InvalidPrefix' },
  'prefix-hidden': { stage: 'create', name: 'InvalidPrefix' },
  'partitioned-insecure': { stage: 'create', name: null },
  'third-party-blocked': { stage: 'policy', name: 'UserPreferences' },
  'secure-insecure-origin': { stage: 'store', name: 'SecureOnly' },
  'same-site-cross-site': { stage: 'store', name: 'SchemefulSameSiteLax' },
  'same-site-none-insecure': { stage: 'store', name: 'SameSiteNoneInsecure' },
  'scheme-not-cookieable': { stage: 'store', name: 'SchemeNotSupported' },
  'overwrite-secure': { stage: 'store', name: 'OverwriteSecure' },
  'http-only-from-script': { stage: 'store', name: null },
  'overwrite-http-only': { stage: 'store', name: null },
  'limit-secure-only-left': { stage: 'store', name: null },
  'credentials-omitted': { stage: 'policy', name: null },
  preflight: { stage: 'policy', name: null },
  'clear-site-data': { stage: 'store', name: null },
};

const SCHEMEFUL: Readonly<Record<SameSite, string | null>> = {
  strict: 'SchemefulSameSiteStrict',
  lax: 'SchemefulSameSiteLax',
  absent: 'SchemefulSameSiteUnspecifiedTreatedAsLax',
  none: null,
};

/**
 * The blocked reasons DevTools shows for a refused line, in its order; empty where it is silent.
 * @param reasons the engine's, under the Chromium profile
 * @param sameSite of the line: DevTools names a refusal by it
 */
export function cdpSetReasons(reasons: readonly SetReason[], sameSite: SameSite): readonly string[] {
  const stage = STAGES.find((name) => reasons.some((reason) => SET_NAMES[reason].stage === name));
  const names = SET_REASONS.filter((reason) => reasons.includes(reason) && SET_NAMES[reason].stage === stage).flatMap(
    (reason) => {
      const name = reason === 'same-site-cross-site' ? SCHEMEFUL[sameSite] : SET_NAMES[reason].name;
      return name === null ? [] : [name];
    },
  );
  const unique = [...new Set(names)];
  // The parser gives up at its first fault.
  return stage === 'parse' ? unique.slice(0, 1) : unique;
}

/** Every reason of a refusal, in CDP's order. @internal */
export const SET_REASONS = Object.keys(SET_NAMES) as readonly SetReason[];

const SEND_NAMES: Readonly<Record<SendReason, string | null>> = {
  'secure-insecure-request': 'SecureOnly',
  'path-mismatch': 'NotOnPath',
  'domain-mismatch': 'DomainMismatch',
  'domain-host-only': 'DomainMismatch',
  'same-site-strict': 'SchemefulSameSiteStrict',
  'same-site-lax': 'SchemefulSameSiteLax',
  'same-site-lax-unsafe-method': 'SchemefulSameSiteLax',
  'same-site-default-lax': 'SchemefulSameSiteUnspecifiedTreatedAsLax',
  'same-site-none-insecure': 'SameSiteNoneInsecure',
  'third-party-blocked': 'UserPreferences',
  'http-only-script-read': null,
  expired: null,
  'partition-mismatch': null,
  'credentials-omitted': null,
};

/** Every reason for which a cookie stays, in CDP's order. @internal */
export const SEND_REASONS = Object.keys(SEND_NAMES) as readonly SendReason[];

/** The blocked reasons DevTools shows for a cookie that was not sent, in its order; empty where it does not list the cookie. */
export function cdpSendReasons(reasons: readonly SendReason[]): readonly string[] {
  if (reasons.some((reason) => SEND_NAMES[reason] === null)) return [];
  const names = SEND_REASONS.filter((reason) => reasons.includes(reason)).flatMap((reason) => SEND_NAMES[reason] ?? []);
  return [...new Set(names)];
}
