import { readFileSync } from 'node:fs';
import { importFile } from '../src/formats/import-file';
import { digestUnder } from '../src/platform/digest';

/** Reads one file in a process of its own, whose memory is then the reader's, and says what that took. */
const octets = readFileSync(process.argv[2] ?? '');
const start = performance.now();
const read = importFile(octets, digestUnder('00'.repeat(32)));
const milliseconds = performance.now() - start;
if (read.kind !== 'recording') throw new Error(JSON.stringify(read));
const requests = read.facts.filter(({ kind }) => kind === 'request-sent').length;
console.log(
  JSON.stringify({
    milliseconds: milliseconds.toFixed(0),
    megabytes: (process.resourceUsage().maxRSS / 1024).toFixed(0),
    requests: String(requests),
  }),
);
