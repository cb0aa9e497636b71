import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exportRecording } from '../../src/formats/export-recording';
import { sarifFaults } from '../build/sarif';
import { aTrace, digestOf, hexDigestOf } from '../build/trace';

interface Step {
  readonly name: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

const action = parse(readFileSync('action.yml', 'utf8')) as Action;
/** Milliseconds: an application and a browser start one after the other. */
const PATIENCE = 300_000;

const folder = mkdtempSync(join(tmpdir(), 'cookie-flow-action-'));
const SIGN_IN = (line: string) => `GET / 200
  POST /login [user password] 302 /account | ${line}
  -> /account 200`;

beforeAll(() => {
  if (!existsSync('dist/cli/cookie-flow.js')) throw new Error('dist/cli is not built: run npm run build first.');
  const write = (name: string, line: string) =>
    writeFileSync(
      join(folder, name),
      exportRecording(aTrace('https://app.example', SIGN_IN(line)), 'har', { digest: digestOf, redaction: hexDigestOf }).text,
    );
  if (!existsSync('dist/capture')) throw new Error('dist/capture is not built: run npm run build first.');
  write('flawed one.har', 'sid={A}');
  write('sound.har', '__Host-sid={A}; Path=/; Secure; HttpOnly; SameSite=Lax');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // There is no such process.
  }
}

/** Runs the steps that are scripts one after the other, each in the shell that GitHub starts for it. */
function runAction(inputs: Readonly<Record<string, string>>) {
  const files = { summary: join(folder, 'summary'), output: join(folder, 'output') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  let log = '';
  let status: number | null = 0;
  for (const { run, env = {} } of action.runs.steps) {
    if (run === undefined || status !== 0) continue;
    const script = join(folder, 'step.sh');
    writeFileSync(script, run);
    const step = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        GITHUB_STEP_SUMMARY: files.summary,
        GITHUB_OUTPUT: files.output,
        ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filled(value, inputs)])),
      },
    });
    status = step.status;
    log += step.stdout + step.stderr;
  }
  return { status, log, summary: readFileSync(files.summary, 'utf8'), output: readFileSync(files.output, 'utf8') };
}

/** The two expressions that the steps use. */
const filled = (value: string, inputs: Readonly<Record<string, string>>): string =>
  value.replace(/\$\{\{ (?:github\.(action_path)|inputs\.([\w-]+)) \}\}/g, (_, path: string | undefined, name: string) =>
    path === undefined ? (inputs[name] ?? action.inputs[name]?.default ?? '') : resolve('.'),
  );

/** The inputs that docs/ci.md gives the action, as GitHub hands them over: as text. */
const documented = [...readFileSync('docs/ci.md', 'utf8').matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, yaml = '']) => {
  type Shown = { readonly uses?: string; readonly with?: object };
  const shown = parse(yaml) as readonly Shown[] | { readonly steps: readonly Shown[] };
  const steps = 'steps' in shown ? shown.steps : shown;
  const inputs = steps.find(({ uses }) => uses?.includes('cookie-flow'))?.with ?? {};
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)]));
});

it('docs/ci.md gives the action inputs that it has', () => {
  const given = documented.flatMap((inputs) => Object.keys(inputs));
  expect(given.length).toBeGreaterThan(8);
  expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(given));
});

