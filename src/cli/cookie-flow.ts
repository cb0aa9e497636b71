import { readFileSync } from 'node:fs';
import { run } from './command/run';
import { auditCommand } from './commands/audit';
import { completionCommand } from './commands/completion';
import { convertCommand } from './commands/convert';
import { decodeCommand } from './commands/decode';
import { diffCommand } from './commands/diff';
import { explainCommand } from './commands/explain';
import { flowCommand } from './commands/flow';
import { simulateCommand } from './commands/simulate';

const COMMANDS = [auditCommand, explainCommand, flowCommand, diffCommand, decodeCommand, convertCommand, simulateCommand];

// The same place from here, from dist/cli and in an installed package.
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

// A reader that has seen enough (`| head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));

process.exitCode = await run([...COMMANDS, completionCommand(COMMANDS)], version, process.argv.slice(2));
