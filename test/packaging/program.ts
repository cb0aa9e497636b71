import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { exportRecording } from '../../src/formats/export-recording';
import { aTrace, digestOf, hexDigestOf } from '../build/trace';

const PROGRAM = resolve('dist/cli/cookie-flow.js');

export const SIGN_IN = (attributes: string) => `GET / 200
  POST /login [user password] 302 /account | sid={A}${attributes}
  -> /account 200`;
export const SOUND = '; Path=/; Secure; HttpOnly; SameSite=Lax';

/** A run of the program that goes on: what it has written so far, and how it ends. */
export interface Running {
  readonly child: ChildProcess;
  readonly output: { stdout: string; stderr: string };
  readonly ended: Promise<number | null>;
}

/** A folder of its own in which the built program runs as a shell would run it, without a terminal. */
export class ProgramFolder {
  readonly path: string;

  constructor() {
    if (!existsSync(PROGRAM)) throw new Error('dist/cli is not built: run npm run build first.');
    this.path = mkdtempSync(join(tmpdir(), 'cookie-flow-cli-'));
  }

  /** A HAR file of a trace of https://app.example. */
  writeHar(name: string, lines: string): void {
    const facts = aTrace('https://app.example', lines);
    this.write(name, exportRecording(facts, 'har', { digest: digestOf, redaction: hexDigestOf }).text);
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.path, name), text);
  }

  run(args: readonly string[], { input = '', env = {} as NodeJS.ProcessEnv } = {}) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
      cwd: this.path,
      encoding: 'utf8',
      input,
      env: { ...process.env, FORCE_COLOR: undefined, ...env },
    });
    return { status, stdout, stderr };
  }

  /** A line of a shell in which `cookie-flow` is the program. */
  shell(line: string) {
    const command = line.replace(/\bcookie-flow(?= )/g, `"${process.execPath}" "${PROGRAM}"`);
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: this.path, encoding: 'utf8' });
    return { status, stdout, stderr };
  }

  start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: this.path, env: { ...process.env, ...env } });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      output.stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output.stderr += chunk.toString();
    });
    return { child, output, ended: new Promise((done) => child.once('close', done)) };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
