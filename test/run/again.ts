import { spawnSync } from 'node:child_process';
import { guardedProcess } from '../browsers/guarded-process';

/**
 * `npm run test:again -- capture --times 10`: the files of the browser tests whose path holds a word, again and again beside
 * a loop that keeps a core busy. Stops at the first failure and shows its output.
 */
const { words, times } = asked(process.argv.slice(2));
const busy = guardedProcess(['sh', '-c', 'while :; do :; done'], process.env);
let failed = false;
try {
  for (let time = 1; time <= times && !failed; time++) failed = !passes(time);
} finally {
  await busy.end();
}
process.exit(failed ? 1 : 0);

function passes(time: number): boolean {
  const began = performance.now();
  const projects = ['--project=chromium', '--project=firefox'];
  const { status, stdout } = spawnSync('npx', ['vitest', 'run', '--config', 'test/vitest.config.ts', ...projects, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) console.log(stdout);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${time} of ${times}: ${status === 0 ? 'passed' : 'failed'} in ${seconds} s`);
  return status === 0;
}

function asked(args: readonly string[]): { words: readonly string[]; times: number } {
  const at = args.indexOf('--times');
  const times = at < 0 ? 10 : Number(args[at + 1]);
  const words = args.filter((_, place) => at < 0 || (place !== at && place !== at + 1));
  if (times >= 1 && words.length > 0) return { words, times };
  console.error('npm run test:again -- WORD … [--times N]');
  process.exit(2);
}
