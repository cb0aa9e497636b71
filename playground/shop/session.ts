import { randomInt } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import session, { type Store } from 'express-session';
import type { Switches } from '../web/switches';
import { sessionCookie } from './cookies';
import type { Shop } from './shop';

/**
 * Sessions by express-session: an id in a cookie, everything else on the server. Nothing is stored before there is
 * something to remember, and an id is sent once, not with every response.
 */
export function sessions(shop: Shop): RequestHandler {
  let built: { readonly version: number; readonly handlers: readonly RequestHandler[] } = { version: -1, handlers: [] };
  let turn = 0;
  return (request, response, next) => {
    if (built.version !== shop.switches.version) built = { version: shop.switches.version, handlers: handlersOf(shop) };
    // Only the account is asked of both in turn: were the sign-in, too, nobody could ever sign in.
    const isAccount = request.path === '/account';
    if (isAccount) turn += 1;
    return built.handlers[isAccount ? turn % built.handlers.length : 0]?.(request, response, next);
  };
}

/** One for the shop's store; with the flaw a second one for another, as a second server has that shares nothing. */
function handlersOf(shop: Shop): readonly RequestHandler[] {
  // Each handler listens to its store; the one before is no longer used.
  for (const event of ['connect', 'disconnect']) shop.sessions.removeAllListeners(event);
  const own = handlerOf(shop, shop.sessions);
  return shop.switches.has('servers-without-shared-store') ? [own, handlerOf(shop, new session.MemoryStore())] : [own];
}

function handlerOf(shop: Shop, store: Store): RequestHandler {
  const { name, options } = sessionCookie(shop.switches);
  const { path, secure, httpOnly, sameSite, domain, maxAge } = options;
  return session({
    name,
    secret: shop.secret,
    store,
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
