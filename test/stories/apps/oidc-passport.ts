import type { StoryApp } from '../app';
import { signInAndOut, startWithProvider } from './identity-provider';

const SERVER = `
import express from 'express';
import session from 'express-session';
import passport from 'passport';
import OpenIDConnect from 'passport-openidconnect';
const [port, origin, issuer] = process.argv.slice(2);
passport.use(new OpenIDConnect.Strategy({
  issuer, authorizationURL: issuer + '/auth', tokenURL: issuer + '/token', userInfoURL: issuer + '/me', clientID: 'story',
  clientSecret: 'a client secret of this story', callbackURL: origin + '/return', skipUserProfile: true,
}, (_issuer, profile, done) => done(null, { name: profile.id })));
passport.serializeUser((user, done) => done(null, user));
passport.deserializeUser((user, done) => done(null, user));
const app = express();
app.use(session({ secret: 'one key', resave: false, saveUninitialized: false }));
app.use(passport.session());
app.get('/', (req, res) => res.send('<a href="/inside">inside</a>'));
app.get('/login', passport.authenticate('openidconnect'));
app.get('/return', passport.authenticate('openidconnect', { successRedirect: '/inside', failureRedirect: '/failed' }));
app.get('/inside', (req, res) => req.isAuthenticated() ? res.send('<p id="who">' + req.user.name + '</p><form method="post" action="/logout"><button id="out">out</button></form>') : res.redirect('/login'));
app.post('/logout', (req, res, next) => req.logout((error) => error ? next(error) : res.redirect('/')));
app.listen(Number(port), '127.0.0.1');
`;

/** Passport's strategy for OpenID Connect on express-session: state and nonce lie in the session, on the server. */
export const oidcPassport: StoryApp = {
  packages: [],
  start: (host) =>
    startWithProvider(host, {
      packages: ['express@4', 'express-session@1', 'passport@0.7', 'passport-openidconnect@0.1'],
      server: SERVER,
      returnPath: '/return',
    }),
  walk: signInAndOut,
};
