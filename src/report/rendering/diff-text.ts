import '../../words/all-words';
import { say, sayCount } from '../../words/catalogue';
import { printable } from '../../words/printable';
import type { ReportedDiff, ReportedOnly } from '../model/diff-schema';
import { hasDifferences } from '../model/reported-diff';
import { comparedName, differenceText, jarDifferenceText, sameTexts } from './diff-words';
import type { Paint } from './text-report';

/** Two recordings beside each other, for a terminal. */
export function diffText(diff: ReportedDiff, paint: Paint): string {
  const { a, b, differing, jar, onlyA, onlyB } = diff;
  const [parting, ...further] = differing;
  const section = (head: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : [paint.bold(head), ...lines].join('\n');
  return `${[
    [sideText('A', a), sideText('B', b)].join('\n'),
    hasDifferences(diff) ? '' : paint.green(say('diff.same')),
    section(say('diff.parting'), parting === undefined ? [] : requestLines(parting)),
    section(say('diff.further'), further.flatMap(requestLines)),
    ...onlyLines(onlyA, 'A').map(([head, lines]) => section(head, lines)),
    ...onlyLines(onlyB, 'B').map(([head, lines]) => section(head, lines)),
    section(
      say('diff.jar'),
      jar.different.map((each) =>
        printable(`  ${comparedName(each.cookie)} (${each.domain}${each.path}): ${jarDifferenceText(each)}`),
      ),
    ),
    paint.dim(sameTexts(diff).join('\n')),
  ]
    .filter((block) => block !== '')
    .join('\n\n')}\n`;
}

const sideText = (side: string, { file, requests }: ReportedDiff['a']): string =>
  printable(say('diff.side', { side, file, requests: sayCount('audit.requests', requests) }));

const requestLines = ({ method, address, differences }: ReportedDiff['differing'][number]): readonly string[] => [
  printable(`  ${method} ${address}`),
  ...differences.map((difference) => printable(`    ${differenceText(difference)}`)),
];

const onlyLines = (
  { requests, findings, incidents }: ReportedOnly,
  side: string,
): readonly (readonly [string, readonly string[]])[] => [
  [say('diff.only.requests', { side }), requests.map(({ method, address }) => printable(`  ${method} ${address}`))],
  [say('diff.only.incidents', { side }), incidents.map(({ heading, id }) => printable(`  ${heading}  ${id}`))],
  [say('diff.only.findings', { side }), findings.map(({ heading, id }) => printable(`  ${heading}  ${id}`))],
];
