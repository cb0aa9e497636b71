import express, { type Express } from 'express';
import { see } from '../lessons/pages';
import { headers } from '../web/headers';
import { html } from '../web/html';
import { account } from './account';
import { csrfChecked } from './csrf';
import { federated } from './federated';
import { flawedLines } from './flawed-lines';
import { forum } from './forum';
import { front } from './front';
import { offers } from './offers';
import { page } from './page';
import { preferences } from './preferences';
import { received } from './received';
import { register } from './register';
import { saml } from './saml';
import { sessions, trustLoopback } from './session';
import type { Shop } from './shop';
import { enterRemembered, signIn } from './sign-in';
import { signOut } from './sign-out';
import { tokenPages } from './token-pages';
import { unsignedIds } from './unsigned-ids';

/** The shop at shop.localhost, in the order a request meets its parts. */
export function shopApp(shop: Shop): Express {
  const bySaml = saml(shop);
  const app = express();
  app.disable('x-powered-by');
  app.use(headers(shop), trustLoopback, flawedLines(shop), unsignedIds(shop), sessions(shop));
  app.use(received(shop));
  app.use(express.urlencoded({ extended: false, limit: '16kb' }));
  // Before the sessions' own check: the pages under /token keep nothing on the server, and check without it.
  app.use(forum(shop), tokenPages(shop), federated(shop), bySaml.messages, csrfChecked(shop), bySaml.signOut);
  app.use(async (request, response, next) => {
    await enterRemembered(shop, request, response);
    next();
  });
  app.use(front(shop), register(shop), signIn(shop), account(shop), signOut(shop), preferences(shop), offers(shop));
  app.use(see(shop));
  app.use((request, response) => {
    response.status(404).send(page(request, shop, 'Not found', html`<h1>Nothing here</h1><p><a href="/">To the shop</a></p>`));
  });
  return app;
}
