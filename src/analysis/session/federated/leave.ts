import type { SignInMessage } from '../../facts/sign-in-message';
import { readSaml } from '../../messages/saml';
import type { Exchange } from '../../replay/rows/exchange';
import { addressOf } from '../requests/address';
import type { Leave, Protocol, RequestParameters, Secrets } from './kinds';
import { parametersOf } from './parameters';

const NOTHING_ASKED: RequestParameters = {
  responseType: null,
  responseMode: null,
  prompt: null,
  challengeMethod: null,
  isPushed: false,
};
const NO_SECRETS: Secrets = { state: null, nonce: null, challenge: null, relayState: null };

/**
 * A request that sends the browser to another site to sign in; null = it is none.
 * @see RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1, SAML bindings §3.4 and §3.5, WS-Federation §13.2
 */
export function leaveIn(exchange: Exchange): Leave | null {
  const { sent, url } = exchange;
  if (sent.type !== 'document' && sent.type !== 'subdocument') return null;
  // Nearly every request is none: that is seen without taking its address apart.
  if (sent.fields === null && !/[?&](?:client_id|SAMLRequest|wa)=/.test(url)) return null;
  const address = addressOf(url);
  if (address === null) return null;
  const parameters = parametersOf(url);
  const found = oauth(parameters) ?? saml(exchange, parameters) ?? wsFederation(parameters);
  if (found === null) return null;
  const replyTo = found.replyTo === null ? null : (addressOf(found.replyTo)?.page ?? null);
  return { ...found, exchange, provider: address.authority, replyTo, application: applicationOf(found.replyTo, exchange) };
}

type Found = Omit<Leave, 'exchange' | 'provider' | 'application'>;

function oauth(parameters: ReadonlyMap<string, string>): Found | null {
  const get = (name: string): string | null => parameters.get(name) ?? null;
  const isPushed = parameters.has('request_uri');
  if (!parameters.has('client_id') || !(parameters.has('response_type') || isPushed || parameters.has('request'))) return null;
  const isOpenId =
    /(?:^| )openid(?: |$)/.test(get('scope') ?? '') ||
    parameters.has('nonce') ||
    (get('response_type') ?? '').includes('id_token');
  const method = get('code_challenge_method') ?? 'plain';
  const challenge = get('code_challenge');
  const protocol: Protocol = isOpenId ? 'openid-connect' : 'oauth2';
  return {
    protocol,
    replyTo: get('redirect_uri'),
    asked: {
      responseType: get('response_type'),
      responseMode: get('response_mode'),
      prompt: get('prompt'),
      challengeMethod: challenge === null ? null : method === 'S256' ? 'S256' : 'plain',
      isPushed,
    },
    secrets: { ...NO_SECRETS, state: get('state'), nonce: get('nonce'), challenge },
    message: null,
  };
}

function saml(exchange: Exchange, parameters: ReadonlyMap<string, string>): Found | null {
  const message = samlMessage(exchange, parameters);
  if (message?.kind !== 'saml-request') return null;
  return {
    protocol: 'saml',
    replyTo: message.replyTo,
    asked: NOTHING_ASKED,
    secrets: { ...NO_SECRETS, relayState: parameters.get('RelayState') ?? null },
    message,
  };
}

/** The message of SAML that a request carries; null = none. */
export function samlMessage({ sent }: Exchange, parameters: ReadonlyMap<string, string>): SignInMessage | null {
  for (const name of ['SAMLRequest', 'SAMLResponse'] as const) {
    const value = parameters.get(name);
    if (value !== undefined) return readSaml(value, 'redirect', name);
    const field = (sent.fields ?? []).find((each) => each.name === name);
    if (field?.message !== undefined) return field.message;
  }
  return null;
}

function wsFederation(parameters: ReadonlyMap<string, string>): Found | null {
  if (parameters.get('wa') !== 'wsignin1.0' || !parameters.has('wtrealm')) return null;
  return {
    protocol: 'ws-federation',
    replyTo: parameters.get('wreply') ?? null,
    asked: NOTHING_ASKED,
    secrets: { ...NO_SECRETS, relayState: parameters.get('wctx') ?? null },
    message: null,
  };
}

/** The host that asked: where the answer is to go, else the site that the browser was on. */
function applicationOf(replyTo: string | null, { sent }: Exchange): string | null {
  const target = replyTo ?? sent.headers.find(({ name }) => name === 'referer')?.value ?? sent.initiator;
  return target === null
    ? null
    : (addressOf(target.includes('://') && !/:\/\/[^/]*\//.test(target) ? `${target}/` : target)?.authority ?? null);
}
