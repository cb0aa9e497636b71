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
      flaw: { type: 'string', multiple: true },
      store: { type: 'string' },
      servers: { type: 'string', default: '1' },
    },
  });
  const flaws = values.flaw ?? [];
  const unknown = flaws.find((id) => !isVariantId(id));
  if (unknown !== undefined) throw new Error(`There is no flaw named ${unknown}. playground/variants.ts lists them.`);
  return {
    port: values.port === undefined ? undefined : wholeNumber('--port', values.port, 65_535),
    flaws: flaws.filter(isVariantId),
    store: values.store ?? env.REDIS_URL ?? env.DATABASE_URL,
    servers: Math.max(1, wholeNumber('--servers', values.servers, 8)),
  };
}

function wholeNumber(option: string, text: string, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > most) throw new Error(`${option} takes a whole number up to ${most}, not "${text}".`);
  return number;
}
