import { randomBytes } from 'node:crypto';
import { importFile } from '../../formats/import-file';
import { faultsText, lackText, refusalText } from '../../formats/sentences';
import { digestUnder } from '../../platform/digest';
import { say } from '../../words/catalogue';
import { type Command, EXIT, RunError } from '../command/command';
import { readOctets } from '../command/files';
import { flowText } from '../flow/flow-text';

export const flowCommand: Command = {
  name: 'flow',
  summary: 'Prints each request of a recording: what was sent and withheld, what became of each Set-Cookie line, and why.',
  operands: 'FILE',
  count: [1, 1],
  options: [],
  examples: [{ line: 'cookie-flow flow shop.har', says: 'Prints the requests of a HAR file. Values of cookies are left out.' }],
  run({ operands: [file = ''] }, { out, note }) {
    const imported = importFile(readOctets(file), digestUnder(randomBytes(32).toString('hex')));
    if (imported.kind === 'refused') throw new RunError(`${file}: ${refusalText(imported)}`);
    if (imported.kind === 'cookies') throw new RunError(`${file}: ${say('audit.cookies')}`);
    for (const line of [...faultsText(imported.faulty, imported.faults), ...imported.lacks.map(lackText)]) note(line);
    out(`${flowText(imported.facts)}\n`);
    return EXIT.done;
  },
};
