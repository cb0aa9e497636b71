import { isUtf8 } from '../../src/analysis/engine/base/bytes';
import type { Bytes } from '../../src/analysis/engine/base/units';
import { caseOf } from '../../src/cli/simulate/case-form';
import { runCase } from '../../src/cli/simulate/run-case';
import type { RecordedCase, RecordedCookie, RecordedGet, RecordedSet } from './record';

/** Where the engine says one thing and the browser did another. */
export interface Disagreement {
  readonly id: string;
  readonly kind: 'storage' | 'sending' | 'reason';
  readonly url: string;
  /** Kind of request, such as `iframe`. */
  readonly context: string;
  readonly lines: readonly string[];
  readonly engine: readonly string[];
  readonly browser: readonly string[];
}

export interface DifferentialResult {
  readonly decisions: { readonly storage: number; readonly sending: number; readonly reason: number };
  readonly disagreements: readonly Disagreement[];
}

interface SetAnswer {
  readonly reasons: readonly (readonly string[])[];
  readonly jar: readonly RecordedCookie[];
}

interface GetAnswer {
  readonly header: string;
  readonly withheld: readonly {
    readonly name: string;
    readonly domain: string;
    readonly path: string;
    readonly reasons: readonly string[];
  }[];
}

/** Holds recorded cases against the engine. A case is left at its first difference, for what follows from it is no new one. */
export function judge(cases: readonly RecordedCase[], profile: 'chromium' | 'firefox'): DifferentialResult {
  const decisions = { storage: 0, sending: 0, reason: 0 };
  const disagreements: Disagreement[] = [];
  for (const recorded of cases) {
    const options = {
      file: '',
      profile,
      thirdParty: recorded.policy.thirdParty,
      reasons: profile === 'chromium' ? 'cdp' : 'own',
    } as const;
    const { steps } = runCase(caseOf(recorded), Date.parse(recorded.now), options) as { readonly steps: readonly unknown[] };
    for (const [n, step] of recorded.steps.entries()) {
      if (step.op === 'advance') continue;
      const found =
        step.op === 'set'
          ? judgeSet(step, steps[n] as SetAnswer, decisions)
          : judgeGet(step, steps[n] as GetAnswer, decisions, profile);
      if (found.length === 0) continue;
      const lines = recorded.steps.slice(0, n + 1).flatMap((each) => (each.op === 'set' ? each.cookies : []));
      for (const each of found) {
        disagreements.push({ id: recorded.id, url: step.url, context: String(step.context.kind), lines, ...each });
      }
      break;
    }
  }
  return { decisions, disagreements };
}

type Found = Pick<Disagreement, 'kind' | 'engine' | 'browser'>;
type Counts = { storage: number; sending: number; reason: number };

function judgeSet(step: RecordedSet, answer: SetAnswer, counts: Counts): Found[] {
  counts.storage += step.cookies.length;
  // Octets that are not UTF-8 the browser cannot show; what it did with them the Cookie header of later requests tells.
  const shown = [...answer.jar, ...step.expectJar].every(isShown);
  const found: Found[] = shown
    ? differing('storage', answer.jar.map(cookieText), step.expectJar.map(cookieText), answer.jar, step.expectJar)
    : [];
  if (step.setReasons === null) return found;
  for (const [n, line] of step.cookies.entries()) {
    // DevTools shows octets that are not UTF-8, and control characters, otherwise than they were.
    if (!isPlain(line)) continue;
    counts.reason += 1;
    const mine = sorted(answer.reasons[n] ?? []);
    const theirs = sorted(step.setReasons[n] ?? []);
    if (mine !== theirs) found.push({ kind: 'reason', engine: [`${line}: ${mine}`], browser: [`${line}: ${theirs}`] });
  }
  return found;
}

function judgeGet(step: RecordedGet, answer: GetAnswer, counts: Counts, profile: string): Found[] {
  counts.sending += Math.max(1, answer.withheld.length + (answer.header === '' ? 0 : answer.header.split('; ').length));
  if (answer.header !== step.expectHeader) return [{ kind: 'sending', engine: [answer.header], browser: [step.expectHeader] }];
  if (step.sendReasons === null || profile !== 'chromium') return [];
  if (![...answer.withheld, ...step.sendReasons].every(isShown)) return [];
  const engine = answer.withheld.filter(isCandidate).map(reasonText);
  const browser = step.sendReasons.filter(isCandidate).map(reasonText);
  counts.reason += engine.length;
  return differing('reason', engine, browser);
}

function differing(
  kind: Found['kind'],
  engine: readonly string[],
  browser: readonly string[],
  mine: readonly RecordedCookie[] = [],
  theirs: readonly RecordedCookie[] = [],
): Found[] {
  const only = (these: readonly string[], those: readonly string[]) => these.filter((each) => !those.includes(each));
  const ours = only(engine, browser);
  const real = only(browser, engine);
  if (ours.length > 0 || real.length > 0) return [{ kind, engine: ours, browser: real }];
  const late = lateOnes(mine, theirs);
  return late.length === 0
    ? []
    : [{ kind, engine: late.map(([own]) => endText(own)), browser: late.map(([, real]) => endText(real)) }];
}

const endText = ({ name, expires }: RecordedCookie): string => `${name} until ${expires}`;

/** Expiry may differ by the seconds between our clock's reading and the browser's. */
function lateOnes(
  mine: readonly RecordedCookie[],
  theirs: readonly RecordedCookie[],
): readonly (readonly [RecordedCookie, RecordedCookie])[] {
  return mine.flatMap((own) => {
    const real = theirs.find(
      (each) => each.name === own.name && each.value === own.value && each.path === own.path && each.domain === own.domain,
    );
    if (!real?.expires || !own.expires) return [];
    return Math.abs(Date.parse(real.expires) - Date.parse(own.expires)) > 3000 ? [[own, real] as const] : [];
  });
}

function cookieText(cookie: RecordedCookie): string {
  const { partitionKey: key } = cookie;
  const flags = [
    cookie.hostOnly ? 'host' : 'domain',
    ...(cookie.secure ? ['secure'] : []),
    ...(cookie.httpOnly ? ['httponly'] : []),
    cookie.sameSite,
    cookie.session ? 'session' : 'lasting',
    ...(key ? [`${key.topLevelSite}${key.crossSiteAncestor ? ',f' : ''}`] : []),
  ];
  return `${cookie.name}=${cookie.value} ${cookie.domain}${cookie.path} ${flags.join(' ')}`;
}

const reasonText = (each: {
  readonly name: string;
  readonly domain: string;
  readonly path: string;
  readonly reasons: readonly string[];
}): string => `${each.name} ${each.domain}${each.path} ${sorted(each.reasons)}`;

const sorted = (reasons: readonly string[]): string => [...reasons].sort().join('+');
/** DevTools lists neighbours' cookies too; only those of a matching domain are candidates. */
const isCandidate = ({ reasons }: { readonly reasons: readonly string[] }): boolean =>
  reasons.length > 0 && !reasons.includes('DomainMismatch');
/** Whether the octets can be shown: they are UTF-8, and hold no U+FFFD that stands for something else. */
const isShown = (cookie: { readonly name: string; readonly path: string; readonly value?: string }): boolean =>
  [cookie.name, cookie.value ?? '', cookie.path].every((text) => isUtf8(text as Bytes) && !text.includes('\xef\xbf\xbd'));
const isPlain = (line: string): boolean => /^[\t\x20-\x7e]*$/.test(line) || isUtf8(line as Bytes);
