import { createHmac, randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { type Html, html } from '../web/html';
import { cookieOf, type ShopCookie, setCookie } from './cookies';
import { refuseForgery, same } from './csrf';
import type { Shop } from './shop';

/** Strict as the other one, and of a name of its own: the pages under /token keep nothing on the server. */
const SOUND: ShopCookie = {
  name: '__Host-token-csrf',
  options: { path: '/', secure: true, httpOnly: true, sameSite: 'strict' },
};

const cookieFor = ({ switches }: Shop): ShopCookie =>
  switches.has('csrf-cookie-narrow') ? { name: 'csrftoken', options: { ...SOUND.options, path: '/token/form' } } : SOUND;

/**
 * The hidden field for forms where there is no session: the field and a cookie hold the same signed chance (a signed double
 * submit). Another site can read neither, and what a subdomain might plant bears no signature.
 */
export function statelessField(shop: Shop, request: Request, response: Response): Html {
  const former = cookieOf(request, cookieFor(shop));
  const token = former !== undefined && isOurs(shop, former) ? former : newToken(shop, response);
  return html`<input type="hidden" name="_csrf" value="${token}">`;
}

export function statelessChecked(shop: Shop): RequestHandler {
  return (request, response, next) => {
    const given = String(request.body?._csrf ?? '');
    if (request.method !== 'POST' || (isOurs(shop, given) && same(given, cookieOf(request, cookieFor(shop))))) return next();
    refuseForgery(shop, request, response);
  };
}

/** A new token in place of the one there was: a visitor who signs in is another one than before. */
export function newToken(shop: Shop, response: Response): string {
  const chance = randomBytes(24).toString('base64url');
  const token = `${chance}.${signature(shop, chance)}`;
  setCookie(response, cookieFor(shop), token);
  return token;
}

function isOurs(shop: Shop, token: string): boolean {
  const [chance = '', sign = ''] = token.split('.');
  return same(sign, signature(shop, chance));
}

function signature(shop: Shop, chance: string): string {
  return createHmac('sha256', shop.secret).update(`csrf ${chance}`).digest('base64url');
}
