import { byAction } from '../../rules/engine/fix';
import { s } from '../../rules/engine/sentence';
import { cookieKey } from '../../session/cookies/cookie-key';
import { newSuspect } from '../scene/suspect';
import { isTokenOf, tokenOf } from '../scene/token-of';
import type { SessionOfToken } from './csrf-session';
import type { FailureCase } from './define';
import { observedJoin } from './joins';
import { remedyFor } from './remedy';

/** The token is the value of a cookie whose name ends as that of the token's cookie does; null = it is not. */
export function otherName({ failure: { exchange, site }, scene }: FailureCase): SessionOfToken | null {
  const token = tokenOf(exchange);
  if (token === null) return null;
  for (const { name, value, cookie } of exchange.cookies) {
    if (cookie === null || scene.roleByName(name).role !== 'csrf-token' || isTokenOf(token, value, scene) !== false) continue;
    const other = exchange.cookies.find(
      (each) => each.name !== name && each.name.endsWith(name) && isTokenOf(token, each.value, scene) === true,
    );
    if (other === undefined) continue;
    const key = cookieKey(cookie);
    const source = scene.events.setterOf(site, cookie, exchange.sent.seq);
    const suspect = newSuspect({ cause: 'shadowed', name, key, role: scene.roleOf(key), cookie, source });
    return {
      suspect,
      why: s`The token that was sent is the value of ${other.name}, and ${name} went along with another: the page’s script looks for ${name} in a part of the cookies’ text, and finds it at the end of the other name.`,
      brief: s`taken for ${other.name}`,
      more: observedJoin(s`The digest of the token is that of the value of ${other.name}.`),
      remedy: () =>
        remedyFor(
          byAction(null, s`Cut ${'document.cookie'} at ${'; '} and compare whole names, or read it by a library that does.`),
          suspect,
          scene,
        ),
    };
  }
  return null;
}
