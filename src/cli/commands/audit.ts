import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { digestUnder } from '../../platform/digest';
import type { Report, ReportedRecording } from '../../report/model/report-schema';
import { type Baseline, baselineOf, readBaseline } from '../../report/policy/baseline';
import { type Config, EMPTY_CONFIG, readConfig } from '../../report/policy/config-schema';
import { DEFAULT_FAIL_ON, FAIL_ON_WORDS, failOnOf } from '../../report/policy/fail-on';
import { judged } from '../../report/policy/judged';
import { reportOn } from '../../report/report-on';
import { REPORT_FORMATS, type ReportTarget, reportTargets, reportText } from '../audit/report-targets';
import { type Command, EXIT, RunError, UsageError } from '../command/command';
import { octetsOrProblem, readJson, writeText } from '../command/files';
import type { Given } from '../command/given';
import { noSuch } from '../command/nearest';
import type { Terminal } from '../command/terminal';

const CONFIG_FILE = 'cookie-flow.config.json';

export const auditCommand: Command = {
  name: 'audit',
  summary: 'Finds what is wrong with the cookies of recordings: incidents, findings, a grade.',
  operands: 'FILE…',
  count: [1, Number.POSITIVE_INFINITY],
  options: [
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
    { name: 'own-host', value: 'HOST', isRepeatable: true, says: 'a host of yours beside the site in view' },
    {
      name: 'profile',
      value: 'BROWSER',
      choices: ['chromium', 'firefox'],
      says: 'whose rules to predict by, if not the recorded',
    },
    {
      name: 'third-party',
      value: 'POLICY',
      choices: ['allow', 'block', 'partition'],
      says: 'what to assume of third-party cookies where the recording does not tell',
    },
  ],
  examples: [
    { line: 'cookie-flow audit shop.har', says: 'Reads a HAR file and says what is wrong.' },
    {
      line: 'cookie-flow audit shop.har --format text --format sarif=cookies.sarif',
      says: 'The same, and a file for code scanning.',
    },
    {
      line: 'cookie-flow audit shop.har --baseline cookies.json --update-baseline',
      says: 'Accepts what is there today; without --update-baseline only what is new fails.',
    },
    {
      line: 'cookie-flow audit shop.har --fail-on grade:B --fail-on incident',
      says: 'Fails on a grade below B, or an incident.',
    },
  ],
  run: auditFiles,
};

function auditFiles(given: Given, terminal: Terminal): number {
  const targets = targetsOf(given);
  const config = configOf(given);
  const failOn = failOnOf(failOnWords(given, config));
  const baseline = given.one('baseline');
  const updates = given.has('update-baseline');
  if (updates && baseline === null) throw new UsageError('--update-baseline needs --baseline FILE');
  const known = baseline === null || updates ? null : baselineIn(baseline);
  const { recordings, unread, isBare } = reportedFiles(given, config);
  const report = judged(recordings, unread, { config, baseline: known, failOn: updates ? [] : failOn });
  if (baseline !== null && updates) {
    const written = baselineOf(report);
    writeText(baseline, `${JSON.stringify(written, null, 2)}\n`);
    terminal.note(`${baseline}: ${written.known.length} known`);
  }
  for (const target of targets) write(report, target, terminal);
  for (const { file, why } of unread) terminal.note(`${file}: ${why}`);
  if (unread.length > 0) return isBare ? EXIT.usage : EXIT.failed;
  return report.failures.length > 0 ? EXIT.findings : EXIT.done;
}

function reportedFiles(given: Given, config: Config) {
  const recordings: ReportedRecording[] = [];
  const unread: { readonly file: string; readonly why: string }[] = [];
  let isBare = true;
  for (const file of given.operands) {
    const result = read(file, given, config);
    if (result.kind === 'reported') recordings.push(result.recording);
    else {
      unread.push({ file, why: result.why });
      isBare &&= result.cause === 'no-cookies';
    }
  }
  return { recordings, unread, isBare };
}

function read(file: string, given: Given, config: Config): ReturnType<typeof reportOn> {
  const octets = octetsOrProblem(file);
  if (typeof octets === 'string') return { kind: 'refused', cause: 'unreadable', why: octets };
  return reportOn(octets, file, {
    digest: digestUnder(randomBytes(32).toString('hex')),
    ownHosts: [...config.ownHosts, ...given.all('own-host')],
    browser: oneOf(['chromium', 'firefox'] as const, given.one('profile')) ?? config.profile ?? null,
    thirdParty: oneOf(['allow', 'block', 'partition'] as const, given.one('third-party')) ?? config.thirdParty ?? null,
  });
}

const oneOf = <Choice extends string>(choices: readonly Choice[], word: string | null): Choice | null =>
  choices.find((choice) => choice === word) ?? null;

function targetsOf(given: Given): readonly ReportTarget[] {
  const targets = reportTargets(given.all('format'));
  if (typeof targets === 'string') throw new UsageError(noSuch('--format', targets, REPORT_FORMATS));
  return targets;
}

function failOnWords(given: Given, config: Config): readonly string[] {
  const words = given.all('fail-on').flatMap((each) => each.split(','));
  const wrong = words.find((word) => !FAIL_ON_WORDS.includes(word));
  if (wrong !== undefined) throw new UsageError(noSuch('--fail-on', wrong, FAIL_ON_WORDS));
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

function baselineIn(file: string): Baseline {
  if (!existsSync(file)) throw new RunError(`${file}: there is no baseline yet. Write it with --update-baseline.`);
  const baseline = readBaseline(readJson(file));
  if (baseline === null) throw new RunError(`${file} is no baseline of Cookie Flow. Write it anew with --update-baseline.`);
  return baseline;
}

function write(report: Report, { format, file }: ReportTarget, terminal: Terminal): void {
  const text = reportText(report, format, { version: terminal.version, paint: file === null ? terminal.paint : null });
  if (file === null) terminal.out(text);
  else writeText(file, text);
}
