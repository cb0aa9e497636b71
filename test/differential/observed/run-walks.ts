import { Chance } from '../random';
import type { BrowserName } from '../run';
import { walkOf } from './generate';
import { judgeWalk } from './judge-walk';
import { type PlayedWalk, play } from './play';
import type { Circumstances, RecordedBrowser } from './recorded-browser';
import { recordedChromium } from './recorded-chromium';
import { recordedFirefox } from './recorded-firefox';
import { shortened, walkText } from './reproduction';
import { NO_SHARES, type Shares, shareText, sum } from './shares';
import type { Falsehood } from './statements';
import { TrafficServer } from './traffic-server';

export interface WalksOptions {
  readonly browser: BrowserName;
  readonly seed: number;
  /** Walks go on until so many requests of the tab are recorded. */
  readonly exchanges: number;
  readonly progress?: (done: number) => void;
  /** Called after each walk with all that were played, so that a run that is ended early keeps them. */
  readonly keep?: (played: PlayedWalks) => void;
  /** All of them in this way; otherwise each has its share. */
  readonly circumstances?: Circumstances;
}

/** Walks as they were played, to be judged again after a change to the code. */
export interface PlayedWalks {
  readonly browser: BrowserName;
  readonly version: string;
  readonly walks: readonly PlayedWalk[];
}

/** How large a part of the exchanges is made in each way: most as a browser comes. */
const SHARES = {
  chromium: { default: 5 / 8, allow: 2 / 8, private: 1 / 8, trackers: 0 },
  firefox: { default: 4 / 8, allow: 2 / 8, private: 1 / 8, trackers: 1 / 8 },
} as const satisfies Record<BrowserName, Record<Circumstances, number>>;

/** Plays walks of a seed and those after it. */
export async function playWalks({
  browser,
  seed,
  exchanges,
  progress,
  keep,
  circumstances: only,
}: WalksOptions): Promise<PlayedWalks> {
  const walks: PlayedWalk[] = [];
  let version = '';
  for (const circumstances of ['default', 'allow', 'private', 'trackers'] as const) {
    // Of one exchange the default has all.
    const share = Math.ceil(exchanges * SHARES[browser][circumstances] - (circumstances === 'default' ? 0 : 1));
    const own = only === undefined ? share : only === circumstances ? exchanges : 0;
    if (own <= 0) continue;
    const before = [...walks];
    const part = {
      browser,
      seed: seed + walks.length,
      exchanges: own,
      ...(progress ? { progress } : {}),
      keep: (played: PlayedWalks) => keep?.({ ...played, walks: [...before, ...played.walks] }),
    };
    const played = await playPart(part, circumstances);
    version = played.version;
    walks.push(...played.walks);
  }
  return { browser, version, walks };
}

/** How many walks in a row may fail before the run does: a busy machine's browser is late now and then. */
const FAILURES = 3;

async function playPart({ browser: name, seed, exchanges, progress, keep }: WalksOptions, circumstances: Circumstances) {
  const server = await TrafficServer.open();
  const walks: PlayedWalk[] = [];
  let version = '';
  let failures = 0;
  let recorded = 0;
  const open = () => (name === 'chromium' ? recordedChromium(circumstances) : recordedFirefox(circumstances));
  try {
    for (let own = seed; recorded < exchanges; ) {
      let browser: RecordedBrowser | null = null;
      try {
        browser = await open();
        version = browser.version;
        for (; recorded < exchanges; own++) {
          const walk = await play(browser, server, walkOf(new Chance(own), own), circumstances);
          failures = 0;
          walks.push(walk);
          recorded += walk.facts.filter(({ kind }) => kind === 'request-sent').length;
          progress?.(recorded);
          keep?.({ browser: name, version, walks });
        }
      } catch (error) {
        if (++failures >= FAILURES) throw error;
        console.error(`${name}: walk ${own} was not played to its end: ${error}`);
        own++;
      } finally {
        await browser?.close();
      }
    }
    return { version, walks };
  } finally {
    await server.close();
  }
}

export interface WalksJudgement {
  readonly exchanges: number;
  readonly falsehoods: readonly Falsehood[];
  readonly unrecorded: readonly string[];
  readonly shares: Shares;
}

export function judgeWalks({ browser, walks }: PlayedWalks): WalksJudgement {
  const all = walks.map((walk) => judgeWalk(walk, browser));
  return {
    exchanges: all.reduce((count, each) => count + each.exchanges, 0),
    falsehoods: all.flatMap(({ falsehoods }) => falsehoods),
    unrecorded: all.flatMap(({ unrecorded }) => unrecorded),
    shares: all.reduce((shares, each) => sum(shares, each.shares), NO_SHARES),
  };
}

/** What a run came to, with a reproduction of each kind of falsehood. */
export function walksReport(played: PlayedWalks, judged: WalksJudgement): string {
  const { browser, version, walks } = played;
  const unfinished = walks.flatMap(({ actions }) => actions).filter(({ ended }) => !ended).length;
  const lines = [
    `${browser} ${version}: ${walks.length} walks from seed ${walks[0]?.seed ?? ''}, ${judged.exchanges} exchanges, ${judged.falsehoods.length} false`,
    `  ${shareText(judged.shares)}`,
    `  not recorded: ${judged.unrecorded.length}; actions that did not end: ${unfinished}`,
  ];
  for (const [what, members] of kinds(judged.falsehoods)) {
    const [one] = members;
    const walk = walks.find(({ seed }) => seed === one?.seed);
    if (one === undefined || walk === undefined) continue;
    lines.push(
      `\n  ${members.length} × ${what} (seeds ${[...new Set(members.map(({ seed }) => seed))].slice(0, 12).join(', ')})`,
    );
    lines.push(`  said:  ${one.said}\n  truth: ${one.truth}\n  at ${one.at.toFixed(1)}, browser: ${walk.circumstances}`);
    lines.push(walkText(shortened(walk, one, browser)));
  }
  return lines.join('\n');
}

function kinds(falsehoods: readonly Falsehood[]): readonly (readonly [string, readonly Falsehood[]])[] {
  const found = new Map<string, Falsehood[]>();
  for (const each of falsehoods)
    found.set(`${each.kind}: ${each.what}`, [...(found.get(`${each.kind}: ${each.what}`) ?? []), each]);
  return [...found].sort(([, a], [, b]) => b.length - a.length);
}
