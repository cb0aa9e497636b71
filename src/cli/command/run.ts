import { printable } from '../../words/printable';
import { argumentsOf } from './arguments';
import { type Command, EXIT, RunError, UsageError } from './command';
import { faultWords } from './fault-words';
import { commandHelp, generalHelp } from './help';
import { noSuch } from './nearest';
import { ownTerminal, type Terminal } from './terminal';

/** The program that runs: its version, and where it lies. */
type Program = Pick<Terminal, 'version' | 'home'>;

/** Runs what the command line asks for. @returns the exit code */
export async function run(commands: readonly Command[], program: Program, argv: readonly string[]): Promise<number> {
  const { version } = program;
  const [first, ...rest] = argv;
  if (first === undefined) return printed(generalHelp(commands, version), EXIT.usage);
  if (first === '--help' || first === '-h' || first === 'help') return helpOf(commands, version, rest[0]);
  if (first === '--version' || first === '-v') return printed(`${version}\n`, EXIT.done);
  const command = commands.find(({ name }) => name === first);
  if (command === undefined) return complained('cookie-flow', noSuchCommand(commands, first), EXIT.usage);
  if (rest.includes('--help') || rest.includes('-h')) return printed(commandHelp(command), EXIT.done);
  try {
    return await command.run(argumentsOf(command, rest), ownTerminal(command.name, program));
  } catch (error) {
    if (error instanceof UsageError)
      return complained(command.name, `${error.message}\ncookie-flow ${command.name} --help says more.`, EXIT.usage);
    return complained(
      command.name,
      error instanceof RunError ? error.message : `this is a fault of Cookie Flow: ${faultWords(error)}`,
      EXIT.failed,
    );
  }
}

function helpOf(commands: readonly Command[], version: string, name: string | undefined): number {
  if (name === undefined) return printed(generalHelp(commands, version), EXIT.done);
  const command = commands.find((each) => each.name === name);
  return command === undefined
    ? complained('cookie-flow', noSuchCommand(commands, name), EXIT.usage)
    : printed(commandHelp(command), EXIT.done);
}

const noSuchCommand = (commands: readonly Command[], name: string): string =>
  name.startsWith('-')
    ? noSuch('option', name, ['--help', '--version'])
    : noSuch(
        'command',
        name,
        commands.map((each) => each.name),
      );

function printed(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}

function complained(command: string, message: string, code: number): number {
  // What was typed, and the name of a file, may hold anything.
  process.stderr.write(`${command}: ${message.split('\n').map(printable).join('\n')}\n`);
  return code;
}
