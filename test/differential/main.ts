import { readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { type Disagreement, judge } from './judge';
import { type BrowserName, classes, type Run, run } from './run';

const USAGE =
  'usage: npm run differential -- [--seed N] [--cases M] [--browser chromium|firefox] [--write FILE.json] | --read FILE.json';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: '200' },
    browser: { type: 'string' },
    write: { type: 'string' },
    read: { type: 'string' },
  },
});
const seed = Number(values.seed);
const cases = Number(values.cases);
const browsers = (['chromium', 'firefox'] as const).filter((name) => values.browser === undefined || values.browser === name);
if (!Number.isInteger(seed) || !Number.isInteger(cases) || cases < 1 || browsers.length === 0) {
  console.error(USAGE);
  process.exit(2);
}

let differing = 0;
if (values.read !== undefined) differing += again(values.read);
else for (const browser of browsers) differing += await one(browser);
process.exitCode = differing > 0 ? 1 : 0;

async function one(browser: BrowserName): Promise<number> {
  const told = { at: Date.now() };
  const result = await run({
    browser,
    seed,
    cases,
    progress(done) {
      if (Date.now() - told.at < 30_000) return;
      told.at = Date.now();
      console.error(`${browser}: ${done} of ${cases} cases played`);
    },
  });
  console.log(report(result));
  if (values.write !== undefined) {
    const { dir, base } = parse(values.write);
    writeFileSync(join(dir, `${browser}-${base}`), recording(result));
  }
  return result.judgement.disagreements.length;
}

/** Judges a recording that `--write` made, without a browser: after a change to the engine. */
function again(file: string): number {
  const { source, cases: played } = JSON.parse(readFileSync(file, 'utf8')) as Recorded;
  const judgement = judge(played, source.recorded);
  console.log(report({ browser: source.recorded, version: source.version, cases: played, failed: {}, judgement }));
  return judgement.disagreements.length;
}

interface Recorded {
  readonly source: { readonly recorded: BrowserName; readonly version: string };
  readonly cases: Run['cases'];
}

function recording({ browser, version, cases: played }: Run): string {
  const head = {
    format: 'cookie-conformance/1',
    corpus: 'differential',
    source: { recorded: browser, version, seed },
    total: played.length,
  };
  return JSON.stringify({ ...head, now: played[0]?.now, cases: played }, null, 1);
}

function report({ browser, version, cases: played, failed, judgement }: Run): string {
  const lines = [`${browser} ${version}, seed ${seed}: ${played.length} cases`];
  for (const kind of ['storage', 'sending', 'reason'] as const) {
    const all = judgement.decisions[kind];
    if (all === 0) continue;
    const wrong = judgement.disagreements.filter((each) => each.kind === kind).length;
    lines.push(`  ${kind}: ${all - wrong} of ${all} agree (${((1 - wrong / all) * 100).toFixed(3)} %)`);
  }
  const unplayed = Object.entries(failed).map(([act, count]) => `${count} ${act}`);
  if (unplayed.length > 0) lines.push(`  did not end and left out: ${unplayed.join(', ')}`);
  for (const [name, members] of classes(judgement.disagreements)) {
    lines.push(`  ${members.length} × ${name}`, ...members.slice(0, 2).map(example));
  }
  return lines.join('\n');
}

function example(each: Disagreement): string {
  const short = (texts: readonly string[]) =>
    texts.map((text) => JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text)).join('\n      ');
  return [
    `    ${each.id} ${each.context} ${each.url}`,
    `      ${short(each.lines)}`,
    `    engine:  ${short(each.engine)}`,
    `    browser: ${short(each.browser)}`,
  ].join('\n');
}
