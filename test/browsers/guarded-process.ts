import { type ChildProcess, spawn } from 'node:child_process';

/**
 * A browser that cannot outlive us: a shell stands between, and kills it as soon as its own standard input closes,
 * which the kernel does for us however this process ends, by SIGKILL too.
 */
const GUARD = `
exec 3<&0
"$@" </dev/null 3<&- &
browser=$!
(cat <&3 >/dev/null; kill -9 $browser 2>/dev/null) &
exec 3<&-
wait $browser
`;

export interface GuardedProcess {
  /** The last lines it wrote on stderr. */
  complaints(): string;
  readonly ended: boolean;
  /** Resolves once it has ended, of itself or by us. */
  readonly exit: Promise<void>;
  /** Ends it, by force if need be, and waits until it is gone. */
  end(): Promise<void>;
}

/**
 * Starts a program that is killed when this process ends.
 * @param command program and arguments
 */
export function guardedProcess(command: readonly string[], env: NodeJS.ProcessEnv): GuardedProcess {
  const shell = spawn('sh', ['-c', GUARD, 'guard', ...command], { stdio: ['pipe', 'ignore', 'pipe'], env });
  const exit = new Promise<void>((done) => shell.once('exit', () => done()));
  let tail = '';
  shell.stderr?.on('data', (chunk: Buffer) => {
    tail = (tail + chunk.toString()).slice(-4000);
  });
  return {
    complaints: () => tail.trim(),
    exit,
    get ended() {
      return hasEnded(shell);
    },
    async end() {
      // Of one that has ended by itself, the guard is left.
      shell.stdin?.end();
      await exit;
    },
  };
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
