import '../../words/all-words';
import { text } from '../../analysis/engine/base/bytes';
import { urlParts } from '../../analysis/engine/site/url-parts';
import type { Exchange } from '../../analysis/replay/rows/exchange';
import { type Bead, sentBeads, setBeads, withheldBeads } from '../../analysis/story/bead';
import { say } from '../../words/catalogue';
import { printable } from '../../words/printable';
import { MOST_DRAWN } from './mermaid';

/** Pixels. A letter's width is that of the monospaced fonts at 12 px, generously. */
const SIZE = { row: 18, gap: 8, letter: 7.4, left: 70, lane: 240, head: 30, foot: 20, most: 110 } as const;

/** A line of the picture: words at a height, and whether an arrow runs under them. */
interface DrawnRow {
  readonly words: string;
  readonly look: 'request' | 'sent' | 'withheld' | 'ok' | 'bad' | 'quiet';
  /** The lane that the arrow runs to or comes from; null = no arrow. */
  readonly arrow: { readonly lane: number; readonly isAnswer: boolean } | null;
}

/** The first requests as a sequence diagram: what was sent, withheld and set, without values. It follows the reader's light or dark theme. */
export function svgText(exchanges: readonly Exchange[]): string {
  const drawn = exchanges.slice(0, MOST_DRAWN);
  const hosts = [...new Set(drawn.map(hostText))];
  const rows = drawn.flatMap((exchange) => rowsOf(exchange, hosts.indexOf(hostText(exchange))));
  const longest = Math.max(0, ...rows.map(({ words }) => words.length)) * SIZE.letter;
  const width = Math.ceil(SIZE.left + Math.max(hosts.length * SIZE.lane + 40, longest + 30));
  const height = SIZE.head + rows.length * SIZE.row + drawn.length * SIZE.gap + SIZE.foot;
  let y: number = SIZE.head;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(say('report.diagram'))}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="page" width="${width}" height="${height}"/>`,
    ...[say('report.browser'), ...hosts].map((host, at) => laneText(host, laneAt(at - 1), height)),
    ...rows.map((row) => {
      y += SIZE.row + (row.look === 'request' ? SIZE.gap : 0);
      return rowText(row, y);
    }),
    '</svg>',
    '',
  ].join('\n');
}

const STYLE = [
  'svg{color-scheme:light dark}text{font:12px ui-monospace,Menlo,Consolas,monospace;fill:#1a1c20;stroke:#fff;stroke-width:4px;paint-order:stroke}.page{fill:#fff}',
  '.lane,.arrow{stroke:#5f6672;fill:none}.lane{stroke-dasharray:2 4}.head,.request{font-weight:600}',
  '.withheld{fill:#855000}.ok{fill:#14683a}.bad{fill:#b0221b}.quiet{fill:#5f6672}.tip{fill:#5f6672}',
  '@media(prefers-color-scheme:dark){text{fill:#e8eaed;stroke:#1f2023}.page{fill:#1f2023}.lane,.arrow{stroke:#a0a7b3}.tip{fill:#a0a7b3}',
  '.withheld{fill:#f0be6c}.ok{fill:#7fd19b}.bad{fill:#f79a92}.quiet{fill:#a0a7b3}}',
].join('');

/** @param lane -1 = the browser */
const laneAt = (lane: number): number => SIZE.left / 2 + (lane + 1) * SIZE.lane;

function laneText(name: string, x: number, height: number): string {
  return [
    `<line class="lane" x1="${x}" x2="${x}" y1="${SIZE.head - 6}" y2="${height - 6}"/>`,
    `<text class="head" x="${x}" y="16" text-anchor="middle">${escaped(cut(name, 30))}</text>`,
  ].join('');
}

function rowText({ words, look, arrow }: DrawnRow, y: number): string {
  const label = `<text class="${look}" x="${laneAt(-1) + 10}" y="${y - 5}">${escaped(words)}</text>`;
  if (arrow === null) return label;
  const [browser, host] = [laneAt(-1), laneAt(arrow.lane)];
  const [from, to, back] = arrow.isAnswer ? [host, browser, 8] : [browser, host, -8];
  return [
    label,
    `<line class="arrow" x1="${from}" x2="${to}" y1="${y}" y2="${y}"/>`,
    `<path class="tip" d="M${to} ${y}l${back} -4v8z"/>`,
  ].join('');
}

function rowsOf(exchange: Exchange, lane: number): readonly DrawnRow[] {
  const { sent, url, status, error, transmission } = exchange;
  const row = (words: string, look: DrawnRow['look']): DrawnRow => ({ words: cut(words, SIZE.most), look, arrow: null });
  const isSeen = transmission === 'observed' || transmission === 'uncertain';
  const names = sentBeads(exchange).map(({ name }) => nameOf(name));
  const asked = [
    row(`${sent.method} ${urlParts(url)?.path ?? ''}`, 'request'),
    ...(isSeen ? [row(names.length === 0 ? say('flow.none') : `↑ ${names.join(' ')}`, 'sent')] : []),
    ...withheldBeads(exchange).map((bead) => row(`⊘ ${beadText(bead)}`, 'withheld')),
  ];
  const answered =
    status === null && error === null
      ? []
      : [
          ...setBeads(exchange).map((bead) => row(`↓ ${beadText(bead)}`, lookOf(bead))),
          row(cut(error ?? String(status), 80), error === null ? 'quiet' : 'bad'),
        ];
  const withArrow = (rows: readonly DrawnRow[], isAnswer: boolean) =>
    rows.map((each, at) => (at === rows.length - 1 ? { ...each, arrow: { lane, isAnswer } } : each));
  return [...withArrow(asked, false), ...withArrow(answered, true)];
}

function beadText({ name, kind, evidence, reason }: Bead): string {
  const why = reason === null ? '' : `: ${say(`reason.${reason}.chip`)}`;
  const basis = evidence === 'observed' ? '' : ` (${say(`evidence.${evidence}`)})`;
  return `${nameOf(name)} ${say(`verdict.${kind}`)}${why}${basis}`;
}

function lookOf({ kind }: Bead): DrawnRow['look'] {
  if (kind === 'rejected') return 'bad';
  if (kind === 'dead-on-arrival' || kind === 'deleted-nothing') return 'withheld';
  return kind === 'unknown' ? 'quiet' : 'ok';
}

const nameOf = (name: Bead['name']): string => text(name) || say('bead.nameless');

function hostText({ url }: Exchange): string {
  const parts = urlParts(url);
  return parts === null ? '?' : parts.host + (parts.port === '' ? '' : `:${parts.port}`);
}

const cut = (words: string, most: number): string => (words.length > most ? `${words.slice(0, most - 1)}…` : words);

/** What XML cannot hold is replaced, what it would take for its own is escaped. */
const escaped = (words: string): string =>
  printable(words)
    .replace(/[\ufffe\uffff]|\p{Cs}/gu, '\ufffd')
    .replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`);
