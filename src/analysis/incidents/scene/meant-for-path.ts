import type { Identity } from '../../engine/jar/identity';
import { urlParts } from '../../engine/site/url-parts';
import type { Exchange } from '../../replay/rows/exchange';
import { cookieKey } from '../../session/cookies/cookie-key';
import { isCredential } from '../../session/shared/role-kinds';
import type { Scene } from './scene';

/** A cookie that went along where its path says is there for that path, and so is one that renews another. */
export function isMeantForPath(cookie: Identity, exchange: Exchange, { sessions, attemptOf, roleOf: roleOfKey }: Scene): boolean {
  const path = urlParts(exchange.url)?.path ?? '';
  // Nobody means the folder and not its address without a slash.
  if (cookie.path === `${path}/`) return false;
  const renews = /refresh|remember|renew/i;
  if (renews.test(`${cookie.name} ${cookie.path}`) && !renews.test(path)) return true;
  const life = sessions.lives.all.get(cookieKey(cookie));
  const sent = life?.spans.flatMap((span) => span.sent.filter(({ id }) => id !== exchange.id)) ?? [];
  // A session that came with the credentials, and not with the page that they lead to, is missed there.
  const isOfChain = (each: Exchange): boolean => each.request === exchange.request && attemptOf(each)?.visit.exchange === each;
  return sent.length > 0 && !(isCredential(roleOfKey(cookieKey(cookie)).role) && sent.every((each) => isOfChain(each)));
}
