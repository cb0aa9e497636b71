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
  request.session.csrf ??= newToken(response);
  return html`<input type="hidden" name="_csrf" value="${request.session.csrf}">`;
}

function newToken(response: Response): string {
  const token = randomBytes(24).toString('base64url');
  setCookie(response, CSRF, token);
  return token;
}

/** Lets a request that changes something through only with the session's token, which is then used up. */
export function csrfChecked(shop: Shop): RequestHandler {
  return (request, response, next) => {
    if (SAFE.has(request.method) || shop.switches.has('csrf-token-absent')) return next();
    const given = String(request.body?._csrf ?? request.get('X-CSRF-Token') ?? '');
    const stored = request.session.csrf;
    // Used up, and where something is wrong with it, the next form gets a new one.
    delete request.session.csrf;
    if (same(given, stored) && same(given, cookieOf(request, CSRF))) return next();
    refuseForgery(shop, request, response);
  };
}

export function refuseForgery(shop: Shop, request: Request, response: Response): void {
  const body = html`
    <h1>Refused: the form’s token is missing, wrong or used up</h1>
    <p>Nothing was changed. Go back, reload the form and send it again.</p>`;
  response.status(403).send(page(request, shop, 'Refused', body));
}

/** Whether two secrets are the same, in a time that does not tell how much of them is. */
export function same(given: string, stored: string | undefined): boolean {
  if (stored === undefined || given === '') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(stored)];
  return a.length === b.length && timingSafeEqual(a, b);
}
