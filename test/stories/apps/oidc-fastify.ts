import type { StoryApp } from '../app';
import { signInAndOut, startWithProvider } from './identity-provider';

const SERVER = `
import Fastify from 'fastify';
import cookie from '@fastify/cookie';
import secureSession from '@fastify/secure-session';
import oauth2 from '@fastify/oauth2';
const [port, origin, issuer] = process.argv.slice(2);
const app = Fastify();
await app.register(cookie);
await app.register(secureSession, { key: Buffer.alloc(32, 7), cookie: { path: '/', httpOnly: true } });
await app.register(oauth2, {
  name: 'story', scope: ['openid'], pkce: 'S256', startRedirectPath: '/login', callbackUri: origin + '/return',
  credentials: { client: { id: 'story', secret: 'a client secret of this story' }, options: { authorizationMethod: 'body' },
    auth: { authorizeHost: issuer, authorizePath: '/auth', tokenHost: issuer, tokenPath: '/token' } },
});
app.get('/', (req, res) => res.type('text/html').send('<a href="/inside">inside</a>'));
app.get('/return', async (req, res) => {
  const { token } = await app.story.getAccessTokenFromAuthorizationCodeFlow(req, res);
  const { sub } = JSON.parse(Buffer.from(token.id_token.split('.')[1], 'base64url'));
  req.session.set('user', sub);
  return res.redirect('/inside');
});
app.get('/inside', (req, res) => req.session.get('user') ? res.type('text/html').send('<p id="who">' + req.session.get('user') + '</p><form method="post" action="/logout"><button id="out">out</button></form>') : res.redirect('/login'));
app.addContentTypeParser('application/x-www-form-urlencoded', (req, body, done) => done(null, {}));
app.post('/logout', (req, res) => { req.session.delete(); res.redirect('/'); });
await app.listen({ port: Number(port), host: '127.0.0.1' });
`;

/** @fastify/oauth2 with PKCE on @fastify/secure-session: the session is sealed in its cookie, state and verifier lie open. */
export const oidcFastify: StoryApp = {
  packages: [],
  start: (host) =>
    startWithProvider(host, {
      packages: ['fastify@5', '@fastify/cookie', '@fastify/secure-session', '@fastify/oauth2'],
      server: SERVER,
      returnPath: '/return',
    }),
  walk: signInAndOut,
};
