import type { PartitionKey } from '../../engine/base/partition-key';
import { isSameSite } from '../../engine/site/same-site';
import { siteOf, siteText } from '../../engine/site/schemeful';
import { isUnknown, type RequestContext, type Unknown } from '../../engine/verdict/access/context';
import { isTop, type RequestSent } from '../../facts/fact';
import { isForwardedByWorker } from './forwarded-navigations';
import { originOf } from './origin';
import { headerOf } from './request-header';
import { storageAccessOf } from './storage-access';

type Path = readonly string[] | Unknown;

/**
 * The circumstances of a request that its cookies depend on.
 * @param path origins from the top down to the requesting document, or why they are not known
 * @param chain URLs of the hops before this one
 * @see RFC 6265bis §5.2 (same-site and cross-site requests)
 */
export function requestContext(sent: RequestSent, path: Path, chain: readonly string[]): RequestContext {
  const type = contextType(sent);
  const origin = originOf(sent.url);
  return {
    type,
    method: sent.method,
    initiator: initiatorOf(sent),
    siteForCookies: type === 'main-frame-navigation' ? origin : siteOfRequest(sent, path),
    ancestors: path,
    redirectChain: chain,
    // A reload keeps the initiator of the navigation it repeats, in both browsers: the initiator says all there is to say.
    reload: 'none',
    partitionKey: type === 'main-frame-navigation' ? ownSiteKey(origin) : keyOfRequest(sent, path, origin),
  };
}

/** A file: page in Chromium and a data: page in Firefox are not named; that it was no address bar, Sec-Fetch-Site tells. */
function initiatorOf(sent: RequestSent): RequestContext['initiator'] {
  if (sent.initiatorUnknown) return { unknown: 'initiator' };
  if (sent.initiator !== null) return isForwardedByWorker(sent) ? { unknown: 'service-worker' } : sent.initiator;
  return headerOf(sent, 'sec-fetch-site') === 'cross-site' ? 'null' : null;
}

/** The context of a later hop: it keeps the first hop's opaque initiator, also where the later one looks like an address bar's. */
export const continuedContext = (context: RequestContext, before: RequestContext): RequestContext =>
  context.initiator === null && before.initiator === 'null' ? { ...context, initiator: 'null' } : context;

/** Chromium puts `Sec-Fetch-Storage-Access` into third-party requests alone, those of a sandboxed document among them. */
const isThirdPartyByHeader = (sent: RequestSent): boolean => sent.ancestors === null && storageAccessOf(sent) !== null;

const siteOfRequest = (sent: RequestSent, path: Path): RequestContext['siteForCookies'] =>
  isThirdPartyByHeader(sent) ? null : unlessSandboxed(sent, siteForCookies(path));

function keyOfRequest(sent: RequestSent, path: Path, origin: string): RequestContext['partitionKey'] {
  const key = partitionKey(path, origin);
  if (!isThirdPartyByHeader(sent) || isTop(sent)) return unlessSandboxed(sent, key);
  return key === null || isUnknown(key) ? key : { ...key, crossSiteAncestor: true };
}

/** Whether the request goes to another site (scheme aside) than the top-level document's; null = cannot tell. */
export function isThirdPartyRequest(sent: RequestSent, path: Path): boolean | null {
  if (sent.type === 'document') return false;
  if ('unknown' in path) return sent.thirdParty;
  const top = path[0];
  return top === undefined ? sent.thirdParty : !isSameSite(siteOf(originOf(sent.url)), siteOf(top), false);
}

function contextType(sent: RequestSent): RequestContext['type'] {
  if (sent.type === 'document') return 'main-frame-navigation';
  return sent.type === 'subdocument' ? 'subframe-navigation' : 'subresource';
}

/** §5.2.1: the top-level origin if every document from it down is same-site with it, else nothing is same-site. */
function siteForCookies(path: Path): string | null | Unknown {
  if ('unknown' in path) return path;
  const [top, ...below] = path;
  if (top === undefined) return { unknown: 'frame-document' };
  const site = siteOf(top);
  return site !== null && below.every((origin) => isSameSite(siteOf(origin), site, true)) ? top : null;
}

function ownSiteKey(origin: string): PartitionKey | null {
  const site = siteOf(origin);
  return site === null ? null : { topLevelSite: siteText(site), crossSiteAncestor: false };
}

/** CHIPS: the top-level site, and whether any document below it or the request itself is of another site. */
function partitionKey(path: Path, own: string): PartitionKey | null | Unknown {
  if ('unknown' in path) return path;
  const site = path[0] === undefined ? null : siteOf(path[0]);
  if (site === null) return { unknown: 'top-level-site' };
  const crossSiteAncestor = [...path, own].some((origin) => !isSameSite(siteOf(origin), site, true));
  return { topLevelSite: siteText(site), crossSiteAncestor };
}

/**
 * What a sandboxed document loads names an opaque origin; whether its frame counts by its URL or as opaque differs
 * by browser and flag, and no extension API tells the flags.
 */
function unlessSandboxed<T>(sent: RequestSent, known: T): T | Unknown {
  return sent.type !== 'subdocument' && sent.initiator === 'null' ? { unknown: 'sandboxed-frame' } : known;
}
