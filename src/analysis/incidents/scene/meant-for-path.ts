import type { Identity } from '../../engine/jar/identity';
import { urlParts } from '../../engine/site/url-parts';
import type { Exchange } from '../../replay/rows/exchange';
import { cookieKey } from '../../session/cookies/cookie-key';
import { addressOf } from '../../session/requests/address';
import { isCredential } from '../../session/shared/role-kinds';
import type { Scene } from './scene';

/** A cookie that went along where its path says is there for that path, and so is one that renews another. */
export function isMeantForPath(
  cookie: Identity,
  exchange: Exchange,
  { sessions, attemptOf, siteOf, roleOf: roleOfKey }: Scene,
): boolean {
  const path = urlParts(exchange.url)?.path ?? '';
  // Nobody means the folder and not its address without a slash.
  if (cookie.path === `${path}/`) return false;
  const renews = /refresh|remember|renew/i;
  if (renews.test(`${cookie.name} ${cookie.path}`) && !renews.test(path)) return true;
  const life = sessions.lives.all.get(cookieKey(cookie));
  // A session that came with the credentials, and not with the page that they lead to, is missed there.
  const isOfChain = (each: Exchange): boolean => each.request === exchange.request && attemptOf(each)?.visit.exchange === each;
  // Nor does the page to sign in, to which whoever lacks it is sent, show what it is for.
  const isForm = ({ url }: Exchange): boolean => siteOf(exchange)?.answers.isLoginPage(addressOf(url)?.page ?? '') === true;
  const isSession = isCredential(roleOfKey(cookieKey(cookie)).role);
  // A cookie may have gone along thousands of times: the first that counts ends the search.
  return (
    life?.spans.some(({ sent }) =>
      sent.some((each) => each.id !== exchange.id && !(isSession && (isOfChain(each) || isForm(each)))),
    ) === true
  );
}
