import { createHash } from 'node:crypto';
import { countsText } from '../../report/rendering/report-words';
import type { FileReport } from '../../report/report-on';
import { listText } from '../../words/format';
import { type AuditEnd, auditAll } from '../audit/audit-run';
import { auditedAddress } from '../audit/audited-address';
import { type FileAuditor, fileAuditor, soleFileAuditor } from '../audit/file-auditor';
import { publish, REPORT_OPTIONS, type Reporting, reportingOf } from '../audit/reporting';
import { ResultFolder, type ResultOptions } from '../audit/result-folder';
import { inShard, shardOf } from '../audit/shard';
import { type Command, type CommandOption, EXIT, UsageError } from '../command/command';
import { notOver, readOctets } from '../command/files';
import type { Given } from '../command/given';
import type { Terminal } from '../command/terminal';
import { addressesIn, isAddress } from '../visit/address-list';
import { VISITING_BROWSERS, type VisitingBrowser } from '../visit/installed-browser';
import { visitor } from '../visit/visited';

const MOST_AT_ONCE = 64;
const STOPPING = ['SIGINT', 'SIGTERM'] as const;

const RUN_OPTIONS: readonly CommandOption[] = [
  { name: 'concurrency', value: 'NUMBER', says: 'how many at once; 1, if not told' },
  { name: 'out', value: 'DIR', says: 'keep a report of each there, and skip those that are there already' },
  { name: 'shard', value: 'PART/ALL', says: 'only this part of the list: for several machines' },
];

const SITEMAP_OPTION: CommandOption = {
  name: 'sitemap',
  value: 'PLACE',
  isRepeatable: true,
  says: 'visit what a sitemap lists: a file or a URL',
};

const VISIT_OPTIONS: readonly CommandOption[] = [
  { name: 'script', value: 'FILE', says: 'sign in before each visit: a Playwright function, or JSON of Chrome’s Recorder' },
  { name: 'browser', value: 'BROWSER', choices: VISITING_BROWSERS, says: 'which visits; chromium, if not told' },
  { name: 'browser-path', value: 'FILE', says: 'where that browser is; looked for, if not told' },
  { name: 'timeout', value: 'SECONDS', says: 'that a page has to answer and load; 30, if not told' },
  { name: 'no-sandbox', value: null, says: 'start Chromium without its sandbox: for pages you trust' },
  { name: 'insecure', value: null, says: 'accept certificates that are not valid: for a server of your own' },
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
  summary: 'Finds what is wrong with the cookies of recordings and of pages it visits: incidents, findings, a grade.',
  operands: 'FILE|URL…',
  count: [0, Number.POSITIVE_INFINITY],
  options: [...REPORT_OPTIONS, SITEMAP_OPTION, ...VISIT_OPTIONS, ...RULE_OPTIONS, ...RUN_OPTIONS],
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
    {
      line: 'cookie-flow audit https://shop.example/account --script sign-in.mjs',
      says: 'Visits a page in an installed Chromium, signed in.',
    },
    {
      line: 'cookie-flow audit https://shop.example/account --script sign-in.json --browser firefox',
      says: 'The same in Firefox, by steps that Chrome’s Recorder has exported.',
    },
  ],
  run: auditTargets,
};

async function auditTargets(given: Given, terminal: Terminal): Promise<number> {
  const reporting = reportingOf(given);
  const concurrency = numberOf(given, 'concurrency', { otherwise: 1, most: MOST_AT_ONCE });
  const shard = shardOf(given.one('shard'));
  const all = await listedTargets(given);
  const targets = inShard(all, shard);
  const options = resultOptions(given, all, { reporting, terminal });
  notOver(targets, [...reporting.targets.map(({ file }) => file), reporting.baseline?.file ?? null]);
  const folder = given.one('out');
  const isSole = folder === null && targets.length === 1 && !targets.some(isAddress);
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  // Of a single file nothing can be kept: the signal ends the process.
  if (!isSole) for (const signal of STOPPING) process.once(signal, interrupt);
  const run = { reporting, terminal, signal: stop.signal };
  const auditor = isSole ? soleFileAuditor(options.rules) : await auditorOf(given, targets, run);
  try {
    const end = await auditAll({
      targets,
      concurrency,
      folder: folder === null ? null : new ResultFolder(folder, options),
      audit: auditor.audit,
      progress: (target, result, { done, isKept }) => {
        const count = targets.length > 1 ? `${done} of ${targets.length}: ` : '';
        const kept = isKept ? `, as kept in ${folder}` : '';
        if (count !== '' || isKept || result.kind === 'refused') terminal.note(`${count}${target}: ${inShort(result)}${kept}`);
      },
      signal: stop.signal,
    });
    return ended(end, reporting, { terminal, folder, isStopped: stop.signal.aborted });
  } finally {
    for (const signal of STOPPING) process.off(signal, interrupt);
    await auditor.close();
  }
}

