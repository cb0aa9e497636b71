import '../../words/all-words';
import { text } from '../../analysis/engine/base/bytes';
import { type Bytes, instant } from '../../analysis/engine/base/units';
import { readLine } from '../../analysis/engine/header/read-line';
import { Replay } from '../../analysis/replay/replay';
import type { Exchange, SetLine } from '../../analysis/replay/rows/exchange';
import { whatBecame } from '../../analysis/story/bead';
import { lineSentence, withheldSentence } from '../../analysis/story/sentence';
import { say, sayCount } from '../../words/catalogue';
import { sentenceText } from '../../words/verdict-text';
import { escapedMarkdown } from './escaped-markdown';
import { MOST_DRAWN, mermaidText } from './mermaid';
import type { OwnRecording } from './own-recording';

const LATER = 60_000;

/**
 * A report for people: what was withheld and what became of each Set-Cookie line, with the reason, and a diagram. No value of
 * a cookie is in it.
 * @param picture the file beside it that holds the diagram; null = the diagram is Mermaid text within it
 */
export function markdownText(recording: OwnRecording, picture: string | null): string {
  const exchanges = exchangesIn(recording);
  const { redacted } = recording;
  const lines = exchanges.flatMap((exchange) => exchange.lines.map((line) => [exchange, line] as const));
  return [
    `# ${say('report.title')}`,
    [sayCount('count.requests', exchanges.length), say(redacted ? 'report.redacted' : 'report.no-values')].join('. '),
    `## ${say('report.withheld')}`,
    table(
      [say('report.cookie'), say('report.request'), say('report.why')],
      exchanges.flatMap((exchange) =>
        exchange.withheld.map((one) => [nameText(one.cookie.name), requestText(exchange), sentenceText(withheldSentence(one))]),
      ),
    ),
    `## ${say('report.lines')}`,
    table(
      [say('report.line'), say('report.request'), say('report.became'), say('report.why')],
      lines.map(([exchange, line]) => [
        lineText(line),
        requestText(exchange),
        becameText(line),
        sentenceText(lineSentence(line)),
      ]),
    ),
    `## ${say('report.diagram')}`,
    exchanges.length > MOST_DRAWN ? sayCount('report.drawn', MOST_DRAWN) : '',
    picture === null ? `\`\`\`mermaid\n${mermaidText(exchanges)}\n\`\`\`` : `![${say('report.diagram')}](${picture})`,
    '',
  ]
    .filter((part, index, all) => part !== '' || index === all.length - 1)
    .join('\n\n');
}

/** The requests of a recording, replayed to its end. */
export function exchangesIn({ facts }: OwnRecording): readonly Exchange[] {
  const last = facts.reduce((latest, { at }) => Math.max(latest, at), 0);
  const { rows } = new Replay().add(facts).settle(instant(last + LATER));
  return rows.filter((row): row is Exchange => row.kind === 'exchange');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return say('report.nothing');
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head.map(escapedMarkdown)),
    line(head.map(() => '---')),
    ...rows.map((cells) => line(cells.map(escapedMarkdown))),
  ].join('\n');
}

const requestText = ({ sent, url }: Exchange): string => `${sent.method} ${url.split(/[?#]/, 1)[0]}`;

/** The line without its value. */
function lineText({ line }: SetLine): string {
  const { valueSpan } = readLine(line);
  const mask = valueSpan.start === valueSpan.end ? '' : say('flow.no-value');
  return text(line.slice(0, valueSpan.start) as Bytes) + mask + text(line.slice(valueSpan.end) as Bytes);
}

function becameText(line: SetLine): string {
  const { kind, evidence } = whatBecame(line);
  return `${say(`verdict.${kind}`)} (${say(`evidence.${evidence}`)})`;
}

const nameText = (name: Bytes): string => text(name) || say('bead.nameless');
