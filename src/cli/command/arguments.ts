import { parseArgs } from 'node:util';
import { type Command, UsageError } from './command';
import type { Given } from './given';
import { noSuch } from './nearest';

/** @throws UsageError where an option is unknown, lacks its value or has one that it cannot have, or operands are too few or many */
export function argumentsOf({ name, options, operands: form, count }: Command, argv: readonly string[]): Given {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(options.map((option) => [option.name, { type: option.value === null ? 'boolean' : 'string' }])),
  });
  const operands: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const option = options.find((each) => each.name === token.name);
    if (option === undefined) throw new UsageError(noSuchOption(token.rawName, options));
    values.set(option.name, [...(values.get(option.name) ?? []), givenValue(option, token.value)]);
  }
  const [least, most] = count;
  if (operands.length < least || operands.length > most)
    throw new UsageError(`${operands.length < least ? 'something is missing' : 'too much'}: cookie-flow ${name} ${form}`);
  return {
    operands,
    has: (option) => values.has(option),
    one: (option) => values.get(option)?.at(-1) ?? null,
    all: (option) => values.get(option) ?? [],
  };
}

/** A value may begin with a dash: those of base64url do. */
function noSuchOption(name: string, options: Command['options']): string {
  const fault = noSuch('option', name, [...options.map((each) => `--${each.name}`), '--help']);
  return name.startsWith('--') ? fault : `${fault}\nWhat begins with - and is no option stands behind --.`;
}

function givenValue({ name, value, choices }: Command['options'][number], given: string | undefined): string {
  if (value === null) {
    if (given !== undefined) throw new UsageError(`--${name} takes no value.`);
    return '';
  }
  if (given === undefined || given === '') throw new UsageError(`--${name} needs a value: --${name} ${value}`);
  if (choices !== undefined && !choices.includes(given)) throw new UsageError(noSuch(`--${name}`, given, choices));
  return given;
}
