import { attributeMisspelt } from './attribute-misspelt';
import { attributeRepeated } from './attribute-repeated';
import { attributeTooLong } from './attribute-too-long';
import { attributeUnknown } from './attribute-unknown';
import { browsersDisagree } from './browsers-disagree';
import { cachedSetCookie } from './cached-set-cookie';
import { clockSkew } from './clock-skew';
import { cookieHeaderLarge } from './cookie-header-large';
import { csrfTokenMissing } from './csrf-token-missing';
import type { Rule } from './define';
import { deletionMismatch } from './deletion-mismatch';
import { deletionRefused } from './deletion-refused';
import { domainRefused } from './domain-refused';
import { domainTooBroad } from './domain-too-broad';
import { emptyAttribute } from './empty-attribute';
import { expiresAgainstMaxAge } from './expires-against-max-age';
import { expiresInvalid } from './expires-invalid';
import { flagWithValue } from './flag-with-value';
import { hstsMissing } from './hsts-missing';
import { httpOnlyMissing } from './http-only-missing';
import { internalAddress } from './internal-address';
import { jwtAlgNone } from './jwt-alg-none';
import { jwtKeyFromHeader } from './jwt-key-from-header';
import { jwtLongLived } from './jwt-long-lived';
import { jwtNoAudience } from './jwt-no-audience';
import { jwtOutlivesCookie } from './jwt-outlives-cookie';
import { jwtOutlivesSignOut } from './jwt-outlives-sign-out';
import { jwtTimeMisread } from './jwt-time-misread';
import { jwtWithoutExp } from './jwt-without-exp';
import { lifetimeCapped } from './lifetime-capped';
import { lifetimeTooLong } from './lifetime-too-long';
import { lowEntropyId } from './low-entropy-id';
import { maxAgeInvalid } from './max-age-invalid';
import { nameCharacters } from './name-characters';
import { nameless } from './nameless';
import { nonAscii } from './non-ascii';
import { noneWithoutSecure } from './none-without-secure';
import { pairNearLimit } from './pair-near-limit';
import { pairTooLarge } from './pair-too-large';
import { partitionedSameSite } from './partitioned-same-site';
import { partitionedWithoutSecure } from './partitioned-without-secure';
import { pathAsBorder } from './path-as-border';
import { pathIgnored } from './path-ignored';
import { personalData } from './personal-data';
import { predictableId } from './predictable-id';
import { prefixBroken } from './prefix-broken';
import { prefixLookAlike } from './prefix-look-alike';
import { prefixMissing } from './prefix-missing';
import { priorityUnknown } from './priority-unknown';
import { refused } from './refused';
import { sameSiteMissing } from './same-site-missing';
import { sameSiteMisspelt } from './same-site-misspelt';
import { sameSiteNoneUnneeded } from './same-site-none-unneeded';
import { secureMissing } from './secure-missing';
import { secureOverHttp } from './secure-over-http';
import { sentToStaticHost } from './sent-to-static-host';
import { serialisedObject } from './serialised-object';
import { sessionAliveAfterSignOut } from './session-alive-after-sign-out';
import { sessionFixation } from './session-fixation';
import { sessionIdInReferer } from './session-id-in-referer';
import { sessionIdInUrl } from './session-id-in-url';
import { sessionInClear } from './session-in-clear';
import { setEveryResponse } from './set-every-response';
import { setTwice } from './set-twice';
import { shadowed } from './shadowed';
import { signOutLeavesCookie } from './sign-out-leaves-cookie';
import { subdomainSurface } from './subdomain-surface';
import { thirdPartyNotPartitioned } from './third-party-not-partitioned';
import { tooManyCookies } from './too-many-cookies';
import { valueFromRequest } from './value-from-request';
import { valueUnencoded } from './value-unencoded';

/** Every rule. A test holds this list against the files. */
export const rules = [
  attributeMisspelt,
  attributeRepeated,
  attributeTooLong,
  attributeUnknown,
  browsersDisagree,
  cachedSetCookie,
  clockSkew,
  cookieHeaderLarge,
  csrfTokenMissing,
  deletionMismatch,
  deletionRefused,
  domainRefused,
  domainTooBroad,
  emptyAttribute,
  expiresAgainstMaxAge,
  expiresInvalid,
  flagWithValue,
  hstsMissing,
  httpOnlyMissing,
  internalAddress,
  jwtAlgNone,
  jwtKeyFromHeader,
  jwtLongLived,
  jwtNoAudience,
  jwtOutlivesCookie,
  jwtOutlivesSignOut,
  jwtTimeMisread,
  jwtWithoutExp,
  lifetimeCapped,
  lifetimeTooLong,
  lowEntropyId,
  maxAgeInvalid,
  nameCharacters,
  nameless,
  nonAscii,
  noneWithoutSecure,
  pairNearLimit,
  pairTooLarge,
  partitionedSameSite,
  partitionedWithoutSecure,
  pathAsBorder,
  pathIgnored,
  personalData,
  predictableId,
  prefixBroken,
  prefixLookAlike,
  prefixMissing,
  priorityUnknown,
  refused,
  sameSiteMissing,
  sameSiteMisspelt,
  sameSiteNoneUnneeded,
  secureMissing,
  secureOverHttp,
  sentToStaticHost,
  serialisedObject,
  sessionAliveAfterSignOut,
  sessionFixation,
  sessionIdInReferer,
  sessionIdInUrl,
  sessionInClear,
  setEveryResponse,
  setTwice,
  shadowed,
  signOutLeavesCookie,
  subdomainSurface,
  thirdPartyNotPartitioned,
  tooManyCookies,
  valueFromRequest,
  valueUnencoded,
] as const satisfies readonly Rule[];

export type RuleId = (typeof rules)[number]['id'];

export const RULE_IDS: readonly RuleId[] = rules.map(({ id }) => id);
