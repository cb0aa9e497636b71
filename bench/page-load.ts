import { busyPage, SUBREQUESTS } from './busy-page';
import { type BenchOptions, type Figure, type LoadedPage, quartiles } from './figures';
import { idleExtension } from './idle-extension';
import { type BrowserName, type Load, type LoadedBrowser, loadedBrowser, type Variant } from './loaded-browsers';
import { REQUESTS, realisticPage } from './realistic-page';

const WARM_UP = 2;
const ROUNDS = 12;

const NONE = 'no extension';
/** The same as the base: how far it is off from 1 is what the machine does to every ratio. */
const AGAIN = 'no extension, again';
const IDLE = 'listeners that do nothing';
const OURS = 'ours';
const IN_VIEW = 'ours, panel in view';

interface Page {
  readonly kind: LoadedPage;
  readonly name: string;
  readonly url: string;
  /** How many a load has. */
  readonly requests: number;
  /** By variant, what the median ratio should be at most. */
  readonly wall: Readonly<Record<string, number>>;
  readonly cpu: Readonly<Record<string, number>>;
}

/**
 * What a page takes with the extension, without it, and with one that listens and does nothing: wall time of the load, and CPU
 * time of all the browser's processes until it is quiet. Each variant in a browser of its own, by turns, DevTools open.
 */
export async function run(options: BenchOptions): Promise<readonly Figure[]> {
  const servers = [await realisticPage(), await busyPage()] as const;
  const all: readonly Page[] = [
    {
      kind: 'realistic',
      name: `${REQUESTS} requests of a realistic page`,
      url: servers[0].url,
      requests: REQUESTS,
      wall: { [OURS]: 1.05, [IN_VIEW]: 1.1 },
      cpu: { [OURS]: 1.03, [IN_VIEW]: 1.08 },
    },
    {
      kind: 'busy',
      name: `${SUBREQUESTS} pictures`,
      url: servers[1].url,
      requests: 1 + SUBREQUESTS,
      wall: {},
      cpu: { [OURS]: 1.05, [IN_VIEW]: 1.15 },
    },
  ];
  const pages = all.filter(({ kind }) => options.page === undefined || options.page === kind);
  try {
    const figures: Figure[] = [];
    for (const browser of options.browser ?? (['chromium', 'firefox'] as const)) {
      figures.push(...(await measured(browser, pages, options)));
    }
    return figures;
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

async function measured(name: BrowserName, pages: readonly Page[], options: BenchOptions): Promise<readonly Figure[]> {
  const idle = idleExtension(name);
  const ours = `dist/${name === 'chromium' ? 'chrome' : 'firefox'}`;
  const also = (options.also ?? []).flatMap((path) => [
    { name: path, extension: path, inView: false },
    { name: `${path}, panel in view`, extension: path, inView: true },
  ]);
  const variants: readonly Variant[] = [
    { name: NONE, extension: null, inView: false },
    { name: AGAIN, extension: null, inView: false },
    { name: IDLE, extension: idle.path, inView: false },
    { name: OURS, extension: ours, inView: false },
    { name: IN_VIEW, extension: ours, inView: true },
    ...also,
  ];
  const browsers: LoadedBrowser[] = [];
  try {
    for (const variant of variants) browsers.push(await loadedBrowser(name, variant, pages[0]?.url ?? ''));
    const recorded = (variant: string) => browsers.find((each) => each.variant.name === variant)?.recorded() ?? 0;
    const count = options.rounds ?? ROUNDS;
    const figures: Figure[] = [];
    for (const page of pages) {
      const rounds = await byTurns(browsers, page.url, count);
      figures.push(recordedFigure(`${name}, ${page.name}: last load`, await recorded(IN_VIEW), page.requests));
      figures.push(...variants.map((variant) => figure(`${name}, ${page.name}: ${variant.name}`, { variant, page, rounds })));
    }
    const all = pages.reduce((sum, { requests }) => sum + requests * (WARM_UP + count), 0);
    figures.push(recordedFigure(`${name}, all loads, without the panel`, await recorded(OURS), all));
    return figures;
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    idle.remove();
  }
}

/** That the extension did what was measured. */
const recordedFigure = (what: string, recorded: number, requests: number): Figure => ({
  what,
  ours: `${recorded} requests recorded`,
  goal: String(requests),
});

/** Of one round, each variant's load. */
type Round = ReadonlyMap<string, Load>;

async function byTurns(browsers: readonly LoadedBrowser[], url: string, count: number): Promise<readonly Round[]> {
  const rounds: Round[] = [];
  for (let n = 0; n < WARM_UP + count; n++) {
    const round = new Map<string, Load>();
    // Each is first once, so that none always runs on the warmer machine.
    const first = n % browsers.length;
    for (const browser of [...browsers.slice(first), ...browsers.slice(0, first)]) {
      round.set(browser.variant.name, await browser.load(url));
    }
    if (n >= WARM_UP) rounds.push(round);
  }
  return rounds;
}

interface Measured {
  readonly variant: Variant;
  readonly page: Page;
  readonly rounds: readonly Round[];
}

function figure(what: string, { variant: { name }, page, rounds }: Measured): Figure {
  const of = (variant: string, key: keyof Load) => rounds.map((round) => round.get(variant)?.[key] ?? Number.NaN);
  const ratio = (key: keyof Load, to: string) => {
    const base = of(to, key);
    return quartiles(of(name, key).map((value, n) => value / (base[n] ?? Number.NaN)));
  };
  const [wall, cpu] = [page.wall[name], page.cpu[name]];
  const goals = [wall ? `wall / none ≤ ${wall}` : '', cpu ? `CPU / nothing ≤ ${cpu}` : ''].filter((goal) => goal !== '');
  return {
    what,
    ours: `wall ${quartiles(of(name, 'wall'), 0)} ms, CPU ${quartiles(of(name, 'cpu'), 0)} ms, of it extensions ${quartiles(of(name, 'extension'), 0)} ms`,
    ...(name === NONE
      ? {}
      : {
          beside: {
            'wall / none': ratio('wall', NONE),
            'CPU / none': ratio('cpu', NONE),
            ...(name === IDLE ? {} : { 'CPU / nothing': ratio('cpu', IDLE) }),
          },
        }),
    ...(goals.length > 0 ? { goal: goals.join(', ') } : {}),
  };
}
