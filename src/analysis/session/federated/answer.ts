import { bytes } from '../../engine/base/bytes';
import type { Digest } from '../../facts/digest';
import type { SignInMessage } from '../../facts/sign-in-message';
import type { Exchange } from '../../replay/rows/exchange';
import { addressOf } from '../requests/address';
import type { Leave, ProviderAnswer } from './kinds';
import { samlMessage } from './leave';
import { fieldDigest, hasField, parametersOf } from './parameters';

const IN_ADDRESS = ['code', 'error', 'id_token', 'access_token', 'response'];

/** A request that brings an answer of another site; null = it is none. */
export function answerIn(exchange: Exchange): ProviderAnswer | null {
  const { sent, url } = exchange;
  if (sent.type !== 'document' && sent.type !== 'subdocument') return null;
  if (sent.fields === null && !/[?&](?:code|error|id_token|access_token|response|SAMLResponse)=/.test(url)) return null;
  const parameters = parametersOf(url);
  const error = parameters.get('error') ?? null;
  const isAnswer =
    IN_ADDRESS.some((name) => parameters.has(name)) &&
    (parameters.has('state') || parameters.has('code') || parameters.has('iss'));
  if (sent.method === 'GET' && isAnswer && !parameters.has('client_id'))
    return { exchange, binding: 'address', error, message: null };
  const message = samlMessage(exchange, parameters);
  if (message?.kind === 'saml-response' && (parameters.has('SAMLResponse') || hasField(exchange, 'SAMLResponse')))
    return { exchange, binding: parameters.has('SAMLResponse') ? 'address' : 'form', error: failure(message), message };
  if (sent.method !== 'POST') return null;
  if (hasField(exchange, 'SAMLResponse')) return { exchange, binding: 'form', error: null, message: null };
  if (hasField(exchange, 'wresult'))
    return { exchange, binding: 'form', error: null, message: fieldMessage(exchange, 'wresult') };
  const isForm =
    IN_ADDRESS.some((name) => hasField(exchange, name)) && hasField(exchange, 'state') && !hasField(exchange, 'client_id');
  return isForm
    ? {
        exchange,
        binding: 'form',
        error: hasField(exchange, 'error') ? 'error' : null,
        message: fieldMessage(exchange, 'id_token'),
      }
    : null;
}

const fieldMessage = ({ sent }: Exchange, name: string): SignInMessage | null =>
  (sent.fields ?? []).find((field) => field.name === name)?.message ?? null;

const failure = ({ status }: SignInMessage): string | null => (status === null || status === 'Success' ? null : status);

/** How well an answer fits a request. `certain`: by the state or the request's id. `likely`: by the page it goes to, or by RelayState or wctx, which may be a mere address. null = it does not. */
export function fitOf(leave: Leave, answer: ProviderAnswer, digest: Digest | null): 'certain' | 'likely' | null {
  const { secrets, message, replyTo, protocol } = leave;
  const address = addressOf(answer.exchange.url);
  if (address === null || !isOfProtocol(answer, protocol)) return null;
  const parameters = parametersOf(answer.exchange.url);
  if (message?.id != null && answer.message?.inResponseTo != null)
    return message.id === answer.message.inResponseTo ? 'certain' : null;
  if (secrets.state !== null && secrets.state !== '') {
    if (parameters.get('state') === secrets.state) return 'certain';
    const field = fieldDigest(answer.exchange, 'state');
    if (field !== null && field === (digest?.(bytes(secrets.state)) ?? null)) return 'certain';
  }
  if (secrets.relayState !== null && secrets.relayState !== '' && comesBack(secrets.relayState, answer, digest)) return 'likely';
  if (replyTo !== null) return address.page === replyTo ? 'likely' : null;
  return address.authority === leave.application ? 'likely' : null;
}

function comesBack(relayState: string, { exchange }: ProviderAnswer, digest: Digest | null): boolean {
  const parameters = parametersOf(exchange.url);
  const own = digest?.(bytes(relayState)) ?? null;
  return ['RelayState', 'wctx'].some(
    (name) => parameters.get(name) === relayState || (own !== null && fieldDigest(exchange, name) === own),
  );
}

function isOfProtocol({ exchange, message }: ProviderAnswer, protocol: Leave['protocol']): boolean {
  const isSaml = message?.kind === 'saml-response' || hasField(exchange, 'SAMLResponse');
  if (protocol === 'saml') return isSaml;
  if (protocol === 'ws-federation') return hasField(exchange, 'wresult');
  return !isSaml && !hasField(exchange, 'wresult');
}

/** Whether an answer comes behind `#`, where no server and no recorder sees it. @see OAuth 2.0 Multiple Response Type Encoding Practices §5 */
export function inFragment({ asked }: Leave): boolean {
  if (asked.responseMode !== null) return asked.responseMode.startsWith('fragment');
  return /(?:^| )(?:id_token|token)(?: |$)/.test(asked.responseType ?? '');
}
