import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importFile } from '../../formats/import-file';
import { refusalText } from '../../formats/sentences';
import { type Command, EXIT, RunError, UsageError } from '../command/command';
import { readOctets } from '../command/files';
import { pageServer } from '../serve/page-server';

const LAST_PORT = 65_535;

export const serveCommand: Command = {
  name: 'serve',
  summary: 'Opens a recording in the panel, as a page for the browser of your choice. Nothing is uploaded.',
  operands: 'FILE',
  count: [1, 1],
  options: [{ name: 'port', value: 'PORT', says: 'of this machine; any that is free, if not told' }],
  examples: [{ line: 'cookie-flow serve shop.har', says: 'Prints the address of the page. Ctrl-C ends it.' }],
  async run(given, { out, note, home }) {
    const [file = ''] = given.operands;
    const port = portOf(given.one('port'));
    const imported = importFile(readOctets(file), () => null);
    if (imported.kind === 'refused') throw new RunError(`${file}: ${refusalText(imported)}`);
    const folder = fileURLToPath(new URL('dist/web', home));
    if (!existsSync(folder)) throw new RunError(`the page is not built: ${folder} is missing. npm run build makes it.`);
    const server = await pageServer({ folder, file, port });
    // Listened for before anyone is told that the page is there.
    const end = interrupted();
    out(`${server.address}\n`);
    note('Ctrl-C ends it.');
    await end;
    await server.close();
    return EXIT.done;
  },
};

function portOf(text: string | null): number {
  if (text === null) return 0;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > LAST_PORT) throw new UsageError(`--port takes a number up to ${LAST_PORT}, not ${text}.`);
  return port;
}

const interrupted = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
