import { text } from '../../analysis/engine/base/bytes';
import type { PartitionKey } from '../../analysis/engine/base/partition-key';
import type { Bytes, Instant } from '../../analysis/engine/base/units';
import type { SameSite } from '../../analysis/engine/header/parsed-line';
import type { StoredCookie } from '../../analysis/engine/jar/stored-cookie';
import { siteDomain } from '../../analysis/engine/site/registrable';
import type { CookieGrade } from '../../analysis/grade/grade-cookie';
import type { Replay } from '../../analysis/replay/replay';
import type { Finding } from '../../analysis/rules/audit';
import type { CookieSubject, LineSubject } from '../../analysis/rules/subject/subject';
import { spansDuring } from '../../analysis/session/account-sessions';
import { type CookieKey, cookieKey } from '../../analysis/session/cookies/cookie-key';
import type { RoleVerdict } from '../../analysis/session/shared/role-kinds';
import type { AnalysisResult } from '../analysis-scheduler/analyze';
import { nameText } from '../shared/presentation/bead-words';

type JarStatus = 'in-jar' | 'gone' | 'rejected';
type Party = 'own' | 'third';

/** How often something was so of the times it could have been. */
export type Share = 'all' | 'some' | 'none' | 'never-asked';

/** A cookie in the table: of the jar, or seen on the wire only. */
export interface CookieRow {
  readonly key: CookieKey;
  readonly name: string;
  /** Name and path as they came. */
  readonly octets: { readonly name: Bytes; readonly path: Bytes };
  readonly value: Bytes;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  /** null = with the browser. */
  readonly expires: Instant | null;
  /** Octets of name and value. */
  readonly size: number;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: SameSite;
  readonly partition: PartitionKey | null;
  readonly priority: StoredCookie['priority'] | null;
  readonly party: Party;
  readonly status: JarStatus;
  readonly role: RoleVerdict | null;
  readonly grade: CookieGrade | null;
  readonly findings: readonly Finding[];
  /** Whether it was in the jar during the session that is looked at; null = no session is chosen. */
  readonly ofSession: boolean | null;
  readonly sent: number;
  readonly withheld: number;
  readonly sentShare: Share;
  readonly setShare: Share;
}

/** The cookies of the tab: what the recording shows of them, and those of the site in view that no request touched. */
export function cookieRows(replay: Replay, result: AnalysisResult | null): readonly CookieRow[] {
  const rows = new Map<CookieKey, CookieRow>();
  const jar = new Map<CookieKey, StoredCookie>();
  for (const cookie of replay.jar.all()) jar.set(cookieKey(cookie), cookie);
  if (result) {
    const findings = byCookie(result.audit.findings);
    const during = keysDuring(result);
    const refused = refusedLines(result.audit.subjects.lines);
    for (const subject of result.audit.subjects.cookies) {
      const lines = refused.get(subject.key) ?? [];
      const row = rowOf(subject, jar.get(subject.key) ?? null, lines, result, findings.get(subject.key) ?? []);
      if (row) rows.set(subject.key, during === null ? row : { ...row, ofSession: during.has(subject.key) });
    }
  }
  const site = result?.site ?? null;
  for (const [key, cookie] of jar) {
    if (!rows.has(key) && (site === null || siteDomain(cookie.domain) === site)) rows.set(key, untouched(key, cookie));
  }
  return [...rows.values()];
}

/** The site's cookies that were in the jar during the chosen session; null = none is chosen. */
function keysDuring({ session, sessions }: AnalysisResult): ReadonlySet<CookieKey> | null {
  if (session === null) return null;
  const { lives } = sessions.sites.find(({ site }) => site === session.site) ?? { lives: [] };
  return new Set(lives.flatMap((life) => (spansDuring(life, session).length > 0 ? [life.key] : [])));
}

function byCookie(findings: readonly Finding[]): ReadonlyMap<CookieKey, readonly Finding[]> {
  const out = new Map<CookieKey, Finding[]>();
  for (const finding of findings) {
    if (finding.cookie === null) continue;
    const list = out.get(finding.cookie);
    if (list) list.push(finding);
    else out.set(finding.cookie, [finding]);
  }
  return out;
}

