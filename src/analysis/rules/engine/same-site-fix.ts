import { bytes } from '../../engine/base/bytes';
import type { ParsedLine } from '../../engine/header/parsed-line';
import { isTrustworthy } from '../../engine/site/trustworthy';
import { urlParts } from '../../engine/site/url-parts';
import type { Change } from '../../fixes/change';
import type { Exchange } from '../../replay/rows/exchange';
import type { Missed } from '../subject/missed';
import { sendingNeed } from '../subject/same-site-need';
import type { CookieSubject } from '../subject/subject';
import type { Fix } from './define';
import { byAction, byLine } from './fix';
import { requestSentence } from './request-words';
import { type Sentence, s } from './sentence';

export const SAME_SITE_LAX: Change = { kind: 'set', attribute: 'samesite', value: bytes('Lax') };
const SAME_SITE_NONE: Change = { kind: 'set', attribute: 'samesite', value: bytes('None') };
export const ADD_SECURE: Change = { kind: 'add-flag', flag: 'secure' };
export const CROSS_SITE: readonly Change[] = [SAME_SITE_NONE, ADD_SECURE];

export const MORE_SITES = s`With ${'None'} every other site can make browsers send the cookie. Where only one step of a sign-in needs it, give that step a short-lived cookie of its own and leave the session at ${'Lax'}.`;

/** SameSite=None for what a request of another site must carry; it needs https. @param because the request that shows it */
export function crossSiteFix(line: ParsedLine, because: Exchange, precaution: Sentence | null = MORE_SITES): Fix {
  if (!isSecure(because.url)) {
    return byAction(
      'trust-proxy',
      s`Only ${'SameSite=None; Secure'} is sent with ${requestSentence(because)}, and that requires https: serve both over https first.`,
    );
  }
  return byLine(
    line,
    s`Write ${'SameSite=None; Secure'}, because of ${requestSentence(because)}: with any other value the cookie is withheld.`,
    CROSS_SITE,
    precaution,
  );
}

/** Whether a browser keeps Secure cookies for a URL: https, wss, or this machine. */
export function isSecure(url: string): boolean {
  const parts = urlParts(url);
  return parts !== null && isTrustworthy(parts);
}

/** A recorded request for which the cookie needs SameSite=None: it went along, was set, or was missed; null = there is none. */
export function crossSiteNeed({ crossSite, missed }: Pick<CookieSubject, 'crossSite' | 'missed'>): Exchange | null {
  return crossSite.first ?? missed.find(needsNone)?.exchange ?? null;
}

const needsNone = ({ exchange, reason }: Missed): boolean =>
  reason.startsWith('same-site-') && reason !== 'same-site-none-insecure' && sendingNeed(exchange) === 'none';
