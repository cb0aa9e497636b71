import { guardedProcess } from '../browsers/guarded-process';
import { until } from '../browsers/until';
import { asked } from './asked';
import { judge, outOfOrder, problemsOf } from './judge';
import { numbered } from './listed';
import { type BrowserName, Rig } from './rig';
import { clear } from './soak';

const REQUESTS = 600;
const STOPS = 6;

const { value: runs, browsers } = asked('exactness', 'runs', 20);
// A machine that has nothing else to do shows no race.
const busy = guardedProcess(['sh', '-c', 'while :; do :; done'], process.env);
let misses = 0;
try {
  for (const name of browsers) misses += await exactness(name);
} finally {
  await busy.end();
}
process.exit(misses === 0 ? 0 : 1);

/** @returns how many runs were not exact */
async function exactness(name: BrowserName): Promise<number> {
  const rig = await Rig.open(name, 0);
  const totals = new Map<string, number>();
  let inexact = 0;
  try {
    await rig.openPanel();
    for (let run = 1; run <= runs; run++) {
      const problems = await oneRun(rig);
      for (const [kind, paths] of Object.entries(problems)) totals.set(kind, (totals.get(kind) ?? 0) + paths.length);
      const found = problemsOf(problems);
      if (found.length > 0) inexact += 1;
      console.log(`${name}, run ${run}: ${found.join('; ') || 'exact'}`);
      await clear(rig);
    }
  } finally {
    await rig.close();
  }
  const sums = [...totals].map(([kind, count]) => `${count} ${kind}`).join(', ');
  console.log(`${name}: ${runs} runs of ${REQUESTS} requests, the background stopped ${STOPS} times in each: ${sums}`);
  return inexact;
}

/** Requests one upon the other, while the background is stopped again and again. */
async function oneRun(rig: Rig): Promise<Readonly<Record<string, readonly string[]>>> {
  await rig.begin();
  await rig.browser.inPage(
    (load, count) => {
      (async () => {
        for (let n = 0; n < count; n++) await fetch(`/n/${load}/${n}`).then((answer) => answer.text());
      })();
    },
    rig.load,
    REQUESTS,
  );
  for (let stop = 1; stop <= STOPS; stop++) {
    const due = (stop * REQUESTS) / (STOPS + 1);
    await until(`${due} requests have come in`, () => rig.server.seen(rig.load).length > due, { limit: 120_000 });
    await rig.browser.stopBackground();
  }
  await until('all requests have come in', () => rig.server.seen(rig.load).length === REQUESTS, { limit: 120_000 });
  const rows = numbered(await rig.rows());
  const seen = rig.server.seen(rig.load);
  return { ...judge(seen, rows, []).problems, 'out of order': outOfOrder(seen, rows) };
}