function refusedLines(lines: readonly LineSubject[]): ReadonlyMap<CookieKey, readonly LineSubject[]> {
  const out = new Map<CookieKey, LineSubject[]>();
  for (const line of lines) {
    const { observed, predicted } = line.set;
    const outcome = observed.outcome === 'not-observed' ? predicted.outcome : observed.outcome;
    if (outcome !== 'rejected') continue;
    const list = out.get(line.key);
    if (list) list.push(line);
    else out.set(line.key, [line]);
  }
  return out;
}

function rowOf(
  subject: CookieSubject,
  stored: StoredCookie | null,
  refused: readonly LineSubject[],
  { grades, audit }: AnalysisResult,
  findings: readonly Finding[],
): CookieRow | null {
  const last = stored ?? subject.last;
  const status: JarStatus = stored ? 'in-jar' : last ? 'gone' : 'rejected';
  const rejected = refused[0]?.set.parsed ?? null;
  const shape = last ?? (rejected && shapeOf(subject, rejected));
  if (!shape) return null;
  const taken = subject.lines.reduce((sum, line) => sum + line.count, 0);
  const lost = refused.reduce((sum, line) => sum + line.count, 0);
  return {
    ...partsOf(subject.key, shape),
    party: subject.party,
    status,
    role: subject.role,
    grade: grades.cookies.get(subject.key) ?? null,
    findings: findings.filter((finding) => audit.findings.includes(finding)),
    ofSession: null,
    sent: subject.sent.count,
    withheld: subject.withheld.count,
    sentShare: shareOf(subject.sent.count, subject.withheld.count),
    setShare: shareOf(taken, lost),
  };
}

type Shape = Omit<StoredCookie, 'priority' | 'creation' | 'lastAccess' | 'serial' | 'scriptSerial'> & {
  readonly priority: StoredCookie['priority'] | null;
};

function shapeOf(subject: CookieSubject, line: LineSubject['set']['parsed']): Shape {
  const { name, domain, hostOnly, path, partition } = subject;
  const { value, secure, httpOnly, sameSite, priority } = line;
  return { name, value, domain, hostOnly, path, partition, secure, httpOnly, sameSite, priority, expires: null };
}

function partsOf(key: CookieKey, shape: Shape) {
  const { value, domain, hostOnly, expires, secure, httpOnly, sameSite, partition, priority } = shape;
  return {
    key,
    name: nameText(shape.name),
    octets: { name: shape.name, path: shape.path },
    value,
    domain,
    hostOnly,
    path: text(shape.path),
    expires,
    size: shape.name.length + value.length,
    secure,
    httpOnly,
    sameSite,
    partition,
    priority,
  };
}

const untouched = (key: CookieKey, cookie: StoredCookie): CookieRow => ({
  ...partsOf(key, cookie),
  party: 'own',
  status: 'in-jar',
  role: null,
  grade: null,
  findings: [],
  ofSession: null,
  sent: 0,
  withheld: 0,
  sentShare: 'never-asked',
  setShare: 'never-asked',
});

function shareOf(yes: number, no: number): Share {
  if (yes + no === 0) return 'never-asked';
  return no === 0 ? 'all' : yes === 0 ? 'none' : 'some';
}

/** The row's cookie as octets, for what explains it. */
export function asCookie(row: CookieRow) {
  const { value, domain, hostOnly, expires, secure, httpOnly, sameSite, partition } = row;
  return {
    name: row.octets.name,
    path: row.octets.path,
    value,
    domain,
    hostOnly,
    expires,
    secure,
    httpOnly,
    sameSite,
    partition,
  };
}

/** A cookie as it was at another moment, with what else is known of it. */
export const rowOfStored = (key: CookieKey, cookie: StoredCookie, known: CookieRow | null): CookieRow => ({
  ...(known ?? untouched(key, cookie)),
  ...partsOf(key, cookie),
  status: 'in-jar',
});
