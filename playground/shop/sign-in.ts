import { type Request, type Response, Router } from 'express';
import { type Html, html } from '../web/html';
import { clearCookie, cookieOf, REMEMBER, setCookie } from './cookies';
import { csrfField } from './csrf';
import { signed } from './id-signature';
import { page } from './page';
import { regenerated } from './session';
import type { Shop } from './shop';

/** Signing in: the password is checked, then the visitor gets a new session id. */
export function signIn(shop: Shop): Router {
  const router = Router();
  router.get('/sign-in', (request, response) => {
    if (request.session.user !== undefined) return response.redirect(303, '/account');
    response.send(page(request, shop, 'Sign in', form(shop, request, response)));
  });
  router.post('/sign-in', async (request, response) => {
    const user = await shop.users.withPassword(String(request.body.user ?? ''), String(request.body.password ?? ''));
    if (user === null) {
      const why = 'That name and password do not go together.';
      return response.status(401).send(page(request, shop, 'Sign in', form(shop, request, response, why)));
    }
    await enter(shop, request, user);
    if (request.body.remember === 'yes') remember(shop, response, user);
    const next = ownPath(request.body.next);
    response.redirect(303, shop.switches.has('id-in-url') ? withId(shop, request, next) : next);
  });
  return router;
}

/**
 * Signs a user in. The id the visitor had may be known to somebody else (session fixation), so a new one takes its place
 * before it comes to mean anything.
 */
export async function enter(shop: Shop, request: Request, user: string): Promise<void> {
  if (!shop.switches.has('fixation') && !shop.switches.has('saml-fixation')) await regenerated(request);
  request.session.user = user;
  request.session.since = new Date().toISOString();
}

function remember(shop: Shop, response: Response, user: string): void {
  setCookie(response, REMEMBER, shop.remembered.remember(user, Date.now() + Number(REMEMBER.options.maxAge) * 1000));
}

/** Signs a visitor in whom a remember-me cookie vouches for; the cookie is used up and a new one takes its place. */
export async function enterRemembered(shop: Shop, request: Request, response: Response): Promise<void> {
  const token = cookieOf(request, REMEMBER);
  if (token === undefined || request.session.user !== undefined) return;
  const user = shop.remembered.redeem(token, Date.now());
  if (user === null) return clearCookie(response, REMEMBER);
  await enter(shop, request, user);
  remember(shop, response, user);
}

/** Where to go after signing in: a path of this shop, whatever the form says. `//other.example` is not one. */
function ownPath(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/account';
}

/** The path with the session id in it, as it stands in the cookie: what nobody should do. */
function withId(shop: Shop, request: Request, path: string): string {
  return `${path}?sid=${encodeURIComponent(signed(request.sessionID, shop.secret))}`;
}

function form(shop: Shop, request: Request, response: Response, why?: string): Html {
  return html`
    <h1>Sign in</h1>
    ${'registered' in request.query && html`<p class="good" role="status">Registered. Now sign in with that name and password.</p>`}
    ${why !== undefined && html`<p class="wrong" role="alert">${why}</p>`}
    <form method="post" action="/sign-in">
      ${csrfField(shop, request, response)}
      <input type="hidden" name="next" value="${ownPath(request.query.next ?? request.body?.next)}">
      <label>Name <input name="user" autocomplete="username" required></label>
      <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
      <label class="check"><input name="remember" type="checkbox" value="yes"> Remember me for 30 days</label>
      <button>Sign in</button>
    </form>
    <p>New here? <a href="/register">Register</a>. Or sign in <a href="/sign-in/id">through the identity provider</a>, or <a href="/sign-in/saml">by SAML</a>.</p>`;
}
