import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Report, ReportedRecording } from '../../report/model/report-schema';
import { type Baseline, baselineOf, readBaseline } from '../../report/policy/baseline';
import { type Config, EMPTY_CONFIG, readConfig } from '../../report/policy/config-schema';
import { DEFAULT_FAIL_ON, FAIL_ON_WORDS, type FailOn, failOnOf } from '../../report/policy/fail-on';
import { judged } from '../../report/policy/judged';
import { type CommandOption, EXIT, RunError, UsageError } from '../command/command';
import { beWritable, readJson, writeContent } from '../command/files';
import type { Given } from '../command/given';
import { noSuch } from '../command/nearest';
import type { Terminal } from '../command/terminal';
import { REPORT_FORMATS, type ReportTarget, reportTargets, reportText } from './report-targets';

const CONFIG_FILE = 'cookie-flow.config.json';

/** What is asked of every command that ends in a report. */
export const REPORT_OPTIONS: readonly CommandOption[] = [
  {
    name: 'format',
    value: 'FORMAT[=FILE]',
    isRepeatable: true,
    says: `how to report, and where to: ${REPORT_FORMATS.join(' | ')}`,
  },
  { name: 'fail-on', value: 'WHAT', isRepeatable: true, says: `what ends with exit code 1: ${FAIL_ON_WORDS.join(' | ')}` },
  { name: 'baseline', value: 'FILE', says: 'only what is not in it is new and can fail' },
  { name: 'update-baseline', value: null, says: 'write what is found to the baseline, and fail for nothing' },
  { name: 'config', value: 'FILE', says: `own hosts, ignored findings, budgets; ${CONFIG_FILE} if it is there` },
];

/** How a report is judged and where it goes: read before anything is done, so that a typo costs nothing. */
export interface Reporting {
  readonly config: Config;
  readonly targets: readonly ReportTarget[];
  readonly failOn: readonly FailOn[];
  readonly baseline: { readonly file: string; readonly known: Baseline | null } | null;
}

/** @throws UsageError, RunError where the baseline or the configuration cannot be read */
export function reportingOf(given: Given): Reporting {
  const targets = targetsOf(given);
  const config = configOf(given);
  const failOn = failOnOf(failOnWords(given, config));
  const file = given.one('baseline');
  const updates = given.has('update-baseline');
  if (updates && file === null) throw new UsageError('--update-baseline needs --baseline FILE');
  eachOnce([...targets.map((target) => target.file), file]);
  for (const written of [...targets.map((target) => target.file), updates ? file : null])
    if (written !== null) beWritable(written);
  return {
    config,
    targets,
    failOn: updates ? [] : failOn,
    baseline: file === null ? null : { file, known: baselineIn(file, updates) },
  };
}

/** Recordings as told, and what was not read. */
export interface Reported {
  readonly recordings: readonly ReportedRecording[];
  readonly unread: Report['unread'];
}

/** Two files of one name: the second would be written over the first. @throws UsageError */
function eachOnce(files: readonly (string | null)[]): void {
  const paths = files.flatMap((file) => (file === null ? [] : [resolve(file)]));
  const twice = files.find((file) => file !== null && paths.indexOf(resolve(file)) !== paths.lastIndexOf(resolve(file)));
  if (twice !== undefined) throw new UsageError(`${twice} would be written over: name another file.`);
}

/** Judges and writes the report. @returns the exit code, as if all was read; what cannot be written keeps nothing else back */
export function publish({ recordings, unread }: Reported, reporting: Reporting, terminal: Terminal): number {
  const { config, targets, failOn, baseline } = reporting;
  const report = judged(recordings, unread, { config, failOn, baseline: baseline?.known ?? null });
  let isWritten = true;
  const write = (file: string, text: string) => {
    try {
      writeContent(file, text);
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      terminal.note(error.message);
      isWritten = false;
    }
  };
  for (const { format, file } of targets) {
    const text = reportText(report, format, { version: terminal.version, paint: file === null ? terminal.paint : null });
    if (file === null) terminal.out(text);
    else write(file, text);
  }
  if (baseline !== null && baseline.known === null) {
    const written = baselineOf(report);
    write(baseline.file, `${JSON.stringify(written, null, 2)}\n`);
    if (isWritten) terminal.note(`${baseline.file}: ${written.known.length} known`);
  }
  if (!isWritten) return EXIT.failed;
  return report.failures.length > 0 ? EXIT.findings : EXIT.done;
}

function targetsOf(given: Given): readonly ReportTarget[] {
  const targets = reportTargets(given.all('format'));
  if (typeof targets === 'string') throw new UsageError(noSuch('--format', targets, REPORT_FORMATS));
  const nameless = targets.find(({ file }) => file === '');
  if (nameless !== undefined) throw new UsageError(`--format ${nameless.format}= needs the name of a file.`);
  return targets;
}

function failOnWords(given: Given, config: Config): readonly string[] {
  const words = given.all('fail-on').flatMap((each) => each.split(','));
  const wrong = words.find((word) => !FAIL_ON_WORDS.includes(word));
  if (wrong !== undefined) throw new UsageError(noSuch('--fail-on', wrong, FAIL_ON_WORDS));
  if (words.includes('never') && words.length > 1) throw new UsageError('--fail-on never goes with no other.');
  return words.length > 0 ? words : (config.failOn ?? DEFAULT_FAIL_ON);
}

function configOf(given: Given): Config {
  const named = given.one('config');
  if (named === null && !existsSync(CONFIG_FILE)) return EMPTY_CONFIG;
  const file = named ?? CONFIG_FILE;
  const read = readConfig(readJson(file));
  if ('config' in read) return read.config;
  throw new UsageError(`${file} is not as it should be:\n${read.faults.map((fault) => `  ${fault}`).join('\n')}`);
}

/** What the baseline knows; null = it is to be written. Another file is not written over. */
function baselineIn(file: string, updates: boolean): Baseline | null {
  if (!existsSync(file)) {
    if (updates) return null;
    throw new RunError(`${file}: there is no baseline yet. Write it with --update-baseline.`);
  }
  const baseline = readBaseline(readJson(file));
  if (baseline === null) throw new RunError(`${file} is no baseline of Cookie Flow. Remove it, or name another file.`);
  if (baseline === 'newer') throw new RunError(`${file}: a newer Cookie Flow wrote it. Update Cookie Flow to read it.`);
  return updates ? null : baseline;
}
