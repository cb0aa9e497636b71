import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryHost } from '../app';
import type { Visitor } from '../visitor';

const PROVIDER = `
import Provider from 'oidc-provider';
const [port, client, returnTo, out] = process.argv.slice(2);
const issuer = 'http://127.0.0.1:' + port;
new Provider(issuer, {
  clients: [{ client_id: client, client_secret: 'a client secret of this story', redirect_uris: [returnTo], post_logout_redirect_uris: [out],
    response_types: ['code'], grant_types: ['authorization_code'], token_endpoint_auth_method: 'client_secret_post' }],
  pkce: { required: () => false },
  cookies: { keys: ['a key of this story'] },
}).listen(Number(port), '127.0.0.1');
`;

/** An application that signs in through the identity provider, as the code of its server. */
interface Client {
  /** Packages from npm. */
  readonly packages: readonly string[];
  /** Gets its port, its origin and the issuer as arguments. */
  readonly server: string;
  /** The path to which the provider answers. */
  readonly returnPath: string;
}

/**
 * Starts an application at `localhost` and, at the loopback address, which is another site, oidc-provider with its own forms.
 * @returns the application's origin
 */
export async function startWithProvider(host: StoryHost, client: Client): Promise<string> {
  const [port, providerPort] = [await host.freePort(), await host.freePort()];
  const origin = `http://localhost:${port}`;
  writeFileSync(join(host.folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(host.folder, 'provider.mjs'), PROVIDER);
  writeFileSync(join(host.folder, 'server.js'), client.server);
  host.run('npm', ['install', '--no-audit', '--no-fund', 'oidc-provider@9', ...client.packages], { cwd: host.folder });
  const issuer = `http://127.0.0.1:${providerPort}`;
  host.serve('node', ['provider.mjs', String(providerPort), 'story', `${origin}${client.returnPath}`, `${origin}/`], {
    cwd: host.folder,
  });
  await host.answers(`http://127.0.0.1:${providerPort}/.well-known/openid-configuration`);
  host.serve('node', ['server.js', String(port), origin, issuer], { cwd: host.folder });
  await host.answers(`http://127.0.0.1:${port}/`);
  return origin;
}

/** Signs in on the provider's forms and lets the application know who it is. */
export async function signInAtProvider(page: Visitor): Promise<void> {
  await page.fill('[name=login]', 'alice');
  await page.fill('[name=password]', 'right horse 1');
  await page.follow('button[type=submit]');
  await page.appears('input[value=consent]');
  await page.follow('button[type=submit]');
}

/** What somebody does with an application whose link to sign out has the id `out`: look, sign in at the provider, sign out, look. */
export async function signInAndOut(page: Visitor, origin: string): Promise<void> {
  await page.goto(`${origin}/`);
  await page.goto(`${origin}/inside`);
  await signInAtProvider(page);
  await page.appears('#who');
  await page.goto(`${origin}/inside`);
  await page.follow('#out');
  await page.goto(`${origin}/`);
}
