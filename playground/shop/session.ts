import { randomInt } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { Switches } from '../web/switches';
import { sessionCookie } from './cookies';
import type { Shop } from './shop';

/**
 * Sessions by express-session: an id in a cookie, everything else on the server. Nothing is stored before there is
 * something to remember, and an id is sent once, not with every response.
 */
export function sessions(shop: Shop): RequestHandler {
  let built = { version: -1, handler: undefined as RequestHandler | undefined };
  return (request, response, next) => {
    if (built.handler === undefined || built.version !== shop.switches.version) {
      built = { version: shop.switches.version, handler: handlerOf(shop) };
    }
    return built.handler?.(request, response, next);
  };
}

function handlerOf(shop: Shop): RequestHandler {
  const { name, options } = sessionCookie(shop.switches);
  const { path, secure, httpOnly, sameSite, domain, maxAge } = options;
  // Each handler listens to its store; the one before is no longer used.
  for (const event of ['connect', 'disconnect']) shop.sessions.removeAllListeners(event);
  return session({
    name,
    secret: shop.secret,
    store: shop.sessions,
    resave: false,
    saveUninitialized: false,
    rolling: shop.switches.has('set-every-response'),
    unset: 'destroy',
    ...newIds(shop.switches),
    cookie: { path, secure, httpOnly, sameSite, domain, ...(maxAge === undefined ? {} : { maxAge: maxAge * 1000 }) },
  });
}

/** Ids of 192 bits of chance, signed, unless a flaw wants others. */
function newIds(switches: Switches): Pick<session.SessionOptions, 'genid'> {
  if (switches.has('predictable-ids')) return { genid: countingId };
  return switches.has('short-ids') ? { genid: () => String(randomInt(10_000_000, 100_000_000)) } : {};
}

let count = 1000;
function countingId(): string {
  count += 1;
  return `c0ffee5e551017d5b2a94e7f${count}`;
}

/**
 * express-session sends a Secure cookie only if `request.secure` says so, which means https. Browsers trust
 * `http://*.localhost` as well; so does this shop, on no other host.
 */
export const trustLoopback: RequestHandler = (request, _response, next) => {
  if (request.hostname.endsWith('.localhost')) Object.defineProperty(request, 'secure', { value: true });
  next();
};

/** Gives the visitor a new id and forgets everything the old one stood for. */
export function regenerated(request: Request): Promise<void> {
  return new Promise((resolve, reject) => request.session.regenerate((error) => (error ? reject(error) : resolve())));
}

/** Ends the session on the server: whoever still has the id has nothing. */
export function destroyed(request: Request): Promise<void> {
  return new Promise((resolve, reject) => request.session.destroy((error) => (error ? reject(error) : resolve())));
}
