import { bytes } from '../../engine/base/bytes';
import { pathMatches } from '../../engine/jar/match';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import { urlParts } from '../../engine/site/url-parts';
import type { Exchange } from '../../replay/rows/exchange';
import { byAction } from '../../rules/engine/fix';
import { pathOf, requestText } from '../../rules/engine/request-words';
import { s } from '../../rules/engine/sentence';
import { cookieKey } from '../../session/cookies/cookie-key';
import { newSuspect } from '../scene/suspect';
import { tokenOf } from '../scene/token-of';
import { pageOf, type SessionOfToken } from './csrf-session';
import type { FailureCase } from './define';
import { observedJoin } from './joins';
import { remedyFor } from './remedy';

/**
 * A token's cookie that went along, while the page that asked could not read it: `document.cookie` has what a request for the page
 * itself would bring. null = there is none.
 */
export function besidePath({ failure, scene }: FailureCase): SessionOfToken | null {
  const { exchange, site } = failure;
  if (exchange.sent.type !== 'fetch' || tokenOf(exchange) !== null) return null;
  const page = pageOf(exchange, scene);
  const cookie = exchange.cookies.find(({ cookie: stored }) => isBeside(stored, page))?.cookie ?? null;
  if (page === null || cookie === null) return null;
  const { name, path } = cookie;
  const suspect = newSuspect({
    cause: 'unreadable',
    name,
    key: cookieKey(cookie),
    role: scene.roleOf(cookieKey(cookie)),
    cookie,
    source: scene.events.setterOf(site, cookie, exchange.sent.seq),
  });
  return {
    suspect,
    why: s`${name} has ${`Path=${path}`}: a script of ${pathOf(page.url)} cannot read it, and sends no token.`,
    brief: s`unreadable for the page: another ${'Path'}`,
    more: observedJoin(s`${requestText(exchange)} carried ${name}, and no token in a header or field.`),
    remedy: () =>
      remedyFor(
        byAction(
          null,
          s`Write ${'Path=/'} for ${name}: it is there for the scripts of every page. The session may keep its path.`,
        ),
        suspect,
        scene,
      ),
  };
}

/** Whether scripts may read it, but not those of this page. */
const isBeside = (cookie: StoredCookie | null, page: Exchange | null): boolean =>
  cookie !== null &&
  page !== null &&
  !cookie.httpOnly &&
  /csrf|xsrf/i.test(cookie.name) &&
  urlParts(page.url)?.host === cookie.domain &&
  !pathMatches(bytes(urlParts(page.url)?.path ?? '/'), cookie.path);
