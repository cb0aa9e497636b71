import type { Command, CommandExample, CommandOption } from './command';

const WIDTH = 26;

/** The help of a command: how it is written, its options, examples. */
export function commandHelp({ name, summary, operands, options, examples }: Command): string {
  return `${[
    `cookie-flow ${name} ${operands}`,
    summary,
    ...(options.length === 0 ? [] : ['Options', ...options.map(optionText)]),
    'Examples',
    ...examples.map(exampleText),
  ]
    .reduce((text, part) => (part.startsWith('  ') ? `${text}\n${part}` : `${text}\n\n${part}`))
    .trim()}\n`;
}

/** The help of the whole. */
export function generalHelp(commands: readonly Command[], version: string): string {
  return `cookie-flow ${version}

What happened to this cookie, on this request, and why? Reads HAR files, Playwright traces and recordings of Cookie Flow.

Commands
${commands.map(({ name, summary }) => row(name, summary)).join('\n')}

Examples
${commands.map(({ examples }) => exampleText(examples[0])).join('\n')}

cookie-flow COMMAND --help says more of one of them.
Exit codes: 0 done, 1 findings that fail, 2 the command line makes no sense, 3 it could not be done,
130 stopped by Ctrl-C.
`;
}

function optionText({ name, value, says, choices }: CommandOption): string {
  const form = value === null ? `--${name}` : `--${name} ${value}`;
  return row(form, choices === undefined ? says : `${says} (${choices.join(' | ')})`);
}

const exampleText = ({ line, says }: CommandExample): string => `  ${line}\n      ${says}`;

const row = (left: string, right: string): string =>
  left.length < WIDTH - 2 ? `  ${left.padEnd(WIDTH)}${right}` : `  ${left}\n  ${''.padEnd(WIDTH)}${right}`;
