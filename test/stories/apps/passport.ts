import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryApp } from '../app';

const SERVER = `
const express = require('express');
const cookieSession = require('cookie-session');
const passport = require('passport');
const { Strategy } = require('passport-local');
passport.use(new Strategy((name, password, done) => done(null, password === 'right horse 1' ? { id: 7, name } : false)));
passport.serializeUser((user, done) => done(null, user));
passport.deserializeUser((user, done) => done(null, user));
const app = express();
app.use(express.urlencoded({ extended: false }));
app.use(cookieSession({ name: 'session', keys: ['one key'], maxAge: 86400000 }));
app.use((req, res, next) => { req.session.regenerate ??= (done) => done(); req.session.save ??= (done) => done(); next(); });
app.use(passport.session());
app.get('/', (req, res) => { req.session.seen = (req.session.seen ?? 0) + 1; res.send('<a href="/inside">inside</a>'); });
app.get('/login', (req, res) => res.send('<form method="post"><input name="username"><input name="password" type="password"><button>in</button></form>'));
app.post('/login', passport.authenticate('local', { successRedirect: '/inside', failureRedirect: '/login' }));
app.use('/inside', (req, res, next) => req.isAuthenticated() ? next() : res.redirect('/login'));
app.get('/inside', (req, res) => res.send('<p id="who">' + req.user.name + '</p><form method="post" action="/inside/note"><input name="note" value="hello"><button id="save">save</button></form><a id="out" href="/logout">out</a>'));
app.post('/inside/note', (req, res) => { req.session.note = req.body.note; res.redirect('/inside'); });
app.get('/logout', (req, res) => { req.session = null; res.redirect('/'); });
app.listen(Number(process.argv[2]), '127.0.0.1');
`;

/** Passport's local strategy on cookie-session: the whole session is in the cookie, a second one signs it. */
export const passport: StoryApp = {
  packages: [],
  async start(host) {
    const port = await host.freePort();
    writeFileSync(join(host.folder, 'package.json'), '{}');
    writeFileSync(join(host.folder, 'server.js'), SERVER);
    const packages = ['express@4', 'cookie-session@2', 'passport@0.7', 'passport-local@1'];
    host.run('npm', ['install', '--no-audit', '--no-fund', ...packages], { cwd: host.folder });
    host.serve('node', ['server.js', String(port)], { cwd: host.folder });
    await host.answers(`http://127.0.0.1:${port}/`);
    return `http://127.0.0.1:${port}`;
  },
  async walk(page, origin) {
    const signIn = async (password: string) => {
      await page.fill('[name=username]', 'alice');
      await page.fill('[name=password]', password);
      await page.follow('button');
    };
    await page.goto(`${origin}/`);
    await page.goto(`${origin}/`);
    await page.goto(`${origin}/inside`);
    await signIn('wrong');
    await signIn('right horse 1');
    await page.appears('#who');
    await page.follow('#save');
    await page.appears('#who');
    await page.follow('#out');
    await page.goto(`${origin}/inside`);
  },
};
