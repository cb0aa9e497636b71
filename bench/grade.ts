import { bytes } from '../src/analysis/engine/base/bytes';
import { instant } from '../src/analysis/engine/base/units';
import type { Fact } from '../src/analysis/facts/fact';
import { grade } from '../src/analysis/grade/grade';
import { Replay } from '../src/analysis/replay/replay';
import type { Row } from '../src/analysis/replay/rows/exchange';
import { type Audit, auditOf } from '../src/analysis/rules/audit';
import { sessionResults } from '../src/analysis/rules/subject/session-results';
import { subjectsOf } from '../src/analysis/rules/subject/subjects';
import { sessionsOf } from '../src/analysis/session/sessions';
import type { Figure } from './figures';

const START = Date.UTC(2026, 10, 23, 12);
const HOSTS = 250;
const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';

/** What servers send: sound and careless lines by turns. */
const LINES: readonly ((n: number) => string)[] = [
  (n) => `__Host-sid${n}=${ID}; Path=/; Secure; HttpOnly; SameSite=Lax`,
  (n) => `PHPSESSID${n}=${ID}; path=/`,
  (n) => `theme${n}=dark; Path=/; Max-Age=31536000`,
  (n) => `_ga${n}=GA1.1.${n}.1795435200; Path=/; Max-Age=63072000`,
  (n) => `cart${n}=%7B%22items%22%3A3%7D; Path=/; Secure; SameSite=None`,
  (n) => `csrftoken${n}=${ID}; Path=/; SameSite=Lax; Secure`,
  (n) => `pref${n}=a b; path=/; expires=Wed, 01 Jan 2031 00:00:00 GMT`,
  (n) => `flag${n}=B; Path=/; Http-Only; SameSite=Lex`,
];

/** How long it takes to grade 10,000 cookies of one site: 250 hosts of 40 cookies, each set once and sent once. */
export async function run(): Promise<readonly Figure[]> {
  const small = measure(1000);
  const large = measure(10_000);
  return [
    { what: 'rules over 10,000 cookies and their lines', ours: large.rules, beside: { '1,000': small.rules } },
    { what: 'grade of 10,000 cookies with every gain', ours: large.grade, beside: { '1,000': small.grade } },
    { what: 'subjects of 10,000 cookies, out of the rows', ours: large.subjects, beside: { '1,000': small.subjects } },
    { what: 'findings on them', ours: String(large.findings), beside: { '1,000': String(small.findings) } },
  ];
}

function measure(cookies: number) {
  const rows = rowsWith(cookies);
  const results = sessionResults(sessionsOf(rows, null), 'shop.example');
  const subjects = timed(() => subjectsOf(rows, 'shop.example', results));
  // A reading is kept with its subject: each run gets subjects that nobody has looked at.
  const rules = timed<Audit>(() => auditOf(subjectsOf(rows, 'shop.example', results)), subjects.ms);
  const graded = timed(() => grade(rules.value));
  return {
    subjects: `${subjects.ms.toFixed(0)} ms`,
    rules: `${rules.ms.toFixed(0)} ms, ${((rules.ms * 1000) / cookies).toFixed(1)} µs a cookie`,
    grade: `${graded.ms.toFixed(1)} ms`,
    findings: rules.value.findings.length,
  };
}

/** The median of five runs. @param less milliseconds of preparation inside each */
function timed<T>(work: () => T, less = 0): { readonly value: T; readonly ms: number } {
  const runs = Array.from({ length: 5 }, () => {
    const start = performance.now();
    const value = work();
    return { value, ms: performance.now() - start - less };
  }).sort((a, b) => a.ms - b.ms);
  const [, , median] = runs;
  if (median === undefined) throw new Error('nothing was run');
  return median;
}

function rowsWith(cookies: number): readonly Row[] {
  const each = cookies / HOSTS;
  const facts: Fact[] = [];
  for (let host = 0; host < HOSTS; host++) {
    const sets = Array.from({ length: each }, (_, n) => LINES[n % LINES.length]?.(n) ?? '');
    facts.push(...visit(`https://h${host}.shop.example/`, sets, null, facts.length));
    const sends = sets.map((line) => line.split(';')[0]).join('; ');
    facts.push(...visit(`https://h${host}.shop.example/next`, [], sends, facts.length));
  }
  return new Replay({ browser: 'chromium' }).add(facts).rows;
}

function visit(url: string, sets: readonly string[], sends: string | null, seq: number): readonly Fact[] {
  const at = instant(START + seq * 10);
  const base = { request: `r${seq}`, hop: 0, tabId: 1, at } as const;
  return [
    {
      ...base,
      kind: 'request-sent',
      seq,
      url,
      method: 'GET',
      type: 'document',
      frameId: 0,
      parentFrameId: -1,
      initiator: null,
      documentUrl: null,
      documentId: null,
      ancestors: null,
      topLevelUrl: null,
      storeId: '0',
      thirdParty: null,
      cookie: sends === null ? null : bytes(sends),
      headers: [],
      secretHeaders: [],
      fields: null,
      purpose: 'normal',
      unseen: false,
      nothingSent: false,
    },
    {
      ...base,
      kind: 'response-received',
      seq: seq + 1,
      status: 200,
      setCookie: sets.map((line) => bytes(line)),
      date: null,
      headers: [],
    },
    { ...base, kind: 'request-completed', seq: seq + 2, status: 200, fromCache: false },
  ];
}
