import type { Exchange } from '../../replay/rows/exchange';
import { addressOf } from '../requests/address';
import { type Chunked, shouldYield } from '../shared/chunked';
import type { Protocol, SingleSignOut } from './kinds';
import { samlMessage } from './leave';
import { parametersOf } from './parameters';

/**
 * Ends of sessions that are told to the site that signs in, with the frames in which it tells other applications.
 * @see OpenID Connect RP-Initiated Logout 1.0 §2 and Front-Channel Logout 1.0 §2, SAML profiles §4.4, WS-Federation §13.2.4
 */
export function* singleSignOutsIn(documents: readonly Exchange[]): Chunked<readonly SingleSignOut[]> {
  const found: (Omit<SingleSignOut, 'frames' | 'exchanges'> & { frames: number; exchanges: string[] })[] = [];
  for (const [at, exchange] of documents.entries()) {
    if (shouldYield(at)) yield;
    if (exchange.sent.fields === null && !/[?&](?:id_token_hint|post_logout_redirect_uri|wa|sid|SAML\w+)=/.test(exchange.url))
      continue;
    const parameters = parametersOf(exchange.url);
    const last = found.at(-1);
    if (exchange.sent.type === 'subdocument' && last !== undefined && isFrontChannel(parameters)) {
      last.frames += 1;
      last.exchanges.push(exchange.id);
      continue;
    }
    const protocol = protocolOf(exchange, parameters);
    const provider = addressOf(exchange.url)?.authority ?? null;
    if (protocol === null || provider === null) continue;
    if (last !== undefined && last.protocol === protocol && exchange.at - last.at.at < 30_000) last.exchanges.push(exchange.id);
    else found.push({ protocol, provider, exchanges: [exchange.id], frames: 0, at: exchange });
  }
  return found;
}

function protocolOf(exchange: Exchange, parameters: ReadonlyMap<string, string>): Protocol | null {
  if (parameters.has('id_token_hint') && !parameters.has('response_type')) return 'openid-connect';
  if (parameters.has('post_logout_redirect_uri')) return 'openid-connect';
  if (/^wsignout/.test(parameters.get('wa') ?? '')) return 'ws-federation';
  if (!parameters.has('SAMLRequest') && !parameters.has('SAMLResponse') && exchange.sent.fields === null) return null;
  const kind = samlMessage(exchange, parameters)?.kind;
  return kind === 'saml-logout-request' || kind === 'saml-logout-response' ? 'saml' : null;
}

const isFrontChannel = (parameters: ReadonlyMap<string, string>): boolean =>
  (parameters.has('iss') && parameters.has('sid')) || /^wsignoutcleanup/.test(parameters.get('wa') ?? '');
