import { examples as attributeMisspelt } from './attribute-misspelt';
import { examples as attributeRepeated } from './attribute-repeated';
import { examples as attributeTooLong } from './attribute-too-long';
import { examples as attributeUnknown } from './attribute-unknown';
import { examples as browsersDisagree } from './browsers-disagree';
import { examples as cachedSetCookie } from './cached-set-cookie';
import { examples as clockSkew } from './clock-skew';
import { examples as cookieHeaderLarge } from './cookie-header-large';
import { examples as csrfTokenMissing } from './csrf-token-missing';
import { examples as deletionMismatch } from './deletion-mismatch';
import { examples as deletionRefused } from './deletion-refused';
import { examples as domainRefused } from './domain-refused';
import { examples as domainTooBroad } from './domain-too-broad';
import { examples as emptyAttribute } from './empty-attribute';
import { examples as expiresAgainstMaxAge } from './expires-against-max-age';
import { examples as expiresInvalid } from './expires-invalid';
import { examples as flagWithValue } from './flag-with-value';
import type { Examples } from './form/example';
import { examples as hstsMissing } from './hsts-missing';
import { examples as httpOnlyMissing } from './http-only-missing';
import { examples as internalAddress } from './internal-address';
import { examples as jwtAlgNone } from './jwt-alg-none';
import { examples as jwtKeyFromHeader } from './jwt-key-from-header';
import { examples as jwtLongLived } from './jwt-long-lived';
import { examples as jwtNoAudience } from './jwt-no-audience';
import { examples as jwtOutlivesCookie } from './jwt-outlives-cookie';
import { examples as jwtOutlivesSignOut } from './jwt-outlives-sign-out';
import { examples as jwtTimeMisread } from './jwt-time-misread';
import { examples as jwtWithoutExp } from './jwt-without-exp';
import { examples as lifetimeCapped } from './lifetime-capped';
import { examples as lifetimeTooLong } from './lifetime-too-long';
import { examples as lowEntropyId } from './low-entropy-id';
import { examples as maxAgeInvalid } from './max-age-invalid';
import { examples as nameCharacters } from './name-characters';
import { examples as nameless } from './nameless';
import { examples as nonAscii } from './non-ascii';
import { examples as noneWithoutSecure } from './none-without-secure';
import { examples as pairNearLimit } from './pair-near-limit';
import { examples as pairTooLarge } from './pair-too-large';
import { examples as partitionedSameSite } from './partitioned-same-site';
import { examples as partitionedWithoutSecure } from './partitioned-without-secure';
import { examples as pathAsBorder } from './path-as-border';
import { examples as pathIgnored } from './path-ignored';
import { examples as personalData } from './personal-data';
import { examples as predictableId } from './predictable-id';
import { examples as prefixBroken } from './prefix-broken';
import { examples as prefixLookAlike } from './prefix-look-alike';
import { examples as prefixMissing } from './prefix-missing';
import { examples as priorityUnknown } from './priority-unknown';
import { examples as refused } from './refused';
import type { RuleId } from './registry';
import { examples as sameSiteMissing } from './same-site-missing';
import { examples as sameSiteMisspelt } from './same-site-misspelt';
import { examples as sameSiteNoneUnneeded } from './same-site-none-unneeded';
import { examples as secureMissing } from './secure-missing';
import { examples as secureOverHttp } from './secure-over-http';
import { examples as sentToStaticHost } from './sent-to-static-host';
import { examples as serialisedObject } from './serialised-object';
import { examples as sessionAliveAfterSignOut } from './session-alive-after-sign-out';
import { examples as sessionFixation } from './session-fixation';
import { examples as sessionIdInReferer } from './session-id-in-referer';
import { examples as sessionIdInUrl } from './session-id-in-url';
import { examples as sessionInClear } from './session-in-clear';
import { examples as setEveryResponse } from './set-every-response';
import { examples as setTwice } from './set-twice';
import { examples as shadowed } from './shadowed';
import { examples as signOutLeavesCookie } from './sign-out-leaves-cookie';
import { examples as subdomainSurface } from './subdomain-surface';
import { examples as thirdPartyNotPartitioned } from './third-party-not-partitioned';
import { examples as tooManyCookies } from './too-many-cookies';
import { examples as valueFromRequest } from './value-from-request';
import { examples as valueUnencoded } from './value-unencoded';

