import { parseArgs } from 'node:util';
import { isVariantId, type VariantId } from './variants';

export interface Options {
  /** undefined = the default, or any free one. */
  readonly port: number | undefined;
  readonly flaws: readonly VariantId[];
  /** URL of the session store; undefined = in memory. */
  readonly store: string | undefined;
  /** How many servers share the store, each on a port of its own. */
  readonly servers: number;
}

export const USAGE = `Usage: npm run playground -- [options]
  --port <number>     default 4180, or any free one if that is taken
  --flaw <id>         turn a flaw on; may be repeated
  --store <url>       redis://…, unix:/…, postgres://…; default $REDIS_URL, else $DATABASE_URL, else memory
  --servers <number>  so many servers, which share the store; default 1`;

/** What the command line and the environment ask for. @throws Error with a sentence for the user */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      flaw: { type: 'string', multiple: true, default: [] },
      store: { type: 'string' },
      servers: { type: 'string', default: '1' },
    },
  });
  return {
    port: portOf(values.port),
    flaws: flawsOf(values.flaw),
    store: values.store ?? env.REDIS_URL ?? env.DATABASE_URL,
    servers: Math.max(1, wholeNumber('--servers', values.servers, 8)),
  };
}

/** @throws Error if the text is no port */
export function portOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : wholeNumber('--port', text, 65_535);
}

/** @throws Error that names the first id that is no variant's */
export function flawsOf(ids: readonly string[]): readonly VariantId[] {
  const unknown = ids.find((id) => !isVariantId(id));
  if (unknown !== undefined) throw new Error(`There is no flaw named ${unknown}. playground/variants.ts lists them.`);
  return ids.filter(isVariantId);
}

function wholeNumber(option: string, text: string, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > most) throw new Error(`${option} takes a whole number up to ${most}, not "${text}".`);
  return number;
}
