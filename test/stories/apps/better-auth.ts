import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryApp } from '../app';

const SERVER = `
import express from 'express';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { toNodeHandler, fromNodeHeaders } from 'better-auth/node';
const port = Number(process.argv[2]);
const auth = betterAuth({
  baseURL: 'http://localhost:' + port,
  secret: 'a secret of at least thirty-two octets',
  database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
  emailAndPassword: { enabled: true },
});
await auth.api.signUpEmail({ body: { name: 'Alice', email: 'alice@example.org', password: 'right horse 1' } });
const app = express();
app.all('/api/auth/*', toNodeHandler(auth));
const page = (body) => '<!doctype html>' + body + '<script>const post = async (path, body) => { const r = await fetch("/api/auth" + path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }); if (r.ok) location = path === "/sign-out" ? "/" : "/inside"; };</script>';
app.get('/', (req, res) => res.send(page('<input id="email"><input id="password" type="password"><button id="in" onclick="post(\\'/sign-in/email\\', { email: email.value, password: password.value, rememberMe: true })">in</button>')));
app.get('/inside', async (req, res) => {
  const session = await auth.api.getSession({ headers: fromNodeHeaders(req.headers) });
  if (!session) return res.redirect('/');
  res.send(page('<p id="who">' + session.user.name + '</p><button id="rename" onclick="post(\\'/update-user\\', { name: \\'Ann\\' })">rename</button><button id="out" onclick="post(\\'/sign-out\\', {})">out</button>'));
});
app.listen(port, '127.0.0.1');
`;

/** Better Auth with a password, as its client calls it: JSON by fetch from a page that stays. */
export const betterAuth: StoryApp = {
  packages: [],
  async start(host) {
    const port = await host.freePort();
    writeFileSync(join(host.folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(host.folder, 'server.js'), SERVER);
    host.run('npm', ['install', '--no-audit', '--no-fund', 'express@4', 'better-auth@1'], { cwd: host.folder });
    host.serve('node', ['server.js', String(port)], { cwd: host.folder });
    await host.answers(`http://127.0.0.1:${port}/`);
    return `http://localhost:${port}`;
  },
  async walk(page, origin) {
    const enter = async (password: string) => {
      await page.fill('#email', 'alice@example.org');
      await page.fill('#password', password);
    };
    await page.goto(`${origin}/`);
    await page.goto(`${origin}/inside`);
    await enter('wrong');
    await page.clickFor('#in', 'sign-in/email');
    await enter('right horse 1');
    await page.follow('#in');
    await page.appears('#who');
    await page.follow('#rename');
    await page.appears('#who', 'Ann');
    await page.follow('#out');
    await page.appears('#in');
    await page.goto(`${origin}/inside`);
  },
};
