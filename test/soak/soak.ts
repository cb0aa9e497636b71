import { say } from '../../src/words/catalogue';
import { until } from '../browsers/until';
import type { Disturbance } from './disturbances';
import { judge, problemsOf } from './judge';
import { megabytes, risen } from './level';
import { numbered } from './listed';
import type { Rig } from './rig';

export interface SoakOptions {
  /** No round begins after this; milliseconds since 1970. */
  readonly until: number;
  readonly disturbances: readonly Disturbance[];
  readonly say: (line: string) => void;
}

/**
 * Round after round: the page sends, something disturbs, and then the list is set beside what the server saw, and
 * cleared. Prints a line a round.
 * @returns how many things were not as they should be
 */
export async function soak(rig: Rig, options: SoakOptions): Promise<number> {
  const { disturbances } = options;
  const problems: string[] = [];
  const memory: number[][] = [[]];
  const errors = new Set<string>();
  let [due, rounds] = [0, 0];
  await rig.openPanel();
  options.say(`\n${rig.name}: ${disturbances.length} kinds of rounds, by turns`);
  const wholeBefore = await rig.probe.wholeMemory();
  for (; Date.now() < options.until; rounds++) {
    const disturbance = disturbances[rounds % disturbances.length];
    if (!disturbance) break;
    const began = Date.now();
    const round = await disturbed(rig, disturbance);
    due += round.due;
    problems.push(...round.problems.map((each) => `round ${rounds + 1}, ${disturbance.name}: ${each}`));
    for (const error of await rig.probe.errors()) errors.add(error);
    await clear(rig);
    await clearShortList(rig);
    if (disturbance.opensAnew) memory.push([]);
    const memoryNow = await rig.probe.memory(rig.panel);
    // The first round warms up.
    if (rounds > 0) memory.at(-1)?.push(memoryNow);
    const took = ((Date.now() - began) / 1000).toFixed(0);
    options.say(
      `  ${disturbance.name}: ${round.due} due, ${round.listed} listed, ${megabytes(memoryNow)} kept, ${took} s${round.problems.map((each) => `\n    MISS ${each}`).join('')}`,
    );
  }
  problems.push(...[...errors].map((error) => `uncaught: ${error}`));
  problems.push(...risen(memory, rig.probe.slack).map((each) => `memory rose ${each}`));
  const whole = `${megabytes(wholeBefore)} → ${megabytes(await rig.probe.wholeMemory())}`;
  options.say(`${rig.name}: ${rounds} rounds, ${due} requests due, whole browser ${whole}`);
  for (const problem of problems) options.say(`  MISS ${problem}`);
  return problems.length;
}

interface Round {
  readonly due: number;
  readonly listed: number;
  readonly problems: readonly string[];
}

async function disturbed(rig: Rig, disturbance: Disturbance): Promise<Round> {
  await rig.begin();
  await disturbance.run(rig);
  await rig.stop();
  const seen = rig.server.seen(rig.load);
  const rows = await rig.rows();
  const requests = numbered(rows);
  const { due, problems } = judge(seen, requests, rig.pauses);
  const gaps = disturbance.leavesGap ? [] : rows.filter(({ kind }) => kind === 'gap').map(({ text }) => text);
  return { due, listed: requests.length, problems: problemsOf({ ...problems, gaps }) };
}

/** What was cleared last is held for comparison, and rounds are not of one length: so memory is read with a short list held. */
async function clearShortList(rig: Rig): Promise<void> {
  await rig.begin();
  await until('the list has a row', async () => (await rig.reader.rowCount()) > 0);
  await rig.stop();
  await clear(rig);
}

export async function clear(rig: Rig): Promise<void> {
  await rig.reader.press(say('shell.clear'));
  await rig.reader.shows(say('empty.cleared'));
}
