import { once } from 'node:events';
import { optionsOf } from './simulate/arguments';
import { readCases, readHead } from './simulate/case-file';
import { caseOf, timeOf } from './simulate/case-form';
import { NotInFormat } from './simulate/not-in-format';
import { runCase } from './simulate/run-case';

const CHUNK = 65_536;

/** Reads a file of cases and prints what the engine makes of each, one JSON line a case, in order. */
async function simulate(argv: readonly string[]): Promise<void> {
  const options = optionsOf(argv);
  const head = await readHead(options.file);
  const now = head.now === undefined ? Date.now() : timeOf(head.now);
  let out = '';
  try {
    for await (const value of readCases(options.file)) {
      out += `${JSON.stringify(runCase(caseOf(value), now, options))}\n`;
      if (out.length < CHUNK) continue;
      if (!process.stdout.write(out)) await once(process.stdout, 'drain');
      out = '';
    }
  } finally {
    if (out !== '' && !process.stdout.write(out)) await once(process.stdout, 'drain');
  }
}

// A reader that has seen enough (`| head`) is no fault of ours.
process.stdout.on('error', () => process.exit(0));

try {
  await simulate(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  const where = error instanceof NotInFormat && !message.startsWith('usage') ? 'not a file of cases: ' : '';
  process.stderr.write(`simulate: ${where}${message.replace(/\s+/g, ' ')}\n`);
  process.exitCode = 2;
}
