import { isSameSite } from '../../engine/site/same-site';
import { siteOf } from '../../engine/site/schemeful';
import { originOf } from '../../replay/requests/origin';
import type { Exchange } from '../../replay/rows/exchange';
import { addressOf } from '../../session/requests/address';
import type { Scene } from './scene';
import type { Suspect } from './suspect';

const CALLBACK = /(?:^| )(?:callback|acs|sign ?in|oidc|oauth2?|saml2?|sso|auth|return|consume|login)(?: |$)/;

/**
 * Whether a page was asked for by another site that signs in: its answer was recognised, or another site's page leads to an address
 * that says what it is there for.
 */
export function isReturn(exchange: Exchange, scene: Scene): boolean {
  if (scene.returnOf(exchange) !== null || scene.attemptOf(exchange)?.step === 'external') return true;
  const { sent, url } = exchange;
  if (sent.type !== 'document' || !isForeign(exchange) || isLedBySite(exchange, scene)) return false;
  return CALLBACK.test(addressOf(url)?.words ?? '');
}

/**
 * Whether an answer of another site is refused for want of what that sign-in left, whatever else was withheld.
 * @param suspects the cookies that the request may have missed
 */
export const lacksTransaction = (exchange: Exchange, suspects: readonly Suspect[], scene: Scene): boolean =>
  isReturn(exchange, scene) &&
  (suspects.some(({ role }) => role.role === 'sign-in-transaction') || (scene.returnOf(exchange)?.cookies.length ?? 0) > 0);

/** Whether a cookie held something of another sign-in and ended with its answer: nobody misses it afterwards. */
export function isOfEndedSignIn({ name, lostAt }: Suspect, exchange: Exchange, scene: Scene): boolean {
  const ended = lostAt?.kind === 'line' ? scene.returnOf(lostAt.exchange) : null;
  if (ended === null || ended === scene.returnOf(exchange)) return false;
  return ended.cookies.some(({ life, holds, endedBy }) => life.name === name && holds !== null && endedBy.length > 0);
}

/** Whether a redirect of the same site led here: browsers go on naming the other site, which began the chain. */
const isLedBySite = (exchange: Exchange, scene: Scene): boolean =>
  scene
    .hopsOf(exchange)
    .some(({ hop, url }) => hop < exchange.hop && isSameSite(siteOf(originOf(url)), siteOf(originOf(exchange.url)), false));

/** Whether another site caused the request. */
export function isForeign({ sent, url }: Exchange): boolean {
  if (sent.initiator === null) return false;
  return sent.initiator === 'null' || !isSameSite(siteOf(sent.initiator), siteOf(originOf(url)), false);
}

/** The host that sent the browser back. */
export const providerOf = (exchange: Exchange, scene: Scene): string | null =>
  scene.returnOf(exchange)?.provider ||
  (exchange.sent.initiator === null ? null : (addressOf(`${exchange.sent.initiator}/`)?.authority ?? null));

/** What other sites answer to a request to sign in or to sign out, by the names of fields and parameters. */
const ANSWER = /^(?:code|state|id_token|access_token|error|SAMLResponse|SAMLRequest|RelayState|wresult|ticket|openid\.mode)$/i;

/** Whether a request brings what a protocol of sign-in answers with. */
export const bringsAnswer = ({ sent, url }: Exchange): boolean =>
  [...(addressOf(url)?.parameters ?? []), ...(sent.fields ?? []).map(({ name }) => name)].some((name) => ANSWER.test(name));
