import { randomBytes } from 'node:crypto';
import { digestUnder } from '../../platform/digest';
import type { ReportedDiff } from '../../report/model/diff-schema';
import { type DiffSide, hasDifferences, reportedDiff } from '../../report/model/reported-diff';
import { diffText } from '../../report/rendering/diff-text';
import { markdownDiff } from '../../report/rendering/markdown-diff';
import { NO_PAINT } from '../../report/rendering/text-report';
import { type Command, EXIT, UsageError } from '../command/command';
import { notOver, writeContent } from '../command/files';
import { readRecordingFile } from '../command/recording-file';
import type { Terminal } from '../command/terminal';

const DIFF_FORMATS = ['text', 'json', 'markdown'] as const;

export const diffCommand: Command = {
  name: 'diff',
  summary: 'Compares two recordings: where their cookies part, and which findings and incidents only one has.',
  operands: 'FILE FILE',
  count: [2, 2],
  options: [
    { name: 'format', value: 'FORMAT', choices: DIFF_FORMATS, says: 'how to tell it; text, if not told' },
    { name: 'out', value: 'FILE', says: 'where to; the terminal, if not told' },
    { name: 'own-host', value: 'HOST', isRepeatable: true, says: 'a host of yours beside the site in view' },
  ],
  examples: [
    { line: 'cookie-flow diff works.har fails.har', says: 'Why one sign-in works and the other does not.' },
    { line: 'cookie-flow diff before.har after.har --format markdown', says: 'For a pull request.' },
  ],
  run(given, terminal) {
    const digest = digestUnder(randomBytes(32).toString('hex'));
    const [a = '', b = ''] = given.operands;
    const target = given.one('out');
    notOver([a, b], [target]);
    const side = (file: string): DiffSide => {
      const { facts, notes, bare } = readRecordingFile(file, digest);
      // That their cookies went the same way would be said of what nobody saw.
      if (bare !== null) throw new UsageError(`${file}: ${bare}`);
      return { file, facts, notes };
    };
    const told = reportedDiff(side(a), side(b), { digest, ownHosts: given.all('own-host'), browser: null, thirdParty: null });
    const text = rendered(told, given.one('format'), target === null ? terminal.paint : null);
    if (target === null) terminal.out(text);
    else writeContent(target, text);
    for (const { file, notes } of [told.a, told.b]) for (const line of notes) terminal.note(`${file}: ${line}`);
    return hasDifferences(told) ? EXIT.findings : EXIT.done;
  },
};

function rendered(told: ReportedDiff, format: string | null, paint: Terminal['paint'] | null): string {
  if (format === 'json') return `${JSON.stringify(told, null, 2)}\n`;
  return format === 'markdown' ? markdownDiff(told) : diffText(told, paint ?? NO_PAINT);
}
