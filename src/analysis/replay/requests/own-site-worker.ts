import { isTrustworthy } from '../../engine/site/trustworthy';
import { urlParts } from '../../engine/site/url-parts';
import type { RequestSent } from '../../facts/fact';
import { type AskedAs, isForwardedByWorker } from './forwarded-navigations';
import { originOf } from './origin';
import { headerOf } from './request-header';
import { storageAccessOf } from './storage-access';

/**
 * A worker's request to its own site that shows that no other site is above the worker. Firefox says whether it is a third
 * party's; Chromium puts `Sec-Fetch-Storage-Access` into all those of a third party that have credentials. The script of a SharedWorker
 * Chromium asks for as its own site would, from a frame in a page of another site too: measured on 156, with all SameSite cookies.
 * @param sendsStorageAccess whether this browser does so
 * @param sitsElsewhere whether a document of an origin sits in a page of another site: where Firefox allows third-party cookies, one
 * service worker serves both, and what it passes on for the frame is said to be no third party's
 * @returns the request as one of that site; null = it does not tell
 */
export function ownSiteWorker(
  sent: RequestSent,
  sendsStorageAccess: boolean,
  sitsElsewhere: (origin: string) => boolean,
): AskedAs | null {
  if (sent.thirdParty === null && sendsStorageAccess && headerOf(sent, 'sec-fetch-dest') === 'sharedworker')
    return { sent, path: [originOf(sent.url)] };
  const isShown =
    sent.thirdParty === null
      ? sendsStorageAccess && lacksHeader(sent)
      : isOwnOrigin(sent) && (isWorkerScript(sent) || !sitsElsewhere(originOf(sent.url)));
  if (sent.tabId >= 0 || !isShown) return null;
  const origin = originOf(sent.url);
  // What began a navigation that the worker passes on was of the site too: so says Sec-Fetch-Site.
  const own: RequestSent = isForwardedByWorker(sent) ? { ...sent, type: 'subdocument', initiator: origin } : sent;
  return { sent: own, path: [origin] };
}

/** Cookies went along, so there would be the header if another site were above. */
function lacksHeader(sent: RequestSent): boolean {
  const parts = urlParts(sent.url);
  const site = headerOf(sent, 'sec-fetch-site');
  const isOfSite = site === 'same-origin' || site === 'same-site';
  return isOfSite && sent.cookie !== null && storageAccessOf(sent) === null && parts !== null && isTrustworthy(parts);
}

const isWorkerScript = (sent: RequestSent): boolean => headerOf(sent, 'sec-fetch-dest')?.endsWith('worker') === true;

const isOwnOrigin = (sent: RequestSent): boolean =>
  sent.thirdParty === false && !sent.ancestors?.length && headerOf(sent, 'sec-fetch-site') === 'same-origin';
