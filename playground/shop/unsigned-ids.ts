import type { RequestHandler } from 'express';
import { sessionCookie } from './cookies';
import { signed } from './id-signature';
import type { Shop } from './shop';

/**
 * For the flaws whose ids can be guessed: takes the signature off on the way out and puts it back on the way in, since
 * express-session always signs, and nobody can guess a signature.
 */
export function unsignedIds(shop: Shop): RequestHandler {
  return (request, response, next) => {
    if (!shop.switches.has('predictable-ids') && !shop.switches.has('short-ids')) return next();
    const { name } = sessionCookie(shop.switches);
    const bare = new RegExp(`(^|; )${name}=([\\w-]+)(?=;|$)`);
    request.headers.cookie = request.headers.cookie?.replace(
      bare,
      (_all, before: string, id: string) => `${before}${name}=${encodeURIComponent(signed(id, shop.secret))}`,
    );
    const writeHead = response.writeHead.bind(response);
    response.writeHead = ((...args: Parameters<typeof writeHead>) => {
      const lines = response.getHeader('Set-Cookie');
      if (Array.isArray(lines))
        response.setHeader(
          'Set-Cookie',
          lines.map((line) => line.replace(/=s%3A([\w-]+)\.[^;]*/, '=$1')),
        );
      return writeHead(...args);
    }) as typeof response.writeHead;
    next();
  };
}
