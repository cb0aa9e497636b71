import { randomBytes } from 'node:crypto';
import express, { type Express, type Request, type Response } from 'express';
import type { Hosts } from '../hosts';
import { PASSWORD } from '../id/interactions';
import { clearCookie, cookieOf, type ShopCookie, setCookie } from '../shop/cookies';
import { fetchedText } from '../shop/loopback-fetch';
import { arrivedForm, openPage, signedOutPage, signInPage } from './pages';
import {
  type IdentityProviderParty,
  identityProvider,
  octetsOf,
  PROVIDER_METADATA_PATH,
  PROVIDER_SIGN_OUT_PATH,
  SHOP_METADATA_PATH,
  SSO_PATH,
  serviceProviderFrom,
} from './parties';

const SESSION: ShopCookie = {
  name: '__Host-saml-session',
  options: { path: '/', secure: true, httpOnly: true, sameSite: 'lax' },
};

/** Requests that wait for a password; more are not kept. */
const MOST_WAITING = 1000;

/** What a shop asked, as far as the answer needs it. */
interface Asked {
  readonly extract: Awaited<ReturnType<IdentityProviderParty['parseLoginRequest']>>['extract'];
  readonly relayState: string;
}

/**
 * The SAML identity provider at saml.localhost: HTTP-Redirect in, HTTP-POST out, single logout by HTTP-Redirect. It knows
 * one service provider, the shop, by the metadata that the shop publishes.
 */
export async function samlProviderApp(hosts: Hosts): Promise<Express> {
  const idp = await identityProvider(hosts);
  const shop = serviceProviderFrom(await fetchedText(`${hosts.shop}${SHOP_METADATA_PATH}`));
  const users = new Map<string, string>();
  const waiting = new Map<string, Asked>();
  const userOf = (request: Request): string | undefined => users.get(cookieOf(request, SESSION) ?? '');

  /** The answer, as a form that the browser sends to the shop. */
  const answer = async (response: Response, { extract, relayState }: Asked, user: string): Promise<void> => {
    const made = await idp.createLoginResponse(shop, { extract }, 'post', { email: user }, { relayState });
    if (!('entityEndpoint' in made)) throw new Error('no answer for a form');
    response.send(arrivedForm(made.entityEndpoint, { SAMLResponse: made.context, RelayState: relayState }));
  };
  const end = (request: Request, response: Response): void => {
    users.delete(cookieOf(request, SESSION) ?? '');
    clearCookie(response, SESSION);
  };

  const app = express();
  app.disable('x-powered-by');
  app.use((_, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.get(PROVIDER_METADATA_PATH, (_, response) => {
    response.type('application/samlmetadata+xml').send(idp.getMetadata());
  });
  app.get(SSO_PATH, async (request, response) => {
    const { extract } = await idp.parseLoginRequest(shop, 'redirect', messageIn(request));
    const asked = { extract, relayState: String(request.query.RelayState ?? '') };
    const user = userOf(request);
    if (user !== undefined) return answer(response, asked, user);
    const uid = randomBytes(16).toString('base64url');
    if (waiting.size >= MOST_WAITING) waiting.delete(waiting.keys().next().value ?? '');
    waiting.set(uid, asked);
    response.redirect(303, `/login/${uid}`);
  });
  app.get('/login/:uid', (request, response) => {
    if (!waiting.has(request.params.uid)) return response.status(404).send(openPage(undefined));
    response.send(signInPage(request.params.uid));
  });
  app.post('/login/:uid', express.urlencoded({ extended: false, limit: '8kb' }), async (request, response) => {
    const { uid } = request.params;
    const asked = waiting.get(uid);
    if (asked === undefined) return response.status(404).send(openPage(undefined));
    const user = String(request.body.username ?? '').trim();
    if (user === '' || request.body.password !== PASSWORD) {
      return response.status(401).send(signInPage(uid, 'That name and password do not go together.'));
    }
    waiting.delete(uid);
    const id = randomBytes(32).toString('hex');
    users.set(id, user);
    setCookie(response, SESSION, id);
    await answer(response, asked, user);
  });
  app.get(PROVIDER_SIGN_OUT_PATH, async (request, response) => {
    if ('SAMLResponse' in request.query) {
      await idp.parseLogoutResponse(shop, 'redirect', messageIn(request));
      return response.send(signedOutPage(hosts.shop));
    }
    const asked = await idp.parseLogoutRequest(shop, 'redirect', messageIn(request));
    end(request, response);
    const { context } = idp.createLogoutResponse(shop, { extract: asked.extract }, 'redirect');
    response.redirect(303, context);
  });
  app.get('/', (request, response) => {
    response.send(openPage(userOf(request)));
  });
  app.post('/sign-out', (request, response) => {
    const user = userOf(request);
    if (request.get('Origin') !== hosts.saml || user === undefined) return response.status(403).send(openPage(user));
    end(request, response);
    const { context } = idp.createLogoutRequest(shop, 'redirect', { logoutNameID: user });
    response.redirect(303, context);
  });
  // Express knows a handler of errors by its four parameters.
  app.use((error: Error, _request: Request, response: Response, _next: unknown) => {
    response.status(400).type('text').send(`This message of SAML was not taken: ${error.message}`);
  });
  return app;
}

/** The message in an address, with what its signature is over. */
const messageIn = ({ query, url }: Request): { query: Record<string, unknown>; octetString: string } => ({
  query,
  octetString: octetsOf(url),
});
