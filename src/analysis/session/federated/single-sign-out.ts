import type { Exchange } from '../../replay/rows/exchange';
import { addressOf, saysSignOut } from '../requests/address';
import { issuerOf } from '../requests/front-channel';
import { type Chunked, shouldYield } from '../shared/chunked';
import type { Protocol, SingleSignOut } from './kinds';
import { samlMessage } from './leave';
import { parametersOf } from './parameters';

/** What belongs to one end follows within this time. */
const TOGETHER = 30_000;

type Found = Omit<SingleSignOut, 'frames' | 'exchanges'> & { readonly frames: Exchange[]; readonly exchanges: string[] };

/**
 * Ends of sessions that are told to the site that signs in, with the frames in which it tells other applications.
 * @see OpenID Connect RP-Initiated Logout 1.0 §2 and Front-Channel Logout 1.0 §2, SAML profiles §4.4, WS-Federation §13.2.4
 */
export function* singleSignOutsIn(documents: readonly Exchange[]): Chunked<readonly SingleSignOut[]> {
  const found: Found[] = [];
  for (const [at, exchange] of documents.entries()) {
    if (shouldYield(at)) yield;
    const last = found.at(-1);
    if (last !== undefined && isFrontChannelOf(exchange, last)) {
      last.frames.push(exchange);
      last.exchanges.push(exchange.id);
      continue;
    }
    const begun = begunThere(exchange, documents, at);
    if (begun !== null) {
      found.push(begun);
      continue;
    }
    if (exchange.sent.fields === null && !/[?&](?:id_token_hint|post_logout_redirect_uri|wa|sid|SAML\w+)=/.test(exchange.url))
      continue;
    const parameters = parametersOf(exchange.url);
    const protocol = protocolOf(exchange, parameters);
    const provider = addressOf(exchange.url)?.authority ?? null;
    if (protocol === null || provider === null) continue;
    if (last !== undefined && last.protocol === protocol && exchange.at - last.at.at < TOGETHER) last.exchanges.push(exchange.id);
    else found.push({ protocol, provider, beganThere: false, exchanges: [exchange.id], frames: [], at: exchange });
  }
  return found;
}

/** Frames of one page are few. */
const MOST_BEFORE = 40;

/** The end that a frame is the first to show: the user signed out at the other site, by a page that needs no parameter. */
function begunThere(frame: Exchange, documents: readonly Exchange[], at: number): Found | null {
  if (frame.sent.type !== 'subdocument' || frame.hop > 0) return null;
  const provider = issuerOf(frame.url);
  if (provider === null || provider === addressOf(frame.url)?.authority) return null;
  const page = documents
    .slice(Math.max(0, at - MOST_BEFORE), at)
    .findLast(({ sent, url }) => sent.type === 'document' && addressOf(url)?.authority === provider);
  if (page === undefined || frame.at - page.at >= TOGETHER) return null;
  return {
    protocol: 'openid-connect',
    provider,
    beganThere: true,
    exchanges: [page.id, frame.id],
    frames: [frame],
    at: page,
  };
}

function protocolOf(exchange: Exchange, parameters: ReadonlyMap<string, string>): Protocol | null {
  if (parameters.has('id_token_hint') && !parameters.has('response_type')) return 'openid-connect';
  if (parameters.has('post_logout_redirect_uri')) return 'openid-connect';
  if (/^wsignout/.test(parameters.get('wa') ?? '')) return 'ws-federation';
  if (!parameters.has('SAMLRequest') && !parameters.has('SAMLResponse') && exchange.sent.fields === null) return null;
  const kind = samlMessage(exchange, parameters)?.kind;
  return kind === 'saml-logout-request' || kind === 'saml-logout-response' ? 'saml' : null;
}

/** Whether a frame tells another application of the end: by the protocol's parameters, or by an address that signs out. */
function isFrontChannelOf(exchange: Exchange, { provider, at }: { readonly provider: string; readonly at: Exchange }): boolean {
  if (exchange.sent.type !== 'subdocument' || exchange.hop > 0 || exchange.at - at.at >= TOGETHER) return false;
  const address = addressOf(exchange.url);
  if (address === null || address.authority === provider) return false;
  const parameters = parametersOf(exchange.url);
  return (
    (parameters.has('iss') && parameters.has('sid')) ||
    /^wsignoutcleanup/.test(parameters.get('wa') ?? '') ||
    samlMessage(exchange, parameters)?.kind === 'saml-logout-request' ||
    saysSignOut(address)
  );
}
