import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../browsers/until';
import type { Visitor } from './visitor';

/** A real application, installed from a package, that somebody signs in to. */
export interface StoryApp {
  /** Debian packages to be installed. */
  readonly packages: readonly string[];
  /** Sets it up in an empty folder and starts it; gives its origin. */
  start(host: StoryHost): Promise<string>;
  /** What somebody does with it: look, a wrong password, the right one, something that changes, sign out, look again. */
  walk(page: Visitor, origin: string): Promise<void>;
}

/** Where an application runs: a folder of its own and processes that end with it. */
export interface StoryHost {
  readonly folder: string;
  /** Runs to the end; throws what the program wrote if it failed. */
  run(command: string, args: readonly string[], options?: RunOptions): string;
  /** Starts a server. */
  serve(command: string, args: readonly string[], options?: RunOptions): ChildProcess;
  freePort(): Promise<number>;
  /** Waits until an address answers, with whatever status. */
  answers(url: string): Promise<void>;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Runs `use` with a host, and ends everything that was started on it. */
export async function onHost<T>(use: (host: StoryHost) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cookie-flow-story-'));
  const servers: ChildProcess[] = [];
  const host: StoryHost = {
    folder,
    run(command, args, options = {}) {
      const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', ...withEnv(options) });
      if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr || stdout}`);
      return stdout;
    },
    serve(command, args, options = {}) {
      // A group of its own, so that its workers end with it.
      const server = spawn(command, args, { stdio: 'ignore', detached: true, ...withEnv(options) });
      servers.push(server);
      return server;
    },
    freePort,
    answers: async (url) => {
      await until(`${url} answers`, () => fetch(url, { redirect: 'manual' }).then(Boolean, () => false), { limit: 90_000 });
    },
  };
  try {
    return await use(host);
  } finally {
    await Promise.all(servers.map(ended));
    rmSync(folder, { recursive: true, force: true });
  }
}

const withEnv = ({ env, ...rest }: RunOptions) => ({ ...rest, env: { ...process.env, ...env } });

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    server.once('exit', () => done());
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => found(port));
    });
  });
}
