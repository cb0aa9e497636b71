import { type Request, type Response, Router } from 'express';
import * as client from 'openid-client';
import { CLIENT } from '../id/client';
import { clearCookie, cookieOf, type ShopCookie, setCookie } from './cookies';
import { loopbackFetch } from './loopback-fetch';
import type { Shop } from './shop';
import { enter } from './sign-in';

const TEN_MINUTES = 600;

/** The cookies that live while the visitor is away: what the answer must fit. */
function transactionCookies({ switches }: Shop): Readonly<Record<'state' | 'nonce' | 'verifier', ShopCookie>> {
  // An answer by form is a cross-site POST: only SameSite=None goes along with that.
  const byForm = switches.has('federated-form-post') && !switches.has('federated-form-post-lax');
  const sameSite = switches.has('federated-strict') ? 'strict' : byForm ? 'none' : 'lax';
  const options = {
    path: '/',
    secure: true,
    httpOnly: !switches.has('federated-readable'),
    sameSite,
    maxAge: TEN_MINUTES,
  } as const;
  return {
    state: { name: '__Host-id-state', options },
    nonce: { name: '__Host-id-nonce', options },
    verifier: { name: '__Host-id-verifier', options },
  };
}

/** Signing in through the identity provider: OpenID Connect, the code flow with PKCE. Before the sessions' check of forms, for an answer by form bears no token of ours. */
export function federated(shop: Shop): Router {
  const router = Router();
  let found: Promise<client.Configuration> | null = null;
  const provider = (): Promise<client.Configuration> => {
    found ??= client.discovery(new URL(shop.hosts.id), CLIENT.id, shop.secret, client.ClientSecretPost(shop.secret), {
      execute: [client.allowInsecureRequests],
      [client.customFetch]: loopbackFetch,
    });
    return found;
  };
  router.get('/sign-in/id', async (_, response) => leave(shop, await provider(), response));
  router.get(CLIENT.returnPath, async (request, response) =>
    comeBack(shop, await provider(), { request, response, answer: request.query }),
  );
  router.post(CLIENT.returnPath, async (request, response) =>
    comeBack(shop, await provider(), { request, response, answer: request.body }),
  );
  return router;
}

/** Makes what must come back, keeps it in cookies of this browser, and sends it to the identity provider. */
async function leave(shop: Shop, config: client.Configuration, response: Response): Promise<void> {
  const { switches } = shop;
  const cookies = transactionCookies(shop);
  const made = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
  for (const name of ['state', 'nonce', 'verifier'] as const) setCookie(response, cookies[name], made[name]);
  const byForm = switches.has('federated-form-post') || switches.has('federated-form-post-lax');
  const parameters = {
    redirect_uri: `${shop.hosts.shop}${CLIENT.returnPath}`,
    scope: 'openid',
    state: made.state,
    nonce: made.nonce,
    ...(byForm ? { response_mode: 'form_post' } : {}),
    ...(switches.has('federated-no-pkce')
      ? {}
      : { code_challenge: await client.calculatePKCECodeChallenge(made.verifier), code_challenge_method: 'S256' }),
  };
  response.redirect(303, client.buildAuthorizationUrl(config, parameters).href);
}

interface Return {
  readonly request: Request;
  readonly response: Response;
  /** The answer's parameters, from the address or from a form. */
  readonly answer: unknown;
}

/** Takes the answer: it must fit what this browser's cookies hold. Then the visitor gets a new session. */
async function comeBack(shop: Shop, config: client.Configuration, { request, response, answer }: Return): Promise<void> {
  const cookies = transactionCookies(shop);
  const [state, nonce, verifier] = [
    cookieOf(request, cookies.state),
    cookieOf(request, cookies.nonce),
    cookieOf(request, cookies.verifier),
  ];
  for (const cookie of Object.values(cookies)) clearCookie(response, cookie);
  if (state === undefined || nonce === undefined) return response.redirect(303, '/sign-in?error=state');
  const url = new URL(`${shop.hosts.shop}${CLIENT.returnPath}`);
  for (const [name, value] of Object.entries(answer ?? {})) url.searchParams.set(name, String(value));
  try {
    const tokens = await client.authorizationCodeGrant(config, url, {
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
      ...(shop.switches.has('federated-no-pkce') || verifier === undefined ? {} : { pkceCodeVerifier: verifier }),
    });
    const user = tokens.claims()?.sub;
    if (user !== undefined && !shop.switches.has('federated-lost')) await enter(shop, request, user);
    response.redirect(303, '/account');
  } catch (error) {
    // What the provider or the library refused: the visitor may try again.
    response.redirect(303, `/sign-in?error=${error instanceof client.AuthorizationResponseError ? error.error : 'answer'}`);
  }
}
