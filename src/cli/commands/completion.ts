import { type Command, EXIT } from '../command/command';
import { bashCompletion, fishCompletion, zshCompletion } from '../completion/shell-scripts';

const SCRIPTS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;
const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** @param commands all the others, with their options */
export function completionCommand(commands: readonly Command[]): Command {
  const own: Command = {
    name: 'completion',
    summary: 'Prints what makes a shell complete commands and options.',
    operands: '--shell SHELL',
    count: [0, 0],
    options: [{ name: 'shell', value: 'SHELL', choices: SHELLS, says: 'the shell; bash, if not told' }],
    examples: [{ line: 'source <(cookie-flow completion --shell bash)', says: 'In ~/.bashrc.' }],
    run(given, { out }) {
      const shell = SHELLS.find((each) => each === given.one('shell')) ?? 'bash';
      out(SCRIPTS[shell]([...commands, own]));
      return EXIT.done;
    },
  };
  return own;
}
