import type { StoryApp } from '../app';
import { signInAtProvider, startWithProvider } from './identity-provider';

const SERVER = `
import express from 'express';
import { ExpressAuth, getSession } from '@auth/express';
const [port, origin, issuer] = process.argv.slice(2);
const config = { trustHost: true, secret: 'a secret of at least thirty-two octets', providers: [{
  id: 'story', name: 'Story', type: 'oidc', issuer, clientId: 'story', clientSecret: 'a client secret of this story',
  client: { token_endpoint_auth_method: 'client_secret_post' }, authorization: { params: { scope: 'openid' } },
  checks: ['pkce', 'state', 'nonce'], profile: ({ sub }) => ({ id: sub, name: sub }),
}] };
const app = express();
app.set('trust proxy', true);
app.use('/auth/*', ExpressAuth(config));
app.get('/', (req, res) => res.send('<a href="/inside">inside</a>'));
app.get('/inside', async (req, res) => {
  const session = await getSession(req, config);
  if (!session) return res.redirect('/auth/signin?callbackUrl=/inside');
  res.send('<p id="who">' + session.user.name + '</p><a id="out" href="/auth/signout">out</a>');
});
app.listen(Number(port), '127.0.0.1');
`;

/** Auth.js through OpenID Connect: state, nonce and verifier each encrypted in a cookie. */
export const oidcAuthjs: StoryApp = {
  packages: [],
  start: (host) =>
    startWithProvider(host, { packages: ['express@4', '@auth/express'], server: SERVER, returnPath: '/auth/callback/story' }),
  async walk(page, origin) {
    await page.goto(`${origin}/`);
    await page.goto(`${origin}/inside`);
    await page.follow('form[action*="signin/story"] button');
    await signInAtProvider(page);
    await page.appears('#who');
    await page.goto(`${origin}/inside`);
    await page.goto(`${origin}/auth/signout`);
    await page.follow('#submitButton');
    await page.goto(`${origin}/inside`);
  },
};
