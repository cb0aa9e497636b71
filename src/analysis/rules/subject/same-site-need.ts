import type { Profile } from '../../engine/base/profile';
import { type Access, accessOf } from '../../engine/verdict/access/access';
import { isUnknown, type RequestContext } from '../../engine/verdict/access/context';
import type { Exchange } from '../../replay/rows/exchange';

/**
 * What SameSite a cookie may have at most to go with a request or to be set by its response: `strict` = any, `lax` = not
 * Strict, `none` = None alone.
 */
export type SameSiteNeed = 'strict' | 'lax' | 'none';

const RANK: Readonly<Record<SameSiteNeed, number>> = { strict: 0, lax: 1, none: 2 };
const BROWSERS: readonly Profile[] = ['chromium', 'firefox'];

interface Worked {
  readonly origin: string;
  readonly context: RequestContext;
  readonly need: SameSiteNeed | null;
}
let last: Worked | null = null;

/**
 * The need of a request in the browser that asks more; null = the recording does not tell. The requests of one page come one after
 * the other and need the same: what was worked out for the last one is kept.
 */
export function sendingNeed(exchange: Exchange): SameSiteNeed | null {
  const origin = /^[^/]*\/\/[^/?#]*/.exec(exchange.url)?.[0] ?? exchange.url;
  if (last === null || last.origin !== origin || !isAlike(last.context, exchange.context))
    last = { origin, context: exchange.context, need: worst(exchange, ofSending) };
  return last.need ?? needByHeader(exchange);
}

const isAlike = (a: RequestContext, b: RequestContext): boolean =>
  a.type === b.type &&
  a.method === b.method &&
  a.initiator === b.initiator &&
  a.siteForCookies === b.siteForCookies &&
  a.partitionKey === b.partitionKey &&
  a.reload === b.reload &&
  a.redirectChain.length + b.redirectChain.length === 0 &&
  isSameList(a.ancestors, b.ancestors);

const isSameList = (a: RequestContext['ancestors'], b: RequestContext['ancestors']): boolean =>
  a === b || (!isUnknown(a) && !isUnknown(b) && a.length === b.length && a.every((origin, place) => origin === b[place]));

/** The need of a response's lines. */
export const settingNeed = (exchange: Exchange): SameSiteNeed | null => worst(exchange, ofSetting);

function worst(exchange: Exchange, needOf: (access: Access) => SameSiteNeed | null): SameSiteNeed | null {
  if (isOwnNavigation(exchange)) return 'strict';
  let found: SameSiteNeed | null = null;
  const { url, context, at } = exchange;
  for (const profile of BROWSERS) {
    const need = needOf(accessOf({ url, via: 'http', context, at, date: null }, { profile, thirdParty: 'allow' }));
    if (need !== null && (found === null || RANK[need] > RANK[found])) found = need;
  }
  return found;
}

/** The usual case, for which nothing has to be worked out: a page opened by the browser. */
const isOwnNavigation = ({ context }: Exchange): boolean =>
  context.type === 'main-frame-navigation' && context.initiator === null && context.redirectChain.length === 0;

function ofSending({ relation }: Access): SameSiteNeed | null {
  if (isUnknown(relation)) return null;
  return relation === 'strict' ? 'strict' : relation === 'lax' ? 'lax' : 'none';
}

function ofSetting({ setsSameSite }: Access): SameSiteNeed | null {
  if (isUnknown(setsSameSite)) return null;
  return setsSameSite ? 'strict' : 'none';
}

/** What the browser itself says of the request, where its place among the documents is not known. */
function needByHeader({ sent }: Exchange): SameSiteNeed | null {
  const fetchSite = sent.headers.find(({ name }) => name === 'sec-fetch-site')?.value;
  if (fetchSite === undefined) return null;
  return fetchSite === 'cross-site' ? 'none' : 'strict';
}
