import { parseCookie } from 'cookie';
import { type Request, Router } from 'express';
import { html } from '../web/html';
import { page } from './page';
import type { Shop } from './shop';

/** Says which of its cookies the shop received. It changes nothing, so another site's form may post here. */
export function received(shop: Shop): Router {
  const router = Router();
  router.all('/received', (request, response) => {
    const names = namesIn(request);
    response.send(
      page(
        request,
        shop,
        'Received',
        html`
        <h1>What the shop received</h1>
        <p>A ${request.method} with ${names.length === 0 ? 'no cookie at all' : 'these cookies'}.</p>
        <ul>${names.map((name) => html`<li><code>${name}</code></li>`)}</ul>`,
      ),
    );
  });
  router.get('/received.svg', (request, response) => {
    const names = namesIn(request);
    response
      .type('image/svg+xml')
      .send(
        html`<svg xmlns="http://www.w3.org/2000/svg" width="320" height="24"><text x="2" y="16" font-family="sans-serif" font-size="12">${names.length} cookies received</text></svg>`
          .text,
      );
  });
  return router;
}

function namesIn(request: Request): readonly string[] {
  return Object.keys(parseCookie(request.headers.cookie ?? ''));
}
