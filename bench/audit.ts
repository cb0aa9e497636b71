import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { exportRecording } from '../src/formats/export-recording';
import { aTrace, digestOf, hexDigestOf } from '../test/build/trace';
import type { Figure } from './figures';

const PROGRAM = resolve('dist/cli/cookie-flow.js');
const RECORDINGS = 1000;
const EXCHANGES = 100;
/** Octets of the large HAR, most of them bodies, as in the files of DevTools. */
const LARGE = 50 * 1024 * 1024;
const LARGE_EXCHANGES = 2000;

/** The command line on many recordings, and on one that is large. Needs `npm run build`. */
export async function run(): Promise<readonly Figure[]> {
  if (!existsSync(PROGRAM)) throw new Error('dist/cli is not built: run npm run build first.');
  const folder = mkdtempSync(join(tmpdir(), 'cookie-flow-bench-audit-'));
  try {
    return [...(await many(folder)), ...(await large(folder))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function many(folder: string): Promise<readonly Figure[]> {
  const text = asOtherTools(harText(EXCHANGES), 0);
  const files = Array.from({ length: RECORDINGS }, (_, n) => join(folder, `app-${n}.har`));
  for (const [n, file] of files.entries()) writeFileSync(file, text.replaceAll('app.example', `app${n}.example`));
  const alone = await measured(audit(files.slice(0, RECORDINGS / 10), join(folder, 'alone'), 1));
  const both = await measured(audit(files, join(folder, 'kept'), 2));
  const again = await measured(audit(files, join(folder, 'kept'), 2));
  const rate = ({ seconds }: Measured, recordings: number) => `${Math.round((recordings * EXCHANGES) / seconds)} exchanges/s`;
  const at = (share: number) => `${both.resident.get(RECORDINGS * share)?.toFixed(0) ?? '?'} MB`;
  return [
    {
      what: `${RECORDINGS} HAR files of ${EXCHANGES} exchanges, --concurrency 2`,
      ours: `${rate(both, RECORDINGS)}, ${both.seconds.toFixed(0)} s`,
      beside: {
        'one at a time': rate(alone, RECORDINGS / 10),
        'all of them kept before': `${again.seconds.toFixed(1)} s`,
      },
    },
    {
      what: 'memory with 2 at once, after 100',
      ours: at(0.1),
      beside: { 'after 500': at(0.5), 'after 1,000': at(1), most: `${both.most.toFixed(0)} MB` },
      goal: 'flat',
    },
  ];
}

async function large(folder: string): Promise<readonly Figure[]> {
  const file = join(folder, 'large.har');
  writeFileSync(file, asOtherTools(harText(LARGE_EXCHANGES), LARGE));
  const octets = readFileSync(file).length;
  const parse = await measured(['-e', `JSON.parse(require('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8'))`]);
  const ours = await measured([PROGRAM, 'audit', file, '--format', `json=${join(folder, 'large.json')}`]);
  return [
    {
      what: `a HAR of ${(octets / 1024 / 1024).toFixed(0)} MB, ${LARGE_EXCHANGES} exchanges, audited`,
      ours: `${ours.seconds.toFixed(1)} s, ${ours.most.toFixed(0)} MB`,
      beside: { 'JSON.parse of it': `${parse.seconds.toFixed(1)} s, ${parse.most.toFixed(0)} MB` },
    },
  ];
}

const audit = (files: readonly string[], out: string, concurrency: number): readonly string[] => {
  mkdirSync(out, { recursive: true });
  const report = `json=${join(out, '../report.json.txt')}`;
  return [PROGRAM, 'audit', ...files, '--concurrency', `${concurrency}`, '--out', out, '--format', report, '--fail-on', 'never'];
};

interface Measured {
  readonly seconds: number;
  /** MB at its peak. */
  readonly most: number;
  /** MB when so many had ended, by what is told on standard error. */
  readonly resident: ReadonlyMap<number, number>;
}

/** Runs Node and looks at its memory (Linux). */
async function measured(args: readonly string[]): Promise<Measured> {
  const begin = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const resident = new Map<number, number>();
  let most = 0;
  let last = '';
  const look = () => {
    most = Math.max(most, memoryOf(child.pid, 'VmHWM'));
  };
  const timer = setInterval(look, 20);
  child.stderr.on('data', (chunk: Buffer) => {
    last = chunk.toString();
    for (const [, done] of chunk.toString().matchAll(/: (\d+) of \d+: /g))
      resident.set(Number(done), memoryOf(child.pid, 'VmRSS'));
  });
  const status = await new Promise<number | null>((done) => child.once('close', done));
  clearInterval(timer);
  if (status !== 0 && status !== 1) throw new Error(`node ${args.slice(0, 3).join(' ')}… ended with ${status}: ${last}`);
  return { seconds: (performance.now() - begin) / 1000, most, resident };
}

/** MB, as the kernel counts; 0 = the process has ended, or this is no Linux. */
function memoryOf(pid: number | undefined, what: 'VmRSS' | 'VmHWM'): number {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return 0;
  try {
    return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(status, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    // It ended between the two.
    return 0;
  }
}

/** A sign-in and the pages after it, every tenth of which sets a cookie. */
function harText(exchanges: number): string {
  const pages = Array.from({ length: exchanges - 3 }, (_, n) =>
    n % 10 === 0 ? `GET /item/${n} 200 | seen={S${n}}; Path=/; Secure; SameSite=Lax` : `fetch GET /api/item/${n} 200`,
  );
  const lines = `GET / 200 | cart={C}; Path=/
    POST /login [user password] 302 /account | sid={A}; Path=/; Secure; HttpOnly; SameSite=Lax
    -> /account 200
    ${pages.join('\n')}`;
  return exportRecording(aTrace('https://app.example', lines), 'har', { digest: digestOf, redaction: hexDigestOf }).text;
}

interface Entry {
  readonly request: { readonly url: string };
  readonly response: { content: object };
  _resourceType?: string;
}

const SENTENCE = 'Lorem ipsum dolor sit amet, consectetur adipiscing elit. ';

/** As DevTools write it: without our own field, with types of resources, and with bodies of so many octets together. */
function asOtherTools(text: string, octets: number): string {
  const har = JSON.parse(text) as { readonly log: { _cookieFlow?: unknown; readonly entries: readonly Entry[] } };
  delete har.log._cookieFlow;
  const each = Math.max(0, Math.ceil(octets / har.log.entries.length / SENTENCE.length));
  const body = SENTENCE.repeat(each);
  for (const entry of har.log.entries) {
    entry._resourceType = entry.request.url.includes('/api/') ? 'fetch' : 'document';
    entry.response.content = { size: body.length, mimeType: 'text/html', text: body };
  }
  return JSON.stringify(har);
}
