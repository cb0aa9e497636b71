import '../../words/all-words';
import { text } from '../../analysis/engine/base/bytes';
import type { Bytes } from '../../analysis/engine/base/units';
import { urlParts } from '../../analysis/engine/site/url-parts';
import type { Exchange } from '../../analysis/replay/rows/exchange';
import { whatBecame } from '../../analysis/story/bead';
import { say } from '../../words/catalogue';
import { listText } from '../../words/format';
import { printable } from '../../words/printable';

/** A diagram beyond that many requests is no help, and GitHub draws none so large. */
export const MOST_DRAWN = 100;
const LONGEST_LABEL = 200;

/** The first requests as a sequence diagram. @see https://mermaid.js.org/syntax/sequenceDiagram.html */
export function mermaidText(exchanges: readonly Exchange[]): string {
  const drawn = exchanges.slice(0, MOST_DRAWN);
  const hosts = [...new Set(drawn.map(hostOf))];
  const id = (exchange: Exchange) => `h${hosts.indexOf(hostOf(exchange))}`;
  return [
    'sequenceDiagram',
    `  participant b as ${safe(say('report.browser'))}`,
    ...hosts.map((host, index) => `  participant h${index} as ${safe(host)}`),
    ...drawn.flatMap((exchange) => [askText(exchange, id(exchange)), ...answerText(exchange, id(exchange))]),
  ].join('\n');
}

function askText({ sent, url, cookies, withheld, transmission }: Exchange, host: string): string {
  const sends = cookies.length === 0 ? say('flow.none') : `${say('flow.sent')} ${namesText(cookies.map(({ name }) => name))}`;
  const withholds =
    withheld.length === 0 ? '' : `, ${say('flow.withheld')} ${namesText(withheld.map(({ cookie }) => cookie.name))}`;
  const carried = transmission === 'none' || transmission === 'unseen' ? '' : `<br/>${safe(sends + withholds)}`;
  return `  b->>${host}: ${safe(`${sent.method} ${urlParts(url)?.path ?? ''}`)}${carried}`;
}

function answerText({ status, error, lines }: Exchange, host: string): readonly string[] {
  if (status === null && error === null) return [];
  const sets = lines.map((line) => {
    const { kind } = whatBecame(line);
    return `<br/>${safe(`${text(line.parsed.name)}: ${say(`verdict.${kind}`)}`)}`;
  });
  return [`  ${host}-->>b: ${safe(error ?? String(status))}${sets.join('')}`];
}

const hostOf = ({ url }: Exchange): string => {
  const parts = urlParts(url);
  return parts === null ? '?' : parts.host + (parts.port === '' ? '' : `:${parts.port}`);
};

const namesText = (names: readonly Bytes[]): string => listText(names.map((name) => text(name) || say('bead.nameless')));

/** Cut, then written by number where the syntax has a use for a character, so that no number is cut. */
const safe = (label: string): string =>
  printable(label.slice(0, LONGEST_LABEL))
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/[#;<>&"{}]/g, (char) => `#${char.charCodeAt(0)};`);
