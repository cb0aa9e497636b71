import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'redis';
import { guardedProcess } from '../browsers/guarded-process';
import { until } from '../browsers/until';
import { ensureProgram } from './ensure-program';

export interface Redis {
  /** Of its Unix socket: it listens on no port. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a redis-server of its own, which keeps nothing on disk. */
export async function startRedis(): Promise<Redis> {
  const program = ensureProgram('redis-server', ['/usr/bin/redis-server'], 'redis-server');
  const folder = mkdtempSync(join(tmpdir(), 'cookie-flow-redis-'));
  const socket = join(folder, 'redis.sock');
  const server = guardedProcess([program, '--port', '0', '--unixsocket', socket, '--save', '', '--dir', folder], process.env);
  const stop = async () => {
    await server.end();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const url = `unix://${socket}`;
    await until('Redis answers', () => answers(url), { instead: () => server.complaints() });
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = createClient({ url, socket: { reconnectStrategy: false } });
  client.on('error', () => {}); // Reported by connect() as well.
  await client.connect();
  await client.close();
  return true;
}
