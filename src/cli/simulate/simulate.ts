import { once } from 'node:events';
import { type SimulateOptions, simulateOptions } from './arguments';
import { readCases, readHead } from './case-file';
import { caseOf, instantOf } from './case-form';
import { NotInFormat } from './not-in-format';
import { runCase } from './run-case';

const CHUNK = 65_536;

/**
 * Reads a file of cases and prints what the engine makes of each, one JSON line a case, in order.
 * @returns the exit code: 2 where the command line or the file is not as it should be, with one line on stderr
 */
export async function simulate(argv: readonly string[]): Promise<number> {
  try {
    await simulateCases(simulateOptions(argv));
    return 0;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const where = error instanceof NotInFormat && !message.startsWith('usage') ? 'not a file of cases: ' : '';
    process.stderr.write(`simulate: ${where}${message.replace(/\s+/g, ' ')}\n`);
    return 2;
  }
}

async function simulateCases(options: SimulateOptions): Promise<void> {
  const head = await readHead(options.file);
  const now = head.now === undefined ? Date.now() : instantOf(head.now);
  let out = '';
  try {
    for await (const value of readCases(options.file)) {
      out += `${JSON.stringify(runCase(caseOf(value), now, options))}\n`;
      if (out.length < CHUNK) continue;
      if (!(await isTaken(out))) return;
      out = '';
    }
  } finally {
    if (out !== '') await isTaken(out);
  }
}

/** Writes to standard output. @returns whether more is taken: a reader may have seen enough, and a disk may be full */
async function isTaken(text: string): Promise<boolean> {
  if (process.stdout.write(text)) return process.stdout.errored === null;
  return once(process.stdout, 'drain').then(
    () => true,
    () => false,
  );
}
