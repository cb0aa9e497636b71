import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_PORT, type Playground, type PlaygroundOptions, startPlayground } from './playground';
import { Visitor } from './visitor';

const ALICE = { user: 'alice', password: 'correct horse' };
let running: Playground[] = [];

async function started(options: PlaygroundOptions = {}): Promise<Playground> {
  const playground = await startPlayground({ port: 0, ...options });
  running.push(playground);
  return playground;
}

async function signedIn(visitor: Visitor, { origin }: Playground, fields: Readonly<Record<string, string>> = {}) {
  await visitor.submit(`${origin}/register`, `${origin}/register`, ALICE);
  return visitor.submit(`${origin}/sign-in`, `${origin}/sign-in`, { ...ALICE, ...fields });
}

afterEach(async () => {
  await Promise.all(running.map((playground) => playground.close()));
  running = [];
});

describe('the sound shop', () => {
  it('lets somebody register, sign in, see the account and sign out', async () => {
    const playground = await started();
    const { origin } = playground;
    const visitor = new Visitor();
    expect((await visitor.get(`${origin}/account`)).headers.location).toBe('/sign-in?next=%2Faccount');
    const entered = await signedIn(visitor, playground);
    expect([entered.status, entered.headers.location]).toEqual([303, '/account']);
    expect((await visitor.get(`${origin}/account`)).body).toContain('Welcome back, alice');
    expect((await visitor.submit(`${origin}/account`, `${origin}/sign-out`)).headers.location).toBe('/signed-out');
    expect((await visitor.get(`${origin}/account`)).status).toBe(303);
  });

  it('sets the session id with every protection and without a lifetime', async () => {
    const { origin } = await started();
    const { setCookie } = await new Visitor().get(`${origin}/sign-in`);
    expect(setCookie.find((line) => line.startsWith('__Host-sid='))?.replace(/=[^;]*/, '=…')).toBe(
      '__Host-sid=…; Path=/; HttpOnly; Secure; SameSite=Lax',
    );
  });

  it('gives a new session id at sign-in', async () => {
    const playground = await started();
    const visitor = new Visitor();
    await visitor.get(`${playground.origin}/sign-in`);
    const before = await visitor.valueOf(playground.origin, '__Host-sid');
    await signedIn(visitor, playground);
    expect(before).toBeDefined();
    expect(await visitor.valueOf(playground.origin, '__Host-sid')).not.toBe(before);
  });

  it('refuses a wrong password with 401 and leaves the visitor signed out', async () => {
    const playground = await started();
    const visitor = new Visitor();
    expect((await signedIn(visitor, playground, { password: 'wrong horse' })).status).toBe(401);
    expect((await visitor.get(`${playground.origin}/account`)).status).toBe(303);
  });

  it('ends the session on the server too: the old id opens nothing after sign-out', async () => {
    const playground = await started();
    const { origin } = playground;
    const [visitor, thief] = [new Visitor(), new Visitor()];
    await signedIn(visitor, playground);
    await visitor.get(`${origin}/account`);
    await thief.jar.setCookie(`__Host-sid=${await visitor.valueOf(origin, '__Host-sid')}; Secure; Path=/`, origin);
    expect((await thief.get(`${origin}/account`)).status).toBe(200);
    await visitor.submit(`${origin}/account`, `${origin}/sign-out`);
    expect((await thief.get(`${origin}/account`)).status).toBe(303);
  });

  it('clears every cookie of the sign-in, so that none is left in the jar', async () => {
    const playground = await started();
    const visitor = new Visitor();
    await signedIn(visitor, playground, { remember: 'yes' });
    await visitor.submit(`${playground.origin}/account`, `${playground.origin}/sign-out`);
    expect((await visitor.jar.getCookies(playground.origin)).map((cookie) => cookie.key)).toEqual([]);
  });

  it('leads a sign-in only to a path of its own', async () => {
    const playground = await started();
    const entered = await signedIn(new Visitor(), playground, { next: '//evil.example/' });
    expect(entered.headers.location).toBe('/account');
  });

  it('shows a name that is markup as text', async () => {
    const { origin } = await started();
    const { body } = await new Visitor().submit(`${origin}/sign-in`, `${origin}/sign-in`, { ...ALICE, next: '/"><script>' });
    expect(body).toContain('value="/&quot;&gt;&lt;script&gt;"');
  });
});

