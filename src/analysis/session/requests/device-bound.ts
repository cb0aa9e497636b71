import type { Exchange } from '../../replay/rows/exchange';
import { addressOf, resolve } from './address';
import type { Visit } from './visit';

/** What a site was seen to do with device-bound sessions. */
export interface DeviceBound {
  /** Answers that asked the browser to bind a session. */
  readonly registrations: readonly Exchange[];
  /** Exchanges whose request proved the device's key: their answers renew what is bound. */
  readonly proofs: ReadonlySet<Exchange>;
}

const REGISTRATION: ReadonlySet<string> = new Set(['secure-session-registration', 'sec-session-registration']);
const PROOF: ReadonlySet<string> = new Set([
  'secure-session-response',
  'sec-session-response',
  'sec-secure-session-id',
  'sec-session-id',
]);

/**
 * Device-bound sessions by their headers: registration, and the requests that the browser makes to renew them.
 * @see https://w3c.github.io/webappsec-dbsc/
 */
export function deviceBound(visits: readonly Visit[]): DeviceBound {
  const registrations: Exchange[] = [];
  const proofs = new Set<Exchange>();
  const pages = new Set<string>();
  for (const { exchange } of visits) {
    const { headers, secretHeaders } = exchange.sent;
    if (headerOf(headers, PROOF) !== null || headerOf(secretHeaders, PROOF) !== null) proofs.add(exchange);
    const header = headerOf(exchange.received?.headers ?? [], REGISTRATION);
    if (header === null) continue;
    registrations.push(exchange);
    const path = /;\s*path="([^"]*)"/i.exec(header.value)?.[1];
    const page = path === undefined ? null : (addressOf(resolve(path, exchange.url))?.page ?? null);
    if (page !== null) pages.add(page);
  }
  if (pages.size > 0)
    for (const { exchange, address } of visits)
      if (exchange.sent.method === 'POST' && pages.has(address.page)) proofs.add(exchange);
  return { registrations, proofs };
}

/** The first header of such a name; every header of a recording is looked at. */
function headerOf<T extends { readonly name: string }>(headers: readonly T[], names: ReadonlySet<string>): T | null {
  for (const header of headers) if (names.has(header.name)) return header;
  return null;
}
