import { readFileSync } from 'node:fs';
import { run } from './command/run';
import { audit } from './commands/audit';
import { completion } from './commands/completion';
import { convert } from './commands/convert';
import { decode } from './commands/decode';
import { explain } from './commands/explain';
import { flow } from './commands/flow';
import { simulate } from './commands/simulate';

const COMMANDS = [audit, explain, flow, decode, convert, simulate];

// The same place from here, from dist/cli and in an installed package.
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

// A reader that has seen enough (`| head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));

process.exitCode = await run([...COMMANDS, completion(COMMANDS)], version, process.argv.slice(2));
