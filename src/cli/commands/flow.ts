import { randomBytes } from 'node:crypto';
import { digestUnder } from '../../platform/digest';
import { type Command, EXIT } from '../command/command';
import { readRecordingFile } from '../command/recording-file';
import { flowText } from '../flow/flow-text';

export const flowCommand: Command = {
  name: 'flow',
  summary: 'Prints each request of a recording: what was sent and withheld, what became of each Set-Cookie line, and why.',
  operands: 'FILE',
  count: [1, 1],
  options: [],
  examples: [{ line: 'cookie-flow flow shop.har', says: 'Prints the requests of a HAR file. Values of cookies are left out.' }],
  run({ operands: [file = ''] }, { out, note }) {
    const { facts, notes, bare } = readRecordingFile(file, digestUnder(randomBytes(32).toString('hex')));
    for (const line of notes) note(line);
    out(`${flowText(facts)}\n`);
    return bare === null ? EXIT.done : EXIT.usage;
  },
};
