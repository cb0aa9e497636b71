import { randomBytes } from 'node:crypto';
import { Router } from 'express';
import { html } from '../web/html';
import { setCookie, tokenCookie } from './cookies';
import { page } from './page';
import type { Shop } from './shop';

/** Another application on the shop's host. With the flaw it names its cookie as the shop names its token. */
export function forum(shop: Shop): Router {
  const router = Router();
  router.get('/forum/start', (request, response) => {
    const own = tokenCookie(shop.switches);
    if (shop.switches.has('forum-same-name')) setCookie(response, own, randomBytes(24).toString('base64url'));
    response.send(page(request, shop, 'Forum', html`<h1>What do you dunk them in?</h1><p>An application of its own.</p>`));
  });
  return router;
}
