import type { RequestListener } from 'node:http';
import express, { type Express } from 'express';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import Provider from 'oidc-provider';
import type { Hosts } from '../hosts';
import type { Switches } from '../web/switches';
import { CLIENT } from './client';
import { interactions } from './interactions';
import { signOutPage, toldInFrames } from './sign-out';

/** What the identity provider is made of. */
interface Identity {
  readonly hosts: Hosts;
  /** Of the client and for its cookies. */
  readonly secret: string;
  readonly switches: Switches;
  readonly key: JWK;
}

/**
 * The identity provider at id.localhost, by a library that is certified for OpenID Connect. It knows one client, the shop,
 * and signs in whoever gives the password that its own form shows. Made anew when a switch changes.
 */
export async function identityApp({ hosts, secret, switches }: Omit<Identity, 'key'>): Promise<RequestListener> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: 'playground' };
  let built: { readonly version: number; readonly app: Express } | null = null;
  return (request, response) => {
    if (built?.version !== switches.version) built = { version: switches.version, app: appOf({ hosts, secret, switches, key }) };
    built.app(request, response);
  };
}

function appOf(identity: Identity): Express {
  const provider = providerOf(identity);
  // Browsers trust `http://*.localhost` as they trust https: its cookies may be Secure.
  Object.defineProperty(provider.request, 'secure', { get: () => true });
  provider.use(toldInFrames(identity.hosts));
  const app = express();
  app.disable('x-powered-by');
  app.use(interactions(provider));
  app.use(provider.callback());
  return app;
}

function providerOf({ hosts, secret, switches, key }: Identity): Provider {
  // Only SameSite=None can go into a frame of another site, and even that where the browser lets third parties have cookies.
  const sameSite = switches.has('renewal-third-party') || switches.has('renewal-transaction-lax') ? 'none' : 'lax';
  return new Provider(hosts.id, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: secret,
        redirect_uris: [`${hosts.shop}${CLIENT.returnPath}`, `${hosts.shop}${CLIENT.renewedPath}`],
        post_logout_redirect_uris: [`${hosts.shop}/signed-out`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [secret], long: { httpOnly: true, sameSite } },
    // A flawed shop leaves PKCE out: the finding is the shop's, and it must come to be.
    pkce: { required: () => false },
    features: {
      devInteractions: { enabled: false },
      // The shop asks for `sid`, by which it is told whose session is over.
      claimsParameter: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: signOutPage },
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    ttl: { Interaction: 600, Session: 86_400, Grant: 86_400, IdToken: 900, AccessToken: 900 },
  });
}