describe('the action', () => {
  it('fails on a flawed recording, with a summary and SARIF', () => {
    const { status, summary, output } = runAction({ files: '*.har' });
    expect(status).toBe(1);
    expect(summary).toContain('## flawed one.har');
    expect(output).toBe('sarif=cookie-flow.sarif\n');
    expect(sarifFaults(JSON.parse(readFileSync(join(folder, 'cookie-flow.sarif'), 'utf8')))).toEqual([]);
  });

  it('passes on a sound one, and where the input says what may be', () => {
    expect(runAction({ files: 'sound.har', 'fail-on': 'error,incident' }).status).toBe(0);
    expect(runAction({ files: '*.har', 'fail-on': 'never' }).status).toBe(0);
  });

  it('takes a baseline of the repository', () => {
    const known = join(folder, 'known.json');
    const cli = resolve('dist/cli/cookie-flow.js');
    spawnSync(process.execPath, [cli, 'audit', 'flawed one.har', '--baseline', known, '--update-baseline'], { cwd: folder });
    expect(runAction({ files: 'flawed*', baseline: 'known.json' }).status).toBe(0);
  });

  it('does with the inputs of docs/ci.md as it says there: what is in the baseline does not fail, what is new does', () => {
    const [inputs = {}] = documented;
    mkdirSync(join(folder, 'test-results/sign-in'), { recursive: true });
    const har = join(folder, 'test-results/sign-in/page.har');
    copyFileSync(join(folder, 'sound.har'), har);
    const baseline = ['audit', har, '--baseline', inputs.baseline ?? '', '--update-baseline'];
    spawnSync(process.execPath, [resolve('dist/cli/cookie-flow.js'), ...baseline], { cwd: folder });
    expect(runAction(inputs)).toMatchObject({ status: 0, output: 'sarif=cookie-flow.sarif\n' });
    copyFileSync(join(folder, 'flawed one.har'), har);
    expect(runAction(inputs)).toMatchObject({ status: 1, summary: expect.stringContaining('HttpOnly') });
  });

  it('says that no file matches, and what a wrong input should be', () => {
    expect(runAction({ files: '*.zip' })).toMatchObject({ status: 3, log: expect.stringContaining('::error::No file matches') });
    expect(runAction({ files: 'sound.har', 'fail-on': 'eror' })).toMatchObject({
      status: 2,
      log: expect.stringContaining('Did you mean error?'),
    });
  });

  it(
    'starts an application, visits it signed in, and ends it again',
    async () => {
      const script = `
      const server = require('node:http').createServer((request, response) => {
        if (request.url !== '/') response.setHeader('Set-Cookie', 'sid=3f9a1c7be20d4856; HttpOnly');
        response.setHeader('Content-Type', 'text/html').end(\`<a href="/in">Sign in</a> \${request.headers.cookie ?? ''}\`);
      });
      server.listen(0, '127.0.0.1', () => {
        require('node:fs').writeFileSync('pid', String(process.pid));
        process.stdout.write('listening');
      });`;
      const port = await freePort();
      writeFileSync(join(folder, 'application.cjs'), script.replace('listen(0', `listen(${port}`));
      const origin = `http://127.0.0.1:${port}`;
      const step = { type: 'click', selectors: ['aria/Sign in'], assertedEvents: [{ type: 'navigation' }] };
      writeFileSync(join(folder, 'steps.json'), JSON.stringify({ steps: [{ type: 'navigate', url: origin }, step] }));
      const started = { start: `echo starting; "${process.execPath}" application.cjs & wait`, urls: `${origin}/?a=[1]` };
      const { status, summary, log } = runAction({ ...started, script: 'steps.json', 'fail-on': 'note', 'wait-seconds': '200' });
      expect({ status, summary }, log).toEqual({ status: 1, summary: expect.stringContaining('sid') });
      const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
      await expect.poll(() => isRunning(pid)).toBe(false);
    },
    PATIENCE,
  );

  it('says of an application that does not start what it wrote, and what is missing', () => {
    const urls = 'http://127.0.0.1:9/';
    expect(runAction({ start: 'echo no database; exit 1', urls })).toMatchObject({
      status: 3,
      log: expect.stringMatching(/no database\n::error::The application ended before http:\/\/127\.0\.0\.1:9\/ answered/),
    });
    expect(runAction({ start: 'sleep 60', urls, 'wait-seconds': '1' })).toMatchObject({
      status: 3,
      log: expect.stringContaining('did not answer within 1 seconds'),
    });
    expect(runAction({ start: 'sleep 60', files: 'sound.har' })).toMatchObject({ status: 2 });
    expect(runAction({})).toMatchObject({ status: 2, log: expect.stringContaining('::error::Neither files nor urls') });
  });

  it('runs nothing that an input holds', () => {
    runAction({ files: '$(touch run)', 'fail-on': '`touch run`', sarif: '$(touch run).sarif', urls: '$(touch run)' });
    expect(existsSync(join(folder, 'run'))).toBe(false);
  });
});
