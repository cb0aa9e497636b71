import { readFileSync } from 'node:fs';
import { EXIT } from './command/command';
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

// A reader that has seen enough (`| head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`cookie-flow: the output cannot be written: ${meaningOf(error)}.\n`);
  process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.failed);
});
// Nobody reads what is said besides: the work goes on.
process.stderr.on('error', () => undefined);

process.exitCode = await run([...COMMANDS, completionCommand(COMMANDS)], { version, home }, process.argv.slice(2));