describe('the CSRF token', () => {
  it('is set as a cookie once by a page with several forms', async () => {
    const { origin } = await started();
    const { setCookie, body } = await new Visitor().get(`${origin}/`);
    expect(body.match(/name="_csrf"/g)?.length).toBe(3);
    expect(setCookie.map((line) => line.split('=')[0]).sort()).toEqual(['__Host-csrf', '__Host-sid']);
  });

  it('is asked for by every form that changes something', async () => {
    const { origin } = await started();
    for (const path of ['/register', '/sign-in', '/sign-out', '/preferences', '/cart']) {
      expect((await new Visitor().post(`${origin}${path}`, ALICE)).status, path).toBe(403);
    }
  });

  it('works once', async () => {
    const { origin } = await started();
    const visitor = new Visitor();
    const { body } = await visitor.get(`${origin}/preferences`);
    const token = /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? '';
    expect((await visitor.post(`${origin}/preferences`, { _csrf: token, theme: 'dark' })).status).toBe(303);
    expect((await visitor.post(`${origin}/preferences`, { _csrf: token, theme: 'light' })).status).toBe(403);
  });

  it('of one visitor does not serve another', async () => {
    const { origin } = await started();
    const { body } = await new Visitor().get(`${origin}/preferences`);
    const token = /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? '';
    const other = new Visitor();
    await other.get(`${origin}/preferences`);
    expect((await other.post(`${origin}/preferences`, { _csrf: token, theme: 'dark' })).status).toBe(403);
  });
});

describe('remember me', () => {
  it('signs in again once the session is gone, with a new session id and a new token', async () => {
    const playground = await started();
    const { origin } = playground;
    const visitor = new Visitor();
    const { setCookie } = await signedIn(visitor, playground, { remember: 'yes' });
    expect(setCookie.find((line) => line.startsWith('__Host-remember='))).toContain('Max-Age=2592000');
    const token = await visitor.valueOf(origin, '__Host-remember');
    await visitor.jar.setCookie('__Host-sid=; Secure; Path=/; Max-Age=0', origin);
    expect((await visitor.get(`${origin}/account`)).body).toContain('Welcome back, alice');
    expect(await visitor.valueOf(origin, '__Host-remember')).not.toBe(token);
  });

  it('takes a token once: a copy of it is refused', async () => {
    const playground = await started();
    const { origin } = playground;
    const [visitor, thief] = [new Visitor(), new Visitor()];
    await signedIn(visitor, playground, { remember: 'yes' });
    const copy = await visitor.valueOf(origin, '__Host-remember');
    await visitor.jar.setCookie('__Host-sid=; Secure; Path=/; Max-Age=0', origin);
    await visitor.get(`${origin}/account`);
    await thief.jar.setCookie(`__Host-remember=${copy}; Secure; Path=/`, origin);
    expect((await thief.get(`${origin}/account`)).status).toBe(303);
  });
});

describe('the server', () => {
  it('falls back to a free port when the default is taken, but not when a port is named', async () => {
    const holder = createServer();
    const mine = await new Promise<boolean>((resolve) => {
      holder.once('error', () => resolve(false)).listen(DEFAULT_PORT, '127.0.0.1', () => resolve(true));
    });
    try {
      const playground = await startPlayground();
      running.push(playground);
      expect(new URL(playground.origin).port).not.toBe(String(DEFAULT_PORT));
      await expect(startPlayground({ port: DEFAULT_PORT })).rejects.toThrow('EADDRINUSE');
    } finally {
      if (mine) await new Promise((resolve) => holder.close(resolve));
    }
  });

  it('leads who comes by address to the shop', async () => {
    const { origin } = await started();
    const { headers } = await new Visitor().get(`http://127.0.0.1:${new URL(origin).port}/`);
    expect(headers.location).toBe(`${origin}/`);
  });

  it('takes a change of switches only from its own page', async () => {
    const { hosts, switches } = await started();
    expect((await new Visitor().post(`${hosts.desk}/`, { flaw: 'fixation' })).status).toBe(403);
    expect(switches.all()).toEqual([]);
  });
});
