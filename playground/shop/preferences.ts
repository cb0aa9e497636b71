import { Router } from 'express';
import { html } from '../web/html';
import { cookieOf, setCookie, THEME } from './cookies';
import { csrfField } from './csrf';
import { page } from './page';
import type { Shop } from './shop';

const THEMES = ['light', 'dark'] as const;

/** A cookie that is no secret: which theme one likes. */
export function preferences(shop: Shop): Router {
  const router = Router();
  router.get('/preferences', (request, response) => {
    const theme = cookieOf(request, THEME) ?? 'light';
    response.send(
      page(
        request,
        shop,
        'Preferences',
        html`
        <h1>Preferences</h1>
        <form method="post" action="/preferences">
          ${csrfField(shop, request, response)}
          <fieldset><legend>Theme</legend>
            ${THEMES.map((name) => html`<label class="check"><input type="radio" name="theme" value="${name}" ${name === theme && html`checked`}> ${name}</label>`)}
          </fieldset>
          <button>Keep</button>
        </form>`,
      ),
    );
  });
  router.post('/preferences', (request, response) => {
    const theme = THEMES.find((known) => known === request.body.theme);
    if (theme !== undefined) setCookie(response, THEME, theme);
    response.redirect(303, '/preferences');
  });
  return router;
}