/** What all shards audit: the operands and what sitemaps list, each once. @throws UsageError for options of visits where no page is visited */
async function listedTargets(given: Given): Promise<readonly string[]> {
  const sitemaps = given.all('sitemap');
  if (given.operands.length + sitemaps.length === 0)
    throw new UsageError('something is missing: cookie-flow audit FILE|URL…, or --sitemap PLACE');
  const listed = await Promise.all(sitemaps.map(addressesIn));
  const all = [...new Set([...given.operands, ...listed.flat()])];
  const pointless = all.some(isAddress) ? undefined : VISIT_OPTIONS.find(({ name }) => given.has(name));
  if (pointless !== undefined) throw new UsageError(`--${pointless.name} is for URLs, and there is none.`);
  return all;
}

interface Run {
  readonly reporting: Reporting;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** Audits a file in a thread of its own, an address in a browser of its own. */
async function auditorOf(given: Given, targets: readonly string[], { terminal, reporting, signal }: Run): Promise<FileAuditor> {
  const addresses = targets.filter(isAddress);
  const timeout = numberOf(given, 'timeout', { otherwise: 30, most: 600 }) * 1000;
  const rules = rulesOf(given, reporting);
  const { home } = terminal;
  const visiting = {
    script: given.one('script'),
    browser: browserOf(given),
    path: given.one('browser-path'),
    isInsecure: given.has('insecure'),
    hasSandbox: !given.has('no-sandbox'),
  };
  const visit = addresses.length === 0 ? null : await visitor({ ...visiting, timeout, home });
  const files = fileAuditor(rules, worker(terminal), signal);
  return {
    close: files.close,
    audit: (target) =>
      visit !== null && isAddress(target) ? auditedAddress(target, () => visit(target, signal), rules) : files.audit(target),
  };
}

/** What the results in a folder depend on: results of other options are not taken for those of these. */
function resultOptions(
  given: Given,
  targets: readonly string[],
  { reporting, terminal }: Pick<Run, 'reporting' | 'terminal'>,
): ResultOptions {
  const script = given.one('script');
  return {
    version: terminal.version,
    rules: rulesOf(given, reporting),
    browser: targets.some(isAddress) ? browserOf(given) : null,
    script: script === null ? null : createHash('sha256').update(readOctets(script)).digest('hex'),
  };
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
  if (trouble !== null || code === EXIT.failed) return EXIT.failed;
  if (unread.length > 0) return isBare ? EXIT.usage : EXIT.failed;
  return code;
}

const worker = ({ home }: Terminal): URL => new URL('dist/cli/audit-worker.js', home);

const rulesOf = (given: Given, { config }: Reporting) => ({
  ownHosts: [...config.ownHosts, ...given.all('own-host')],
  browser: oneOf(['chromium', 'firefox'] as const, given.one('profile')) ?? config.profile ?? null,
  thirdParty: oneOf(['allow', 'block', 'partition'] as const, given.one('third-party')) ?? config.thirdParty ?? null,
});

const browserOf = (given: Given): VisitingBrowser => oneOf(VISITING_BROWSERS, given.one('browser')) ?? 'chromium';

const oneOf = <Choice extends string>(choices: readonly Choice[], word: string | null): Choice | null =>
  choices.find((choice) => choice === word) ?? null;

function inShort(result: FileReport): string {
  if (result.kind === 'refused') return result.why;
  const { recording } = result;
  return listText([recording.sites[0]?.letter ?? '–', ...countsText(recording)]);
}

function numberOf(
  given: Given,
  option: string,
  { otherwise, most }: { readonly otherwise: number; readonly most: number },
): number {
  const text = given.one(option);
  const number = Number(text ?? otherwise);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new UsageError(`--${option} takes a number from 1 to ${most}, not ${text}.`);
}
