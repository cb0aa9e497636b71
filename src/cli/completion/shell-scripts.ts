import type { Command } from '../command/command';

const optionsOf = ({ options }: Command): readonly string[] => ['--help', ...options.map(({ name }) => `--${name}`)];

/** For bash: names of commands first, then options of the command, else files. */
export const bashCompletion = (commands: readonly Command[]): string => `_cookie_flow() {
  local word=\${COMP_WORDS[COMP_CWORD]} words=
  if [ "$COMP_CWORD" -eq 1 ]; then words='${commands.map(({ name }) => name).join(' ')}'
  else case \${COMP_WORDS[1]} in
${commands.map((command) => `    ${command.name}) words='${optionsOf(command).join(' ')}' ;;`).join('\n')}
  esac; fi
  if [ "$COMP_CWORD" -eq 1 ] || [[ $word == -* ]]; then COMPREPLY=($(compgen -W "$words" -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _cookie_flow cookie-flow
`;

/** For zsh, which can run bash's. */
export const zshCompletion = (commands: readonly Command[]): string =>
  `autoload -U +X bashcompinit && bashcompinit\n${bashCompletion(commands)}`;

export const fishCompletion = (commands: readonly Command[]): string =>
  `${commands
    .flatMap(({ name, summary, options }) => [
      `complete -c cookie-flow -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
      ...options.map(
        (option) =>
          `complete -c cookie-flow -n '__fish_seen_subcommand_from ${name}' -l ${option.name}${option.value === null ? '' : ' -r'} -d ${quoted(option.says)}`,
      ),
    ])
    .join('\n')}\n`;

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
