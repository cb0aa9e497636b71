import type { Exchange } from '../../replay/rows/exchange';
import type { Hsts } from './subject';

/**
 * What a response says of Strict-Transport-Security; null = it was not asked over https, or there is no response.
 * @see RFC 6797 §6.1
 */
export function hstsIn(exchange: Exchange): Hsts | null {
  if (!exchange.url.startsWith('https:') || exchange.received === null) return null;
  const places = [{ row: exchange.id, line: null }];
  const header = exchange.received.headers.find(({ name }) => name === 'strict-transport-security');
  const maxAge = header === undefined ? null : /(?:^|;)\s*max-age\s*=\s*"?(\d{1,12})/i.exec(header.value);
  if (header === undefined || maxAge === null) return { kind: 'absent', places };
  return {
    kind: 'given',
    maxAge: Number(maxAge[1]),
    includeSubDomains: /(?:^|;)\s*includesubdomains\s*(?:;|$)/i.test(header.value),
    lapses: 0,
    places,
  };
}

/** What covers a host: its own header, or one of a parent that includes subdomains. */
export function hstsFor(host: string, seen: ReadonlyMap<string, Hsts>): Hsts {
  const own = seen.get(host) ?? { kind: 'unseen' };
  if (own.kind === 'given') return own;
  for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) {
    const parent = seen.get(host.slice(dot + 1));
    if (parent?.kind === 'given' && parent.includeSubDomains) return parent;
  }
  return own;
}
