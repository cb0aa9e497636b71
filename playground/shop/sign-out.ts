import { type Request, type Response, Router } from 'express';
import { html } from '../web/html';
import { CSRF, clearCookie, cookieOf, REMEMBER, sessionCookie } from './cookies';
import { page } from './page';
import { destroyed } from './session';
import type { Shop } from './shop';

/** Signing out: the session ends on the server, then the browser is told to drop the cookies. By POST, never by a link. */
export function signOut(shop: Shop): Router {
  const router = Router();
  router.post('/sign-out', async (request, response) => {
    if (!shop.switches.has('alive-after-sign-out')) await end(shop, request, response);
    response.redirect(303, '/signed-out');
  });
  router.get('/signed-out', (request, response) => {
    response.send(
      page(
        request,
        shop,
        'Signed out',
        html`
        <h1>Signed out</h1>
        <p>The server forgot the session, and the browser dropped its cookie. <a href="/account">The account page</a> asks you to sign in again.</p>`,
      ),
    );
  });
  return router;
}

/** Ends the session here and drops its cookies. */
export async function end(shop: Shop, request: Request, response: Response): Promise<void> {
  await destroyed(request);
  if (!shop.switches.has('sign-out-leaves-cookie')) clearCookie(response, sessionCookie(shop.switches));
  clearCookie(response, CSRF);
  const remembered = cookieOf(request, REMEMBER);
  if (remembered === undefined) return;
  shop.remembered.forget(remembered);
  clearCookie(response, REMEMBER);
}
