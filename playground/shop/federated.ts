import { type Request, type Response, Router } from 'express';
import * as client from 'openid-client';
import { CLIENT } from '../id/client';
import { frontChannel, ProviderSessions } from './front-channel';
import { loopbackFetch } from './loopback-fetch';
import { renewal } from './renewal';
import type { Shop } from './shop';
import { enter } from './sign-in';
import { answered, ask, type Question, type TransactionCookies } from './transaction';

const TEN_MINUTES = 600;

function transactionCookies({ switches }: Shop): TransactionCookies {
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

/**
 * Signing in through the identity provider, renewing that, and signing out there: OpenID Connect, the code flow with PKCE. Before the
 * sessions' check of forms, for an answer by form bears no token of ours.
 */
export function federated(shop: Shop): Router {
  const { switches, hosts } = shop;
  const router = Router();
  const sessions = new ProviderSessions();
  let found: Promise<client.Configuration> | null = null;
  const provider = (): Promise<client.Configuration> => {
    found ??= client.discovery(new URL(hosts.id), CLIENT.id, shop.secret, client.ClientSecretPost(shop.secret), {
      execute: [client.allowInsecureRequests],
      [client.customFetch]: loopbackFetch,
    });
    return found;
  };
  const question = async (): Promise<Question> => ({
    config: await provider(),
    cookies: transactionCookies(shop),
    returnUrl: `${hosts.shop}${CLIENT.returnPath}`,
    usesPkce: !switches.has('federated-no-pkce'),
  });
  const comeBack = async (request: Request, response: Response, answer: unknown): Promise<void> => {
    const { user, sid, error } = await answered(await question(), { request, response, answer });
    if (error !== null) return response.redirect(303, `/sign-in?error=${error}`);
    if (user !== undefined && !switches.has('federated-lost')) {
      await enter(shop, request, user);
      sessions.began(request, sid);
    }
    response.redirect(303, '/account');
  };
  router.get('/sign-in/id', async (_, response) => {
    const byForm = switches.has('federated-form-post') || switches.has('federated-form-post-lax');
    await ask(await question(), response, byForm ? { response_mode: 'form_post' } : {});
  });
  router.get(CLIENT.returnPath, (request, response) => comeBack(request, response, request.query));
  router.post(CLIENT.returnPath, (request, response) => comeBack(request, response, request.body));
  router.use(renewal(shop, provider, sessions), frontChannel(shop, sessions));
  return router;
}
