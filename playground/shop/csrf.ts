import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { type Html, html } from '../web/html';
import { CSRF, cookieOf, setCookie } from './cookies';
import { page } from './page';
import type { Shop } from './shop';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The hidden field that proves a form came from a page of ours. The token belongs to the session and is sent as a cookie
 * too: a request must bring all three, and another site can neither read the page nor set the cookie.
 */
export function csrfField(shop: Shop, request: Request, response: Response): Html | null {
  if (shop.switches.has('csrf-token-absent')) return null;
  request.session.csrf ??= randomBytes(24).toString('base64url');
  const token = request.session.csrf;
  // A page with several forms still sets the cookie once.
  if (cookieOf(request, CSRF) !== token && response.locals.csrfSent !== true) {
    setCookie(response, CSRF, token);
    response.locals.csrfSent = true;
  }
  return html`<input type="hidden" name="_csrf" value="${token}">`;
}

/** Lets a request that changes something through only with the session's token, which is then used up. */
export function csrfChecked(shop: Shop): RequestHandler {
  return (request, response, next) => {
    if (SAFE.has(request.method) || shop.switches.has('csrf-token-absent')) return next();
    const given = String(request.body?._csrf ?? request.get('X-CSRF-Token') ?? '');
    if (same(given, request.session.csrf) && same(given, cookieOf(request, CSRF))) {
      delete request.session.csrf;
      return next();
    }
    response.status(403).send(
      page(
        request,
        shop,
        'Refused',
        html`
        <h1>Refused: the form’s token is missing, wrong or used up</h1>
        <p>Nothing was changed. Go back, reload the form and send it again.</p>`,
      ),
    );
  };
}

function same(given: string, kept: string | undefined): boolean {
  if (kept === undefined || given === '') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}
