import type { RequestHandler } from 'express';
import { VARIANTS } from '../variants';
import { octets } from '../web/octets';
import type { Shop } from './shop';

/** For shared caches alone: the visitor's own would go on showing the page when the flaw is off again. */
const SHARED = 'public, max-age=0, s-maxage=600';

/** Adds the Set-Cookie lines of the flaws that are on, and what else some of them want of a response's head. */
export function flawedLines(shop: Shop): RequestHandler {
  return (request, response, next) => {
    if (request.method !== 'GET') return next();
    const received = (request.headers.cookie ?? '').split('; ').map(nameOf);
    for (const { id, lines } of VARIANTS) {
      if (!shop.switches.has(id)) continue;
      const own = lines?.[request.path] ?? [];
      for (const line of own)
        if (!received.includes(nameOf(line)) || isDeletion(line)) response.append('Set-Cookie', octets(line));
    }
    if (shop.switches.has('clock-skew')) response.set('Date', new Date(Date.now() - 3_600_000).toUTCString());
    if (shop.switches.has('cached-set-cookie') && request.path === '/') response.set('Cache-Control', SHARED);
    next();
  };
}

function nameOf(pair: string): string {
  return pair.split(/[=;]/, 1)[0] ?? '';
}

function isDeletion(line: string): boolean {
  return line.endsWith('Max-Age=0');
}
