import type { AddressInfo } from 'node:net';
import express from 'express';
import session from 'express-session';
import { afterEach, expect, test } from 'vitest';
import { bytes } from '../src/analysis/engine/base/bytes';
import { seconds } from '../src/analysis/engine/base/units';
import { parseSetCookie } from '../src/analysis/engine/header/set-cookie';
import { express as framework } from '../src/analysis/fixes/frameworks/express';
import { snippet, type Wanted } from '../src/analysis/fixes/snippet';

const wanted: Wanted = {
  name: bytes('__Host-sid'),
  domain: null,
  path: bytes('/'),
  lifetime: seconds(3600),
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  partitioned: true,
};

const codeOf = (use: 'session' | 'cookie'): string =>
  snippet(framework, use, wanted, [])
    .lines.map(({ text }) => text)
    .join('\n');

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** What a real Express answers once the code has been run in it. */
async function answerOf(app: express.Express): Promise<readonly string[]> {
  const server = app.listen(0, '127.0.0.1');
  closing.push(() => server.close());
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-forwarded-proto': 'https' } });
  return response.headers.getSetCookie();
}

const asked = {
  name: '__Host-sid',
  path: '/',
  domain: null,
  maxAge: '3600',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  partitioned: true,
};

test('the code for a cookie makes Express set it as wanted', async () => {
  const app = express();
  const run = new Function('res', 'value', codeOf('cookie'));
  app.get('/', (_, res) => {
    run(res, 'v');
    res.end();
  });
  const [line = ''] = await answerOf(app);
  expect(parseSetCookie(bytes(line))).toMatchObject(asked);
});

test('the code for the session makes express-session set it as wanted', async () => {
  const app = express();
  new Function('app', 'session', 'process', codeOf('session'))(app, session, { env: { SESSION_SECRET: 'of this test' } });
  app.get('/', (req, res) => {
    Object.assign(req.session, { user: 'ann' });
    res.end();
  });
  const [line = ''] = await answerOf(app);
  const { maxAge, ...rest } = asked;
  expect(parseSetCookie(bytes(line))).toMatchObject(rest);
  expect(line).toMatch(/Expires=/);
});
