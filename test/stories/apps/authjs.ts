import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryApp } from '../app';

const SERVER = `
import express from 'express';
import { ExpressAuth, getSession } from '@auth/express';
import Credentials from '@auth/core/providers/credentials';
const config = { trustHost: true, secret: 'a secret of at least thirty-two octets', providers: [Credentials({
  credentials: { username: {}, password: { type: 'password' } },
  authorize: ({ username, password }) => password === 'right horse 1' ? { id: '1', name: username, email: 'alice@example.org' } : null,
})] };
const app = express();
app.set('trust proxy', true);
app.use('/auth/*', ExpressAuth(config));
app.get('/', (req, res) => res.send('<a href="/inside">inside</a>'));
app.get('/inside', async (req, res) => {
  const session = await getSession(req, config);
  if (!session) return res.redirect('/auth/signin?callbackUrl=/inside');
  res.send('<p id="who">' + session.user.name + '</p><a href="/auth/signout">out</a>');
});
app.listen(Number(process.argv[2]), '127.0.0.1');
`;

/** Auth.js (NextAuth's successor) with a password provider, on Express. */
export const authjs: StoryApp = {
  packages: [],
  async start(host) {
    const port = await host.freePort();
    writeFileSync(join(host.folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(host.folder, 'server.js'), SERVER);
    host.run('npm', ['install', '--no-audit', '--no-fund', 'express@4', '@auth/express'], { cwd: host.folder });
    host.serve('node', ['server.js', String(port)], { cwd: host.folder });
    await host.answers(`http://127.0.0.1:${port}/`);
    return `http://localhost:${port}`;
  },
  async walk(page, origin) {
    const signIn = async (password: string) => {
      await page.fill('[name=username]', 'alice');
      await page.fill('[name=password]', password);
      await page.follow('form[action*="callback/credentials"] button');
    };
    await page.goto(`${origin}/`);
    await page.goto(`${origin}/inside`);
    await signIn('wrong');
    await signIn('right horse 1');
    await page.appears('#who');
    await page.goto(`${origin}/inside`);
    await page.goto(`${origin}/auth/signout`);
    await page.follow('#submitButton');
    await page.goto(`${origin}/inside`);
  },
};
