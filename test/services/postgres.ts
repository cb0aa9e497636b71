import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { guardedProcess } from '../browsers/guarded-process';
import { until } from '../browsers/until';
import { ensureProgram } from './ensure-program';

export interface Postgres {
  /** Of its Unix socket: it listens on no port. */
  readonly url: string;
  stop(): Promise<void>;
}

const DEBIAN = '/usr/lib/postgresql';

/** Starts a PostgreSQL of its own with an empty database. */
export async function startPostgres(): Promise<Postgres> {
  const server = ensureProgram('postgres', () => inDebian('postgres'), 'postgresql');
  const bin = dirname(server);
  const folder = mkdtempSync(join(tmpdir(), 'cookie-flow-postgres-'));
  // PostgreSQL refuses to run as root: then it runs as the user that its package made.
  const asUser = process.getuid?.() === 0 ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : [];
  if (asUser.length > 0) chownSync(folder, idOf('-u'), idOf('-g'));
  const run = (...command: readonly string[]) => {
    const [program = '', ...args] = [...asUser, ...command];
    execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], cwd: '/' });
  };
  const cluster = join(folder, 'cluster');
  run(join(bin, 'initdb'), '--pgdata', cluster, '--username', 'shop', '--auth', 'trust', '--no-sync');
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off'].flatMap((setting) => ['-c', setting]);
  const process_ = guardedProcess([...asUser, server, '-D', cluster, ...settings], process.env);
  const stop = async () => {
    if (!process_.ended) run(join(bin, 'pg_ctl'), '--pgdata', cluster, '--mode', 'immediate', 'stop');
    await process_.end();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const url = `postgres://shop@/postgres?host=${encodeURIComponent(folder)}`;
    await until('PostgreSQL answers', () => answers(url), { instead: () => process_.complaints() });
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } finally {
    await client.end();
  }
}

/** Debian keeps the server out of PATH, in a folder of its version. */
function inDebian(program: string): readonly string[] {
  if (!existsSync(DEBIAN)) return [];
  return readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin', program));
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
}
