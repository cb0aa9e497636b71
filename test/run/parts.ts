import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Browser, ensureBrowser } from '../browsers/ensure';
import { ONE_FAILED, ONE_PASSED, sum, type TestTally, vitestTally } from './tally';

export interface Part {
  readonly name: string;
  /** Not run when one of these has failed. */
  readonly needs: readonly string[];
  run(): TestTally | Promise<TestTally>;
}

const KNIP = ['knip', '--config', 'test/knip.jsonc'];

/** The fast parts: nothing is built, no browser is started. */
export const CHECK: readonly Part[] = [
  together('types, lint, unused code, code that only tests use', [
    ['npm', 'run', '--silent', 'types'],
    ['npx', 'biome', 'check', '.'],
    ['npx', ...KNIP],
    ['npx', ...KNIP, '--production', '--include', 'files,exports,types'],
  ]),
  vitest('unit, architecture, conformance', ['unit', 'architecture', 'conformance'], { quiet: true }),
];

export const TEST: readonly Part[] = [
  browserPart('chromium'),
  browserPart('firefox'),
  ...CHECK,
  vitest('session stores', ['services']),
  command('build', 'npm', ['run', '--silent', 'build']),
  vitest('packages', ['packages'], { needs: ['build'] }),
  command('web-ext lint', 'npx', ['web-ext', 'lint', '--source-dir', 'dist/firefox', '--self-hosted', '--output', 'text'], {
    needs: ['build'],
    quiet: true,
  }),
  vitest('in the real browsers', ['chromium', 'firefox', 'differential-chromium', 'differential-firefox'], {
    needs: ['build', 'chromium', 'firefox'],
  }),
];

interface PartOptions {
  readonly needs?: readonly string[];
  /** Its output is shown only when it fails. */
  readonly quiet?: boolean;
}

function command(name: string, program: string, args: readonly string[], { needs = [], quiet = false }: PartOptions = {}): Part {
  return {
    name,
    needs,
    run() {
      const { status, stdout } = spawnSync(program, args, {
        stdio: ['ignore', quiet ? 'pipe' : 'inherit', 'inherit'],
        encoding: 'utf8',
      });
      if (status !== 0 && quiet) process.stdout.write(stdout);
      return status === 0 ? ONE_PASSED : ONE_FAILED;
    },
  };
}

/** Commands that take one core each, at the same time. What each says comes when it has ended, in one piece. */
function together(name: string, commands: readonly (readonly [program: string, ...args: string[]])[]): Part {
  const tally = async ([program, ...args]: (typeof commands)[number]) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const status = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
    const said = await Promise.all([text(child.stdout), text(child.stderr)]);
    const passes = (await status) === 0;
    process.stdout.write(`${passes ? 'passed' : 'failed'}: ${[program, ...args].join(' ')}\n${said.join('')}`);
    return passes ? ONE_PASSED : ONE_FAILED;
  };
  return { name, needs: [], run: async () => sum(await Promise.all(commands.map(tally))) };
}

function vitest(name: string, projects: readonly string[], { needs = [], quiet = false }: PartOptions = {}): Part {
  return {
    name,
    needs,
    run() {
      const folder = mkdtempSync(join(tmpdir(), 'cookie-flow-report-'));
      const report = join(folder, 'report.json');
      const reporters = [`--reporter=${quiet ? 'minimal' : 'default'}`, '--reporter=json', `--outputFile=${report}`];
      const chosen = projects.map((project) => `--project=${project}`);
      const args = ['vitest', 'run', '--config', 'test/vitest.config.ts', ...chosen, ...reporters];
      const { status } = spawnSync('npx', args, { stdio: ['ignore', 'inherit', 'inherit'] });
      const tally = vitestTally(existsSync(report) ? readFileSync(report, 'utf8') : null, status ?? 1);
      rmSync(folder, { recursive: true });
      return tally;
    },
  };
}

/** Counts as a test, for without the browser nothing that matters is tested. */
function browserPart(browser: Browser): Part {
  return {
    name: browser,
    needs: [],
    run() {
      console.log(ensureBrowser(browser, console.log));
      return ONE_PASSED;
    },
  };
}
