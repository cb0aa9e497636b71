import type { ThirdPartyPolicy } from '../../src/analysis/engine/verdict/verdict';
import type { JarEntry, Observed, Player } from './player';
import { Chance } from './random';
import { contextOf, type Play, play, type ScenarioStep } from './scenes';
import type { Stage } from './stage';

/** A case in the format of the recorded truth: `cookie-conformance/1`, kind `jar`. */
export interface RecordedCase {
  readonly id: string;
  readonly kind: 'jar';
  readonly category: string;
  readonly enc: 'latin1';
  readonly now: string;
  /** As the browser was: Debian's Chromium blocks third parties of itself, which is not what its profile has. */
  readonly policy: { readonly thirdParty: 'default' | 'allow' | 'block' };
  readonly steps: readonly RecordedStep[];
}

type RecordedStep = RecordedSet | RecordedGet | { readonly op: 'advance'; readonly seconds: number };

export interface RecordedSet {
  readonly op: 'set';
  readonly via: 'http' | 'script';
  readonly url: string;
  readonly cookies: readonly string[];
  readonly context: Readonly<Record<string, unknown>>;
  /** What DevTools said of each line; null = this browser has no such oracle. */
  readonly setReasons: readonly (readonly string[])[] | null;
  readonly expectJar: readonly RecordedCookie[];
}

export interface RecordedGet {
  readonly op: 'get';
  readonly via: 'http' | 'script';
  readonly url: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly expectHeader: string;
  readonly sendReasons: Observed['withheld'];
}

export type RecordedCookie = Omit<JarEntry, 'expires'> & { readonly expires: string | null };

export interface RecordedCases {
  readonly cases: readonly RecordedCase[];
  /** Scenes that did not end, by act: left out of the cases. */
  readonly failed: Readonly<Record<string, number>>;
}

export interface RecordOptions {
  readonly plays: Iterable<Play>;
  readonly thirdParty: Extract<ThirdPartyPolicy, 'allow'> | 'default';
  readonly progress?: (done: number) => void;
}

/** The plays of a seed, each from a source of chance of its own, so that it can be played again alone. */
export function* seeded(seed: number, cases: number, name: string): Generator<Play> {
  for (let n = 0; n < cases; n++) yield play(new Chance(seed * 1_000_003 + n), name.replace('#', String(n)));
}

/** Plays and writes down what the browser did. */
export async function record(stage: Stage, player: Player, options: RecordOptions): Promise<RecordedCases> {
  const cases: RecordedCase[] = [];
  const blocksByDefault = player.browser === 'chromium' && options.thirdParty === 'default';
  const failed: Record<string, number> = {};
  let done = 0;
  for (const { id, family, steps } of options.plays) {
    await player.clear();
    const now = new Date().toISOString();
    const recorded: RecordedStep[] = [];
    let before = Date.now();
    for (const step of steps) {
      const seen = await one(stage, player, step).catch(() => {
        failed[step.scene.act] = (failed[step.scene.act] ?? 0) + 1;
        return null;
      });
      if (seen === null) break;
      const at = Date.now();
      if (recorded.length > 0) recorded.push({ op: 'advance', seconds: (at - before) / 1000 });
      before = at;
      recorded.push(seen);
    }
    if (recorded.length > 0) {
      cases.push({
        id,
        kind: 'jar',
        category: family,
        enc: 'latin1',
        now,
        policy: { thirdParty: blocksByDefault ? 'block' : options.thirdParty },
        steps: recorded,
      });
    }
    options.progress?.(++done);
  }
  return { cases, failed };
}

async function one(stage: Stage, player: Player, step: ScenarioStep): Promise<RecordedStep> {
  const { scene } = step;
  const lines = step.op === 'set' ? step.lines : [];
  const ready = stage.prepare(scene, lines);
  try {
    const seen = await player.play(ready.entry, scene.redirects.length, ready.token, ready.over);
    const place = { via: scene.act === 'script' ? 'script' : 'http', url: scene.target, context: contextOf(scene) } as const;
    if (step.op === 'get') {
      const header = scene.act === 'script' ? utf8(seen.performance.read ?? '') : (seen.performance.cookie ?? '');
      return { op: 'get', ...place, expectHeader: header, sendReasons: scene.act === 'script' ? null : octetsOf(seen.withheld) };
    }
    const reasons = seen.blocked;
    return {
      op: 'set',
      ...place,
      cookies: lines,
      setReasons: reasons === null || scene.act === 'script' ? null : lines.map((line) => reasonsOf(line, reasons)),
      expectJar: seen.jar.map((cookie) => recordedCookie(cookie, player.browser)),
    };
  } finally {
    stage.drop(ready);
  }
}

/** DevTools shows a line as text; octets that are not UTF-8 come as U+FFFD, so such a line is found by what is left of it. */
function reasonsOf(line: string, blocked: NonNullable<Observed['blocked']>): readonly string[] {
  const shown = trimmed(Buffer.from(line, 'latin1').toString('utf8'));
  return blocked.find((each) => trimmed(each.line) === shown || trimmed(each.line) === trimmed(line))?.reasons ?? [];
}

const trimmed = (text: string): string => text.replace(/^[ \t]+|[ \t]+$/g, '');
const octetsOf = (withheld: Observed['withheld']): Observed['withheld'] =>
  withheld?.map((each) => ({ ...each, name: utf8(each.name), path: utf8(each.path) })) ?? null;
const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

function recordedCookie(cookie: JarEntry, browser: Player['browser']): RecordedCookie {
  return {
    ...cookie,
    // Firefox gives names one character an octet, all else as text.
    name: browser === 'firefox' ? cookie.name : utf8(cookie.name),
    value: utf8(cookie.value),
    path: utf8(cookie.path),
    expires: cookie.expires === null ? null : new Date(cookie.expires).toISOString(),
  };
}
