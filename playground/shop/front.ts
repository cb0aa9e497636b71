import { Router } from 'express';
import { html } from '../web/html';
import { cartCookie, cookieOf, setCookie } from './cookies';
import { csrfField } from './csrf';
import { page } from './page';
import type { Shop } from './shop';

const GOODS = [
  { id: '110045', name: 'Chocolate chip', price: '€ 3.20' },
  { id: '77895', name: 'Strawberry shortbread', price: '€ 2.80' },
  { id: '53420', name: 'Oat and raisin', price: '€ 2.60' },
] as const;

/** The first page, and the cart: a Strict cookie, as it is needed only once one is inside the shop. */
export function front(shop: Shop): Router {
  const router = Router();
  router.get('/', (request, response) => {
    const shared = shop.switches.has('value-from-request') && typeof request.query.cart === 'string' ? request.query.cart : null;
    if (shared !== null) setCookie(response, cartCookie(shop.switches), shared);
    const inCart = cartOf(shared ?? cookieOf(request, cartCookie(shop.switches)));
    response.send(
      page(
        request,
        shop,
        'Cookies, fresh',
        html`
        <h1>Cookies, fresh from the oven</h1>
        <p>In your cart: ${inCart.length === 0 ? 'nothing yet' : inCart.map((good) => good.name).join(', ')}.</p>
        <ul class="goods">
          ${GOODS.map(
            (good) => html`<li><strong>${good.name}</strong> <span>${good.price}</span>
            <form method="post" action="/cart">${csrfField(shop, request, response)}
              <input type="hidden" name="good" value="${good.id}"><button aria-label="Add ${good.name} to the cart">Add to cart</button></form></li>`,
          )}
        </ul>`,
      ),
    );
  });
  router.post('/cart', (request, response) => {
    const good = GOODS.find((known) => known.id === request.body.good);
    const inCart = cartOf(cookieOf(request, cartCookie(shop.switches)));
    if (good !== undefined && !inCart.includes(good))
      setCookie(response, cartCookie(shop.switches), [...inCart, good].map(({ id }) => id).join('_'));
    response.redirect(303, '/');
  });
  return router;
}

function cartOf(value = ''): readonly (typeof GOODS)[number][] {
  return GOODS.filter((good) => value.split('_').includes(good.id));
}
