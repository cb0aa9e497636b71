import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Postgres, startPostgres } from '../../test/services/postgres';
import { type Redis, startRedis } from '../../test/services/redis';
import { type Playground, startPlayground } from '../playground';
import { Remembered } from '../shop/remembered';
import { Users } from '../shop/users';
import { Visitor } from '../visitor';
import { type OpenStore, openStore } from './open-store';

const ALICE = { user: 'alice', password: 'correct horse' };
let redis: Redis;
let postgres: Postgres;

beforeAll(async () => {
  redis = await startRedis();
  postgres = await startPostgres();
}, 120_000);
afterAll(async () => {
  await redis?.stop();
  await postgres?.stop();
});

describe.each([
  ['memory', (): string | undefined => undefined],
  ['redis', (): string | undefined => redis.url],
  ['database', (): string | undefined => postgres.url],
] as const)('two servers that share sessions in %s', (kind, url) => {
  let open: OpenStore;
  let first: Playground;
  let second: Playground;

  beforeAll(async () => {
    open = await openStore(url());
    const shared = { secret: 'shared by both servers', users: new Users(), remembered: new Remembered() };
    first = await startPlayground({ port: 0, store: open.store, shared });
    second = await startPlayground({ port: 0, store: open.store, shared });
  });
  afterAll(async () => {
    await first.close();
    await second.close();
    await open.close();
  });

  it('are of the kind that the URL names', () => {
    expect(open.kind).toBe(kind);
  });

  it('know a session that began on the other, and neither knows it once one has ended it', async () => {
    const [visitor, copy] = [new Visitor(), new Visitor()];
    await visitor.submit(`${first.origin}/register`, `${first.origin}/register`, ALICE);
    await visitor.submit(`${first.origin}/sign-in`, `${first.origin}/sign-in`, ALICE);
    const account = await visitor.get(`${second.origin}/account`);
    expect(account.body).toContain('Welcome back, alice');

    const id = await visitor.valueOf(first.origin, '__Host-sid');
    await copy.jar.setCookie(`__Host-sid=${id}; Path=/; Secure`, second.origin);
    expect((await copy.get(`${second.origin}/account`)).status).toBe(200);
    await visitor.submit(`${first.origin}/account`, `${first.origin}/sign-out`);
    expect((await copy.get(`${second.origin}/account`)).headers.location).toContain('/sign-in');
    expect((await copy.get(`${first.origin}/account`)).headers.location).toContain('/sign-in');
  });

  it('keep a session alive on both when the sign-out only clears the cookie', async () => {
    first.switches.set(['alive-after-sign-out']);
    const [visitor, copy] = [new Visitor(), new Visitor()];
    await visitor.submit(`${first.origin}/sign-in`, `${first.origin}/sign-in`, ALICE);
    const id = await visitor.valueOf(first.origin, '__Host-sid');
    await visitor.submit(`${first.origin}/account`, `${first.origin}/sign-out`);
    await copy.jar.setCookie(`__Host-sid=${id}; Path=/; Secure`, second.origin);
    expect((await copy.get(`${second.origin}/account`)).status).toBe(200);
  });
});

describe('a store that cannot be opened', () => {
  it.each([
    ['redis://:secret@127.0.0.1:1', 'No Redis answers at redis://:…@127.0.0.1:1'],
    ['postgres://me:secret@127.0.0.1:1/shop', 'No PostgreSQL answers at postgres://me:…@127.0.0.1:1/shop'],
    ['mysql://127.0.0.1', 'A store is named by a URL that begins with redis:'],
  ])('is told at the start, without the password: %s', async (url, message) => {
    await expect(openStore(url)).rejects.toThrow(message);
  });
});
