import { Router } from 'express';
import { html } from '../web/html';
import { page } from './page';
import type { Shop } from './shop';

/** A page with an advertisement in it: a frame and a picture of another site, with cookies of their own. */
export function offers(shop: Shop): Router {
  const router = Router();
  router.get('/offers', (request, response) => {
    response.send(
      page(
        request,
        shop,
        'Offers',
        html`
        <h1>Offers</h1>
        <p>The box below comes from <code>ads.localhost</code>, another site: its cookies are third-party cookies here.</p>
        <iframe src="${shop.hosts.ads}/banner" title="Advertisement" width="480" height="140"></iframe>
        <img src="${shop.hosts.ads}/pixel.svg" alt="" width="1" height="1">
        <p><a href="${shop.hosts.ads}/">Visit the advertiser</a>, and come back from there by its link and its form:
          the cart’s Strict cookie stays behind.</p>`,
      ),
    );
  });
  return router;
}
