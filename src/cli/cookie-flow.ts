import { readFileSync } from 'node:fs';
import { printable } from '../words/printable';
import { EXIT } from './command/command';
import { faultWords } from './command/fault-words';
import { meaningOf } from './command/files';
import { run } from './command/run';
import { auditCommand } from './commands/audit';
import { completionCommand } from './commands/completion';
import { convertCommand } from './commands/convert';
import { decodeCommand } from './commands/decode';
import { diffCommand } from './commands/diff';
import { explainCommand } from './commands/explain';
import { flowCommand } from './commands/flow';
import { mergeCommand } from './commands/merge';
import { serveCommand } from './commands/serve';
import { simulateCommand } from './commands/simulate';

const COMMANDS = [
  auditCommand,
  explainCommand,
  flowCommand,
  diffCommand,
  serveCommand,
  mergeCommand,
  decodeCommand,
  convertCommand,
  simulateCommand,
];

// The same place from here, from dist/cli and in an installed package.
const home = new URL('../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', home), 'utf8')) as { version: string };

let hasFailed = false;
const fail = (message: string) => {
  hasFailed = true;
  process.stderr.write(`cookie-flow: ${printable(message)}\n`);
  process.exitCode = EXIT.failed;
};
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) is no fault of ours: the exit code still says what was found.
  if (error.code !== 'EPIPE' && !hasFailed) fail(`the output cannot be written: ${meaningOf(error)}.`);
});
// Nobody reads what is said besides: the work goes on.
process.stderr.on('error', () => undefined);
// A script before a visit may forget an await: what is finished is reported all the same.
for (const event of ['unhandledRejection', 'uncaughtException'] as const)
  process.on(event, (error: unknown) =>
    fail(`this failed, and nothing waited for it: ${faultWords(error)}. In a script, an await is missing.`),
  );
// Nothing is left that could end what is waited for: Node would show a line of this program, and end with 13.
const stall = () => {
  fail('nothing is left to be done, and it has not ended: a script waits for what never comes.');
  process.exit();
};
process.once('beforeExit', stall);

const code = await run([...COMMANDS, completionCommand(COMMANDS)], { version, home }, process.argv.slice(2));
process.off('beforeExit', stall);
process.exitCode = hasFailed ? EXIT.failed : code;
