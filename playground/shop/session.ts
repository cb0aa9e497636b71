import type { Request, RequestHandler } from 'express';
import session from 'express-session';
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
  const { path, secure, httpOnly, sameSite, domain } = options;
  return session({
    name,
    secret: shop.secret,
    store: shop.sessions,
    resave: false,
    saveUninitialized: false,
    unset: 'destroy',
    cookie: { path, secure, httpOnly, sameSite, domain },
  });
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
