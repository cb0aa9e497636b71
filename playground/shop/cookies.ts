import { parseCookie, type SetCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { Switches } from '../web/switches';

/** The attributes; `maxAge` in seconds, as in the header. */
type CookieOptions = Omit<SetCookie, 'name' | 'value'>;

/** A cookie of the shop: its name and all of its attributes, so that setting and clearing can never disagree. */
export interface ShopCookie {
  readonly name: string;
  readonly options: Readonly<CookieOptions>;
}

const DAY = 24 * 60 * 60;

/**
 * Sound for a cookie that only the server reads: `__Host-` binds it to this very host (and needs Secure, `Path=/` and no
 * Domain), HttpOnly keeps scripts out, Lax keeps other sites' forms and frames out.
 */
const SOUND = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const satisfies CookieOptions;

/** The session id. Without Max-Age it ends with the browser's session. */
export function sessionCookie(switches: Switches): ShopCookie {
  const options: CookieOptions = { ...SOUND };
  if (switches.has('no-httponly')) options.httpOnly = false;
  if (switches.has('no-secure')) options.secure = false;
  if (switches.has('same-site-none') || switches.has('saml-fixation') || switches.has('front-channel-third-party'))
    options.sameSite = 'none';
  if (switches.has('saml-session-strict')) options.sameSite = 'strict';
  if (switches.has('saml-session-refused')) return { name: 'sid', options: { ...options, secure: false, sameSite: 'none' } };
  if (switches.has('same-site-missing')) delete options.sameSite;
  if (switches.has('broad-domain')) options.domain = 'shop.localhost';
  if (switches.has('long-lived-session')) options.maxAge = 365 * DAY;
  if (switches.has('prefix-look-alike')) return { name: '_Host-sid', options };
  const mayBearPrefix = options.secure === true && options.domain === undefined && !switches.has('no-prefix');
  return { name: mayBearPrefix ? '__Host-sid' : 'sid', options };
}

/** The twin of the token in every form. Strict: a form of ours is only ever sent from a page of ours. */
export const CSRF: ShopCookie = { name: '__Host-csrf', options: { ...SOUND, sameSite: 'strict' } };

/** Signs in by itself for 30 days. */
export const REMEMBER: ShopCookie = { name: '__Host-remember', options: { ...SOUND, maxAge: 30 * DAY } };

/** What is in the cart. Strict, as the shop needs it only once one is in the shop. */
export function cartCookie(switches: Switches): ShopCookie {
  if (switches.has('none-without-secure'))
    return { name: 'cart', options: { ...SOUND, secure: false, sameSite: 'none', maxAge: 7 * DAY } };
  return { name: '__Host-cart', options: { ...SOUND, sameSite: 'strict', maxAge: 7 * DAY } };
}

/** A signed token for the pages under /token: valid for as long as the cookie lives. */
export function tokenCookie(switches: Switches): ShopCookie {
  const maxAge = switches.has('jwt-long-lived') ? 365 * DAY : switches.has('jwt-outlives-sign-out') ? DAY / 2 : 15 * 60;
  if (switches.has('token-refused')) return { name: 'token', options: { ...SOUND, secure: false, sameSite: 'none', maxAge } };
  if (switches.has('token-expired')) return { name: '__Host-token', options: { ...SOUND, expires: slowClock() } };
  if (switches.has('token-strict')) return { name: '__Host-token', options: { ...SOUND, sameSite: 'strict', maxAge } };
  if (switches.has('two-tokens') || switches.has('token-in-chunks')) return { name: 'token', options: { ...SOUND, maxAge } };
  if (switches.has('path-as-border')) return { name: '__Secure-token', options: { ...SOUND, path: '/token', maxAge } };
  return { name: '__Host-token', options: { ...SOUND, maxAge } };
}

/** A quarter of an hour from now, by a clock that is two hours slow. */
const slowClock = (): Date => new Date(Date.now() - 2 * 60 * 60 * 1000 + 15 * 60 * 1000);

export const THEME: ShopCookie = { name: '__Host-theme', options: { ...SOUND, maxAge: 180 * DAY } };

/** Only sent to /account and below. `__Host-` asks for `Path=/`, so it bears the weaker prefix. */
export const ACCOUNT_TAB: ShopCookie = {
  name: '__Secure-account-tab',
  options: { ...SOUND, path: '/account', maxAge: 30 * DAY },
};

/** Adds a Set-Cookie line. Max-Age alone says how long: `response.cookie` would add an Expires that has to agree with it. */
export function setCookie(response: Response, { name, options }: ShopCookie, value: string): void {
  response.append('Set-Cookie', lineOf({ name, options }, value));
}

/** The Set-Cookie line. */
export const lineOf = ({ name, options }: ShopCookie, value: string): string => stringifySetCookie({ name, value, ...options });

/** Clears a cookie. Name, Domain, Path and the prefix's demands are those it was set with; else the browser keeps it. */
export function clearCookie(response: Response, { name, options }: ShopCookie): void {
  response.append('Set-Cookie', stringifySetCookie({ name, value: '', ...options, maxAge: 0 }));
}

/** The value the browser sent, or undefined. */
export function cookieOf(request: Request, cookie: ShopCookie): string | undefined {
  return parseCookie(request.headers.cookie ?? '')[cookie.name];
}
