import { type Request, type Response, Router } from 'express';
import { type Html, html } from '../web/html';
import { clearCookie, tokenCookie } from './cookies';
import { page } from './page';
import type { Shop } from './shop';
import { newToken, statelessChecked, statelessField } from './stateless-csrf';
import { linesWith, tokenIn } from './token-cookies';

/** The sign-in once more, with a token in place of the session: nothing about the visitor is kept on the server. */
export function tokenPages(shop: Shop): Router {
  const router = Router();
  router.use('/token', statelessChecked(shop));
  router.get('/token/sign-in', (request, response) => {
    response.send(page(request, shop, 'Sign in with a token', form(statelessField(shop, request, response))));
  });
  router.post('/token/sign-in', async (request, response) => {
    const user = await shop.users.withPassword(String(request.body.user ?? ''), String(request.body.password ?? ''));
    if (user === null) {
      return response
        .status(401)
        .send(page(request, shop, 'Sign in with a token', form(statelessField(shop, request, response), true)));
    }
    const token = await shop.tokens.issue(user, Math.floor(Date.now() / 1000));
    // The flaw takes the request for one over plain http, to which no Secure cookie is given.
    if (!shop.switches.has('token-not-set')) {
      newToken(shop, response);
      for (const line of linesWith(token, shop.switches)) response.append('Set-Cookie', line);
      if (shop.switches.has('tokens-in-one-line'))
        response.set('Set-Cookie', [response.get('Set-Cookie') ?? []].flat().join(', '));
      if (shop.switches.has('token-deleted-again')) clearCookie(response, tokenCookie(shop.switches));
    }
    const isOverTls = request.protocol === 'https' && shop.switches.has('account-over-http');
    response.redirect(303, isOverTls ? `${shop.hosts.plain}/token/account` : '/token/account');
  });
  router.get('/token/account', async (request, response) => {
    const user = await userOf(shop, request);
    if (user === null) return response.redirect(303, '/token/sign-in?next=%2Ftoken%2Faccount');
    response.send(
      page(
        request,
        shop,
        'Account by token',
        html`
        <h1>Welcome back, ${user}</h1>
        ${shop.switches.has('sign-out-prefetched') && html`<link rel="prefetch" href="/token/sign-out">`}
        <p>Nothing was looked up: the token says who you are, and its signature that it is ours.</p>
        <form method="post" action="/token/sign-out">${statelessField(shop, request, response)}<button>Sign out</button></form>`,
      ),
    );
  });
  // For the page at cdn.shop.localhost, which asks by a header of its own, and so by OPTIONS first.
  router.all('/token/user', async (request, response) => {
    response.set({
      'Access-Control-Allow-Origin': shop.hosts.cdn,
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Headers': 'X-Requested-With',
      Vary: 'Origin',
    });
    if (request.method === 'OPTIONS' && !shop.switches.has('preflight-needs-token')) return response.sendStatus(204);
    const user = await userOf(shop, request);
    if (user === null) return response.sendStatus(401);
    response.json({ user });
  });
  const signOut = async (request: Request, response: Response): Promise<void> => {
    await shop.tokens.revoke(tokenIn(request, shop.switches) ?? '');
    clearCookie(response, tokenCookie(shop.switches));
    response.redirect(303, '/signed-out');
  };
  router.post('/token/sign-out', signOut);
  router.get('/token/sign-out', (request, response, next) => {
    if (!shop.switches.has('sign-out-prefetched')) return next();
    return signOut(request, response);
  });
  return router;
}

async function userOf(shop: Shop, request: Request): Promise<string | null> {
  const token = tokenIn(request, shop.switches);
  return token === undefined ? null : shop.tokens.userOf(token);
}

function form(field: Html, wrong = false): Html {
  return html`
    <h1>Sign in with a token</h1>
    ${wrong && html`<p class="wrong" role="alert">That name and password do not go together.</p>`}
    <form method="post" action="/token/sign-in">
      ${field}
      <label>Name <input name="user" autocomplete="username" required></label>
      <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
      <button>Sign in</button>
    </form>
    <p>The same names as for the <a href="/sign-in">sign-in with a session</a>. New here? <a href="/register">Register</a>.</p>`;
}
