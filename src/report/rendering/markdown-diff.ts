import '../../words/all-words';
import { escapedMarkdown } from '../../formats/recording/escaped-markdown';
import { say, sayCount } from '../../words/catalogue';
import type { ReportedDiff, ReportedOnly } from '../model/diff-schema';
import { hasDifferences } from '../model/reported-diff';
import { comparedName, differenceText, jarDifferenceText, sameTexts } from './diff-words';

/** Two recordings beside each other in GitHub's Markdown. */
export function markdownDiff(diff: ReportedDiff): string {
  const { a, b, differing, jar, onlyA, onlyB } = diff;
  const side = (name: string, { file, requests }: ReportedDiff['a']) =>
    `- ${escapedMarkdown(say('diff.side', { side: name, file, requests: sayCount('audit.requests', requests) }))}`;
  return `${[
    `# ${say('diff.title')}`,
    [side('A', a), side('B', b)].join('\n'),
    hasDifferences(diff) ? '' : `**${say('diff.same')}**`,
    tableOf(
      [say('diff.request'), say('diff.differences')],
      differing.map(({ method, address, differences }) => [`${method} ${address}`, differences.map(differenceText).join('; ')]),
    ),
    ...listsOf(onlyA, 'A'),
    ...listsOf(onlyB, 'B'),
    jar.different.length === 0 ? '' : `## ${say('diff.jar')}`,
    tableOf(
      [say('diff.cookie'), say('diff.differences')],
      jar.different.map((each) => [`${comparedName(each.cookie)} (${each.domain}${each.path})`, jarDifferenceText(each)]),
    ),
    sameTexts(diff).map(escapedMarkdown).join('  \n'),
  ]
    .filter((block) => block !== '')
    .join('\n\n')}\n`;
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const lines = [head, head.map(() => '---'), ...rows.map((cells) => cells.map(escapedMarkdown))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const listsOf = ({ requests, findings, incidents }: ReportedOnly, side: string): readonly string[] =>
  [
    [say('diff.only.requests', { side }), requests.map(({ method, address }) => `${method} ${address}`)] as const,
    [say('diff.only.incidents', { side }), incidents.map(({ heading, id }) => `${heading} (${id})`)] as const,
    [say('diff.only.findings', { side }), findings.map(({ heading, id }) => `${heading} (${id})`)] as const,
  ].flatMap(([head, lines]) =>
    lines.length === 0 ? [] : [`## ${head}`, lines.map((line) => `- ${escapedMarkdown(line)}`).join('\n')],
  );
