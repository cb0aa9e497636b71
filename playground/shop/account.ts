import { Router } from 'express';
import { html } from '../web/html';
import { ACCOUNT_TAB, cookieOf, setCookie } from './cookies';
import { csrfField } from './csrf';
import { page } from './page';
import type { Shop } from './shop';

const TABS = ['orders', 'addresses'] as const;

/** The protected pages: for who is signed in; everybody else is asked to. */
export function account(shop: Shop): Router {
  const router = Router();
  router.use('/account', (request, response, next) => {
    if (request.session.user !== undefined) return next();
    response.redirect(303, `/sign-in?next=${encodeURIComponent(request.originalUrl)}`);
  });
  router.get('/account', (request, response) => {
    const tab = TABS.find((known) => known === cookieOf(request, ACCOUNT_TAB)) ?? 'orders';
    response.send(
      page(
        request,
        shop,
        'Account',
        html`
        <h1>Welcome back, ${request.session.user ?? ''}</h1>
        <p>Signed in since <time datetime="${request.session.since ?? ''}">${request.session.since ?? ''}</time>.
          The browser sent a session id; the server looked it up and found you.</p>
        <nav class="tabs" aria-label="Account">
          ${TABS.map((name) => html`<a href="/account/${name}" ${name === tab && html`aria-current="true"`}>${name}</a>`)}
        </nav>
        <p>${tab === 'orders' ? 'No orders yet.' : 'No addresses yet.'}</p>
        ${
          request.session.idSid !== undefined &&
          html`<p>Signed in through the identity provider: <a href="/renewal">renew that</a>, or <a href="${shop.hosts.id}/session/end">sign out there</a>.</p>`
        }
        <form method="post" action="/sign-out">${csrfField(shop, request, response)}<button>Sign out</button></form>
        ${
          request.session.isBySaml === true &&
          html`<form method="post" action="/sign-out/everywhere">${csrfField(shop, request, response)}<button>Sign out here and at the identity provider</button></form>`
        }`,
      ),
    );
  });
  router.get('/account/:tab', (request, response, next) => {
    const tab = TABS.find((known) => known === request.params.tab);
    if (tab === undefined) return next();
    if (cookieOf(request, ACCOUNT_TAB) !== tab) setCookie(response, ACCOUNT_TAB, tab);
    response.redirect(303, '/account');
  });
  return router;
}
