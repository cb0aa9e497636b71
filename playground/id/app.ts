import express, { type Express } from 'express';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import type { Hosts } from '../hosts';
import { CLIENT } from './client';
import { interactions } from './interactions';

/**
 * The identity provider at id.localhost, by a library that is certified for OpenID Connect. It knows one client, the shop,
 * and signs in whoever gives the password that its own form shows.
 * @param secret of the client and for its cookies
 */
export async function identityApp(hosts: Hosts, secret: string): Promise<Express> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const provider = new Provider(hosts.id, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: secret,
        redirect_uris: [`${hosts.shop}${CLIENT.returnPath}`],
        post_logout_redirect_uris: [`${hosts.shop}/signed-out`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: 'playground' }] },
    cookies: { keys: [secret] },
    // A flawed shop leaves PKCE out: the finding is the shop's, and it must come to be.
    pkce: { required: () => false },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    ttl: { Interaction: 600, Session: 86_400, Grant: 86_400, IdToken: 900, AccessToken: 900 },
  });
  const app = express();
  app.disable('x-powered-by');
  app.use(interactions(provider));
  app.use(provider.callback());
  return app;
}
