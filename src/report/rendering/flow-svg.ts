import { say } from '../../words/catalogue';
import { listText } from '../../words/format';
import type { ReportedRequest } from '../model/report-schema';
import { comparedName } from './diff-words';
import { html, type Markup } from './html';
import { clockText } from './report-words';

/** In units of the drawing, which is as wide as a telephone: a wide page shows it larger, not emptier. */
const WIDTH = 420;
const LEFT = 8;
const RIGHT = WIDTH - 8;
const LINE = 17;
const GAP = 12;
/** Characters that fit on a line. */
const FITS = 58;

type Tone = 'plain' | 'quiet' | 'good' | 'bad';
interface Words {
  readonly text: string;
  readonly tone: Tone;
}

/** Requests below one another, the browser at the left and the server at the right: what went, what stayed, what came back. */
export function flowSvg(requests: readonly ReportedRequest[]): Markup | '' {
  if (requests.length === 0) return '';
  const drawn: Markup[] = [];
  let top = GAP;
  for (const request of requests) {
    const { markup, height } = exchangeAt(request, top);
    drawn.push(markup);
    top += height + GAP;
  }
  const told = requests.map((request) => listText(wordsOf(request).map(({ text }) => text))).join('. ');
  return html`<svg class="flow" viewBox="0 0 ${String(WIDTH)} ${String(top)}" role="img" aria-label="${say('audit.flow')}">
<desc>${told}</desc>
<line class="lane" x1="${String(LEFT)}" y1="0" x2="${String(LEFT)}" y2="${String(top)}"/>
<line class="lane" x1="${String(RIGHT)}" y1="0" x2="${String(RIGHT)}" y2="${String(top)}"/>
${drawn}
</svg>`;
}

function exchangeAt(request: ReportedRequest, top: number): { readonly markup: Markup; readonly height: number } {
  const [head, ...rest] = wordsOf(request);
  const out = rest.slice(0, askCount(request));
  const back = rest.slice(askCount(request));
  const askLine = top + LINE + 6;
  const answerLine = askLine + out.length * LINE + LINE + 10;
  return {
    height: answerLine + Math.max(0, back.length - 1) * LINE - top + 6,
    markup: html`<g>
${texts(head === undefined ? [] : [head], top + LINE - 3)}
<line class="ask" x1="${String(LEFT)}" y1="${String(askLine)}" x2="${String(RIGHT)}" y2="${String(askLine)}"/>
<path class="head" d="M${String(RIGHT)} ${String(askLine)}l-8 -4v8z"/>
${texts(out, askLine + LINE - 2)}
${texts(back.slice(0, 1), answerLine - 5)}
<line class="answer" x1="${String(LEFT)}" y1="${String(answerLine)}" x2="${String(RIGHT)}" y2="${String(answerLine)}"/>
<path class="head" d="M${String(LEFT)} ${String(answerLine)}l8 -4v8z"/>
${texts(back.slice(1), answerLine + LINE - 2)}
</g>`,
  };
}

const texts = (words: readonly Words[], top: number): readonly Markup[] =>
  words.map(
    ({ text, tone }, at) =>
      html`<text class="${tone}" x="${String(LEFT + 8)}" y="${String(top + at * LINE)}">${shortened(text)}</text>`,
  );

/** The request, what it carried and what stayed; the answer, and what became of its lines. */
const wordsOf = (request: ReportedRequest): readonly Words[] => [
  { text: `${clockText(request.at)}  ${request.method} ${request.address}`, tone: 'plain' },
  { text: `${say('flow.sent')}: ${listText(request.sent.map(comparedName)) || say('flow.none')}`, tone: 'quiet' },
  ...(request.withheld.length === 0
    ? []
    : [{ text: `${say('flow.withheld')}: ${listText(request.withheld.map(comparedName))}`, tone: 'bad' } as const]),
  { text: request.error ?? (request.status === null ? say('flow.waiting') : String(request.status)), tone: answerTone(request) },
  ...request.lines.map(
    ({ cookie, became, basis }): Words => ({
      text: `${comparedName(cookie)}: ${say(`verdict.${became}`)} [${say(`evidence.${basis}`)}]`,
      tone: became === 'rejected' || became === 'dead-on-arrival' ? 'bad' : became === 'unknown' ? 'quiet' : 'good',
    }),
  ),
];

const askCount = ({ withheld }: ReportedRequest): number => (withheld.length === 0 ? 1 : 2);

const answerTone = ({ status, error }: ReportedRequest): Tone =>
  error !== null || (status !== null && status >= 400) ? 'bad' : 'quiet';

const shortened = (text: string): string => (text.length > FITS ? `${text.slice(0, FITS - 1)}…` : text);
