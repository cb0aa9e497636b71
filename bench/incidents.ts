import type { Page } from 'playwright-core';
import type { Account } from '../test/panel/account-requests';
import type { PanelBench } from '../test/panel/main';
import { type Figure, quantile } from './figures';
import { frames } from './frames';
import { onPanelPage } from './panel-page';
import { opened, streamed } from './panel-runs';

const SIZE = 10_000;
const ROUNDS = 4;
/** How long each stream goes on, in seconds. */
const STREAM = 10;
const GOAL = 'no frame over 17 ms more than without';

declare const bench: PanelBench;

interface Run {
  readonly size: number;
  readonly account: Account;
}

/** The same requests with incidents and without, by turns: how long frames take until all is concluded, and in a stream. */
export async function run(): Promise<readonly Figure[]> {
  return onPanelPage(async (page) => [...(await shown(page, 'flow')), ...(await shown(page, 'incidents'))]);
}

async function shown(page: Page, view: string): Promise<readonly Figure[]> {
  await page.evaluate(opened, view);
  const begun = { failing: [] as number[], sound: [] as number[] };
  const after = { failing: [] as number[], sound: [] as number[] };
  let found = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const account of ['sound', 'failing'] as const) {
      begun[account].push(...(await page.evaluate(concluded, { size: SIZE, account })));
      const incidents = await page.evaluate(() => bench.incidents());
      if (account === 'failing') found = incidents;
      else if (incidents > 0) throw new Error(`The sound account has ${incidents} incidents.`);
      after[account].push(...(await page.evaluate(streamed, STREAM)));
    }
  }
  return [
    compared(`frames with incidents at 10,000 exchanges, ${found} requests failed, ${view} shown`, begun),
    compared('  in a stream of 200 exchanges a second after that', after),
  ];
}

function compared(what: string, { failing, sound }: Readonly<Record<Account, readonly number[]>>): Figure {
  const [p95, longest] = [0.95, 1].map((share) => (quantile(failing, share) - quantile(sound, share)).toFixed(1));
  const beside = { without: frames(sound), difference: `p95 ${p95} ms, most ${longest} ms` };
  return { what, ours: frames(failing), beside, goal: GOAL };
}

/** Runs in the panel's page: begins such a recording, and gives how long each frame took, in ms, until it was analyzed. */
async function concluded({ size, account }: Run): Promise<readonly number[]> {
  bench.anew(account);
  const facts = bench.facts(size);
  bench.begin([]);
  // The frames in which they were made, and in which the recording before ended, are nobody's.
  do await new Promise(requestAnimationFrame);
  while (bench.rows() > 0 || !bench.isAnalyzed());
  let before = await new Promise<number>(requestAnimationFrame);
  bench.begin(facts);
  const out: number[] = [];
  while (bench.rows() < size || !bench.isAnalyzed()) {
    const now = await new Promise<number>(requestAnimationFrame);
    out.push(now - before);
    before = now;
  }
  return out;
}
