import { readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { type Disagreement, judge } from './judge';
import { judgeWalks, type PlayedWalks, playWalks, walksReport } from './observed/run-walks';
import { type BrowserName, classes, type Run, run, runExamples } from './run';

const USAGE =
  'usage: npm run differential -- [--seed N] [--cases M] [--browser chromium|firefox] [--write FILE.json] | --examples [--browser …] | --observed [--seed N] [--exchanges M] [--circumstances default|allow|private|trackers] [--browser …] [--write FILE.json] | [--observed] --read FILE.json';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: '200' },
    browser: { type: 'string' },
    write: { type: 'string' },
    read: { type: 'string' },
    examples: { type: 'boolean' },
    observed: { type: 'boolean' },
    exchanges: { type: 'string', default: '200' },
    circumstances: { type: 'string' },
  },
});
const seed = Number(values.seed);
const cases = Number(values.observed ? values.exchanges : values.cases);
const browsers = (['chromium', 'firefox'] as const).filter((name) => values.browser === undefined || values.browser === name);
const circumstances = (['default', 'allow', 'private', 'trackers'] as const).find((name) => values.circumstances === name);
const isUnheardOf = values.circumstances !== undefined && circumstances === undefined;
if (isUnheardOf || !Number.isInteger(seed) || !Number.isInteger(cases) || cases < 1 || browsers.length === 0) {
  console.error(USAGE);
  process.exit(2);
}

let differing = 0;
if (values.observed) {
  if (values.read !== undefined) differing += walked(JSON.parse(readFileSync(values.read, 'utf8')) as PlayedWalks);
  else for (const browser of browsers) differing += await walks(browser);
} else if (values.read !== undefined) differing += again(values.read);
else for (const browser of browsers) differing += await one(browser);
process.exitCode = differing > 0 ? 1 : 0;

async function one(browser: BrowserName): Promise<number> {
  const lastNote = { at: Date.now() };
  const result =
    values.examples === true
      ? await runExamples(browser)
      : await run({
          browser,
          seed,
          cases,
          progress(done) {
            if (Date.now() - lastNote.at < 30_000) return;
            lastNote.at = Date.now();
            console.error(`${browser}: ${done} of ${cases} cases played`);
          },
        });
  console.log(report(result));
  if (values.write !== undefined) writeFileSync(named(browser, values.write), recording(result));
  return result.judgement.disagreements.length;
}

/** Plays walks with the panel open, and judges what it says of them. */
async function walks(browser: BrowserName): Promise<number> {
  const { write } = values;
  const played = await playWalks({
    browser,
    seed,
    exchanges: cases,
    ...(circumstances === undefined ? {} : { circumstances }),
    progress: (done) => console.error(`${browser}: ${done} exchanges`),
    ...(write === undefined ? {} : { keep: (all) => writeFileSync(named(browser, write), JSON.stringify(all)) }),
  });
  return walked(played);
}

function walked(played: PlayedWalks): number {
  const judged = judgeWalks(played);
  console.log(walksReport(played, judged));
  return judged.falsehoods.length;
}

function named(browser: BrowserName, file: string): string {
  const { dir, base } = parse(file);
  return join(dir, `${browser}-${base}`);
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