/** The examples of every rule. Apart from the rules, so that whoever only applies them need not load these. */
export const EXAMPLES: Readonly<Record<RuleId, () => Examples>> = {
  'attribute-misspelt': attributeMisspelt,
  'attribute-repeated': attributeRepeated,
  'attribute-too-long': attributeTooLong,
  'attribute-unknown': attributeUnknown,
  'browsers-disagree': browsersDisagree,
  'cached-set-cookie': cachedSetCookie,
  'clock-skew': clockSkew,
  'cookie-header-large': cookieHeaderLarge,
  'csrf-token-missing': csrfTokenMissing,
  'deletion-mismatch': deletionMismatch,
  'deletion-refused': deletionRefused,
  'domain-refused': domainRefused,
  'domain-too-broad': domainTooBroad,
  'empty-attribute': emptyAttribute,
  'expires-against-max-age': expiresAgainstMaxAge,
  'expires-invalid': expiresInvalid,
  'flag-with-value': flagWithValue,
  'hsts-missing': hstsMissing,
  'http-only-missing': httpOnlyMissing,
  'internal-address': internalAddress,
  'jwt-alg-none': jwtAlgNone,
  'jwt-key-from-header': jwtKeyFromHeader,
  'jwt-long-lived': jwtLongLived,
  'jwt-no-audience': jwtNoAudience,
  'jwt-outlives-cookie': jwtOutlivesCookie,
  'jwt-outlives-sign-out': jwtOutlivesSignOut,
  'jwt-time-misread': jwtTimeMisread,
  'jwt-without-exp': jwtWithoutExp,
  'lifetime-capped': lifetimeCapped,
  'lifetime-too-long': lifetimeTooLong,
  'low-entropy-id': lowEntropyId,
  'max-age-invalid': maxAgeInvalid,
  'name-characters': nameCharacters,
  nameless: nameless,
  'non-ascii': nonAscii,
  'none-without-secure': noneWithoutSecure,
  'pair-near-limit': pairNearLimit,
  'pair-too-large': pairTooLarge,
  'partitioned-same-site': partitionedSameSite,
  'partitioned-without-secure': partitionedWithoutSecure,
  'path-as-border': pathAsBorder,
  'path-ignored': pathIgnored,
  'personal-data': personalData,
  'predictable-id': predictableId,
  'prefix-broken': prefixBroken,
  'prefix-look-alike': prefixLookAlike,
  'prefix-missing': prefixMissing,
  'priority-unknown': priorityUnknown,
  refused: refused,
  'same-site-missing': sameSiteMissing,
  'same-site-misspelt': sameSiteMisspelt,
  'same-site-none-unneeded': sameSiteNoneUnneeded,
  'secure-missing': secureMissing,
  'secure-over-http': secureOverHttp,
  'sent-to-static-host': sentToStaticHost,
  'serialised-object': serialisedObject,
  'session-alive-after-sign-out': sessionAliveAfterSignOut,
  'session-fixation': sessionFixation,
  'session-id-in-referer': sessionIdInReferer,
  'session-id-in-url': sessionIdInUrl,
  'session-in-clear': sessionInClear,
  'set-every-response': setEveryResponse,
  'set-twice': setTwice,
  shadowed: shadowed,
  'sign-out-leaves-cookie': signOutLeavesCookie,
  'subdomain-surface': subdomainSurface,
  'third-party-not-partitioned': thirdPartyNotPartitioned,
  'too-many-cookies': tooManyCookies,
  'value-from-request': valueFromRequest,
  'value-unencoded': valueUnencoded,
};
