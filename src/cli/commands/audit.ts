import { countsText } from '../../report/rendering/report-words';
import type { FileReport } from '../../report/report-on';
import { listText } from '../../words/format';
import { type AuditEnd, auditAll } from '../audit/audit-run';
import { fileAuditor } from '../audit/file-auditor';
import { publish, REPORT_OPTIONS, type Reporting, reportingOf } from '../audit/reporting';
import { ResultFolder } from '../audit/result-folder';
import { inShard, shardOf } from '../audit/shard';
import { type Command, type CommandOption, EXIT, UsageError } from '../command/command';
import type { Given } from '../command/given';
import type { Terminal } from '../command/terminal';

const MOST_AT_ONCE = 64;

const RUN_OPTIONS: readonly CommandOption[] = [
  { name: 'concurrency', value: 'NUMBER', says: 'how many at once; 1, if not told' },
  { name: 'out', value: 'DIR', says: 'keep a report of each there, and skip those that are there already' },
  { name: 'shard', value: 'PART/ALL', says: 'only this part of the list: for several machines' },
];

const RULE_OPTIONS: readonly CommandOption[] = [
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
];

export const auditCommand: Command = {
  name: 'audit',
  summary: 'Finds what is wrong with the cookies of recordings: incidents, findings, a grade.',
  operands: 'FILE…',
  count: [1, Number.POSITIVE_INFINITY],
  options: [...REPORT_OPTIONS, ...RULE_OPTIONS, ...RUN_OPTIONS],
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
    { line: 'cookie-flow audit *.har --concurrency 4 --out results', says: 'Many, and again after a stop where it was.' },
  ],
  run: auditTargets,
};

async function auditTargets(given: Given, terminal: Terminal): Promise<number> {
  const reporting = reportingOf(given);
  const concurrency = concurrencyOf(given.one('concurrency'));
  const targets = inShard([...new Set(given.operands)], shardOf(given.one('shard')));
  const folder = given.one('out');
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  const auditor = fileAuditor(rulesOf(given, reporting), Math.min(concurrency, targets.length), worker(terminal));
  try {
    const end = await auditAll({
      targets,
      concurrency,
      folder: folder === null ? null : new ResultFolder(folder),
      audit: auditor.audit,
      progress: (target, result, done) => {
        const count = targets.length > 1 ? `${done} of ${targets.length}: ` : '';
        if (targets.length > 1 || result.kind === 'refused') terminal.note(`${count}${target}: ${inShort(result)}`);
      },
      signal: stop.signal,
    });
    return ended(end, reporting, { terminal, folder, isStopped: stop.signal.aborted });
  } finally {
    process.off('SIGINT', interrupt);
    await auditor.close();
  }
}

interface Ending {
  readonly terminal: Terminal;
  readonly folder: string | null;
  readonly isStopped: boolean;
}

function ended(end: AuditEnd, reporting: Reporting, { terminal, folder, isStopped }: Ending): number {
  const { left, trouble, unread, isBare } = end;
  const code = publish(end, reporting, terminal);
  if (trouble !== null) terminal.note(trouble.message);
  if (left.length > 0) {
    const again = folder === null ? '' : ` What is done is in ${folder}: the same command goes on from there.`;
    terminal.note(`stopped: ${left.length} of ${left.length + end.recordings.length + unread.length} were not audited.${again}`);
  }
  if (isStopped) return EXIT.interrupted;
  if (trouble !== null) return EXIT.failed;
  if (unread.length > 0) return isBare ? EXIT.usage : EXIT.failed;
  return code;
}

const worker = ({ home }: Terminal): URL => new URL('dist/cli/audit-worker.js', home);

const rulesOf = (given: Given, { config }: Reporting) => ({
  ownHosts: [...config.ownHosts, ...given.all('own-host')],
  browser: oneOf(['chromium', 'firefox'] as const, given.one('profile')) ?? config.profile ?? null,
  thirdParty: oneOf(['allow', 'block', 'partition'] as const, given.one('third-party')) ?? config.thirdParty ?? null,
});

const oneOf = <Choice extends string>(choices: readonly Choice[], word: string | null): Choice | null =>
  choices.find((choice) => choice === word) ?? null;

function inShort(result: FileReport): string {
  if (result.kind === 'refused') return result.why;
  const { recording } = result;
  return listText([recording.sites[0]?.letter ?? '–', ...countsText(recording)]);
}

function concurrencyOf(text: string | null): number {
  const most = Number(text ?? 1);
  if (Number.isInteger(most) && most >= 1 && most <= MOST_AT_ONCE) return most;
  throw new UsageError(`--concurrency takes a number from 1 to ${MOST_AT_ONCE}, not ${text}.`);
}
