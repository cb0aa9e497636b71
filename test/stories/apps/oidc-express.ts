import type { StoryApp } from '../app';
import { signInAndOut, startWithProvider } from './identity-provider';

const SERVER = `
import express from 'express';
import openid from 'express-openid-connect';
const [port, origin, issuer] = process.argv.slice(2);
const app = express();
app.use(openid.auth({
  authRequired: false, idpLogout: false, issuerBaseURL: issuer, baseURL: origin, clientID: 'story',
  clientSecret: 'a client secret of this story', clientAuthMethod: 'client_secret_post', secret: 'a secret of at least thirty-two octets',
  authorizationParams: { response_type: 'code', scope: 'openid' },
}));
app.get('/', (req, res) => res.send('<a href="/inside">inside</a>'));
app.get('/inside', openid.requiresAuth(), (req, res) => res.send('<p id="who">' + req.oidc.user.sub + '</p><a id="out" href="/logout">out</a>'));
app.listen(Number(port), '127.0.0.1');
`;

/** express-openid-connect: the session sealed in one cookie, the transaction in another. */
export const oidcExpress: StoryApp = {
  packages: [],
  start: (host) =>
    startWithProvider(host, { packages: ['express@4', 'express-openid-connect@2'], server: SERVER, returnPath: '/callback' }),
  walk: signInAndOut,
};
