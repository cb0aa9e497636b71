import { urlParts } from '../../engine/site/url-parts';
import type { ResponseReceived } from '../../facts/fact';
import { originOf } from '../../replay/requests/origin';
import type { Exchange } from '../../replay/rows/exchange';
import type { Consequence } from './failure';
import type { Scene } from './scene';

/**
 * Whether the browser keeps an answer that was asked for with cookies from the page.
 * @see Fetch §4.10 (CORS check)
 */
export function corsOf({ sent, url, received }: Exchange): Consequence | null {
  const mode = sent.headers.find(({ name }) => name === 'sec-fetch-mode')?.value ?? (sent.type === 'fetch' ? 'cors' : 'no-cors');
  if (mode !== 'cors' || sent.cookie === null || received === null) return null;
  if (sent.initiator === null || sent.initiator === originOf(url)) return null;
  const answered = answerHeaders(received);
  const allowed = answered('access-control-allow-origin');
  if (allowed === '*') return { kind: 'cors', fault: 'any-origin' };
  // Without leave for the origin it is no question of cookies.
  return allowed === sent.initiator && answered('access-control-allow-credentials') !== 'true'
    ? { kind: 'cors', fault: 'not-allowed' }
    : null;
}

/**
 * A question before a request of another origin (preflight) by which the request was not sent, as far as that has to do with
 * cookies; null = it was sent, or it is no question of cookies.
 * @see Fetch §4.8 (CORS-preflight fetch)
 */
export function preflightOf(exchange: Exchange, { exchanges }: Scene): Consequence | null {
  const { sent, received, url, status } = exchange;
  const header = (name: string) => sent.headers.find((each) => each.name === name)?.value;
  const method = header('access-control-request-method');
  if (sent.method !== 'OPTIONS' || method === undefined || received === null || status === null) return null;
  const origin = header('origin') ?? sent.initiator;
  if (origin === null || origin === originOf(url)) return null;
  if (exchanges.some((each) => each.url === url && each.sent.method === method && wentAfter(each, sent.seq))) return null;
  if ((status >= 300 && status < 400) || status === 401 || status === 403) return { kind: 'preflight', fault: 'refused' };
  if (status < 200 || status > 299 || !usesCookies(exchange, exchanges)) return null;
  const answered = answerHeaders(received);
  const allowed = answered('access-control-allow-origin');
  if (allowed === '*') return { kind: 'preflight', fault: 'any-origin' };
  return allowed === origin && answered('access-control-allow-credentials') !== 'true'
    ? { kind: 'preflight', fault: 'not-allowed' }
    : null;
}

/**
 * Whether a request was sent after its preflight. Chromium tells of one before its preflight, also where it is never sent: then
 * it fails without an answer.
 */
const wentAfter = ({ sent, received, state }: Exchange, preflight: number): boolean =>
  received === null ? state === 'pending' || (state !== 'failed' && sent.seq > preflight) : received.seq > preflight;

/** Whether pages of this origin ask this host with cookies: they sent some, or took some from an answer. */
function usesCookies({ sent, url }: Exchange, exchanges: readonly Exchange[]): boolean {
  const host = urlParts(url)?.host;
  return exchanges.some(
    (each) =>
      each.sent.type === 'fetch' &&
      each.sent.initiator === sent.initiator &&
      urlParts(each.url)?.host === host &&
      (each.sent.cookie !== null ||
        each.lines.some(({ observed }) => observed.outcome === 'stored' || observed.outcome === 'replaced')),
  );
}

const answerHeaders =
  ({ headers }: ResponseReceived) =>
  (name: string) =>
    headers.find((each) => each.name === name)?.value;
