import connectPg from 'connect-pg-simple';
import { RedisStore } from 'connect-redis';
import session, { MemoryStore, type Store } from 'express-session';
import pg from 'pg';
import { createClient } from 'redis';

/** Where sessions are kept. */
export interface OpenStore {
  readonly kind: 'memory' | 'redis' | 'database';
  readonly store: Store;
  close(): Promise<void>;
}

/**
 * Opens the store that a URL names: `redis:`, `rediss:` or `unix:` for Redis, `postgres:` or `postgresql:` for a database.
 * Without one, sessions live in this process and end with it.
 * @throws Error with a sentence for the user if the URL is of no kind known, or nothing answers there
 */
export async function openStore(url?: string): Promise<OpenStore> {
  if (url === undefined) return { kind: 'memory', store: new MemoryStore(), close: async () => {} };
  if (/^(rediss?|unix):/.test(url)) return openRedis(url);
  if (/^postgres(ql)?:/.test(url)) return openDatabase(url);
  throw new Error('A store is named by a URL that begins with redis:, rediss:, unix:, postgres: or postgresql:.');
}

async function openRedis(url: string): Promise<OpenStore> {
  // Without a strategy, a server that is down is asked for ever; once connected, it is worth waiting for.
  let connected = false;
  const client = createClient({
    url,
    socket: { reconnectStrategy: (tries) => (connected ? Math.min(tries * 100, 2000) : false) },
  });
  client.on('error', (error: Error) => {
    if (connected) console.error(`Redis: ${error.message}`);
  });
  await client.connect().catch((error: Error) => {
    throw new Error(`No Redis answers at ${withoutPassword(url)}: ${error.message}`);
  });
  connected = true;
  return { kind: 'redis', store: new RedisStore({ client, prefix: 'crumb:' }), close: () => client.close() };
}

async function openDatabase(url: string): Promise<OpenStore> {
  const pool = new pg.Pool({ connectionString: url });
  pool.on('error', (error) => console.error(`PostgreSQL: ${error.message}`));
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw new Error(`No PostgreSQL answers at ${withoutPassword(url)}: ${(error as Error).message}`);
  }
  const store = new (connectPg(session))({ pool, createTableIfMissing: true });
  return {
    kind: 'database',
    store,
    async close() {
      store.close();
      await pool.end();
    },
  };
}

/** The URL as it may be shown: it may hold a password. */
function withoutPassword(url: string): string {
  return url.replace(/^(\w+:\/\/[^:/@]*):[^@]*@/, '$1:…@');
}
