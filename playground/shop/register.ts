import { type Request, type Response, Router } from 'express';
import { type Html, html } from '../web/html';
import { csrfField } from './csrf';
import { page } from './page';
import type { Shop } from './shop';

/** Registering: a name and a password, kept as a hash. It does not sign in. */
export function register(shop: Shop): Router {
  const router = Router();
  router.get('/register', (request, response) => {
    response.send(page(request, shop, 'Register', form(shop, request, response)));
  });
  router.post('/register', async (request, response) => {
    const outcome = await shop.users.register(String(request.body.user ?? ''), String(request.body.password ?? ''));
    if (outcome.kind === 'registered') return response.redirect(303, '/sign-in?registered');
    response.status(422).send(page(request, shop, 'Register', form(shop, request, response, outcome.why)));
  });
  return router;
}

function form(shop: Shop, request: Request, response: Response, why?: string): Html {
  return html`
    <h1>Register</h1>
    ${why !== undefined && html`<p class="wrong" role="alert">${why}</p>`}
    <form method="post" action="/register">
      ${csrfField(shop, request, response)}
      <label>Name <input name="user" autocomplete="username" required minlength="2" maxlength="32"></label>
      <label>Password <input name="password" type="password" autocomplete="new-password" required minlength="8"></label>
      <button>Register</button>
    </form>
    <p>Registered already? <a href="/sign-in">Sign in</a>.</p>`;
}
