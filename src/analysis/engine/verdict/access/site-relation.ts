import { isSameSite } from '../../site/same-site';
import { type Site, siteOf } from '../../site/schemeful';
import type { Behavior } from './browsers';
import { isUnknown, type RequestContext, type Unknown } from './context';

/**
 * How near a request's maker is to the site it goes to, seen by SameSite:
 * `strict` = same-site; `lax` = a cross-site top-level navigation by a safe method, `lax-unsafe` by another; `cross` = the rest.
 */
export type Relation = 'strict' | 'lax' | 'lax-unsafe' | 'cross';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** Whether a method only reads. @param method in capitals @see RFC 9110 §9.2.1 */
export const isSafeMethod = (method: string): boolean => SAFE_METHODS.has(method);

/**
 * What a request may carry.
 * @param site the site of the request's URL
 * @see RFC 6265bis §5.2 and §5.8.3 step 1
 */
export function sendRelation(context: RequestContext, site: Site | null, behavior: Behavior): Relation | Unknown {
  const near = closeness(context, site, behavior);
  if (isUnknown(near)) return near;
  if (near === 'outside') return 'cross';
  const crossed = behavior.redirectChain === 'counts' && crossesSites(context, site, behavior);
  if (near === 'same-site' && !crossed) return 'strict';
  if (context.type !== 'main-frame-navigation') return 'cross';
  return isSafeMethod(context.method.toUpperCase()) ? 'lax' : 'lax-unsafe';
}

/**
 * Whether a response or script may set cookies that are for the same site only.
 * A top-level navigation always may; measured: no browser looks at the redirect chain here.
 * @see RFC 6265bis §5.7 step 18
 */
export function mayAlwaysSet(context: RequestContext, site: Site | null, behavior: Behavior): boolean | Unknown {
  if (context.type === 'main-frame-navigation') return true;
  const near = closeness(context, site, behavior);
  return isUnknown(near) ? near : near === 'same-site';
}

/** Whether a document above, or the page itself, is of another site than the request. */
export function isThirdParty(context: RequestContext, site: Site | null, behavior: Behavior): boolean | Unknown {
  if (context.type === 'main-frame-navigation') return false;
  const within = withinSite(context, site, behavior);
  return isUnknown(within) ? within : !within;
}

/** Whether a document between the top and the request is of another site than both. `null` = not told. */
export function isEnclosed({ ancestors }: RequestContext, site: Site | null, behavior: Behavior): boolean | null {
  if (isUnknown(ancestors)) return null;
  return ancestors.some((origin) => !isSameSite(siteOf(origin), site, behavior.schemefulSite));
}

/** `initiated` = only who caused the request is of another site. */
function closeness(
  context: RequestContext,
  site: Site | null,
  behavior: Behavior,
): 'same-site' | 'initiated' | 'outside' | Unknown {
  const within = context.type === 'main-frame-navigation' ? true : withinSite(context, site, behavior);
  if (within === false) return 'outside';
  const { initiator } = context;
  const foreign = isUnknown(initiator)
    ? initiator
    : initiator !== null && !isSameSite(siteOf(initiator), site, behavior.schemefulSite);
  if (foreign === true) return 'initiated';
  if (isUnknown(within)) return within;
  return isUnknown(foreign) ? foreign : 'same-site';
}

/** Whether every document from the top down to the maker of the request is of the request's site. */
function withinSite({ siteForCookies, ancestors }: RequestContext, site: Site | null, behavior: Behavior): boolean | Unknown {
  // Where schemes do not count, a site for cookies that was made with them says too little.
  if (!behavior.schemefulSite && !isUnknown(ancestors)) {
    return ancestors.every((origin) => isSameSite(siteOf(origin), site, false));
  }
  if (isUnknown(siteForCookies)) return siteForCookies;
  return siteForCookies !== null && isSameSite(siteOf(siteForCookies), site, behavior.schemefulSite);
}

function crossesSites({ redirectChain }: RequestContext, site: Site | null, behavior: Behavior): boolean {
  return redirectChain.some((url) => !isSameSite(siteOf(url), site, behavior.schemefulSite));
}
