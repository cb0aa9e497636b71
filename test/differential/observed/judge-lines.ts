import type { SetLine } from '../../../src/analysis/replay/rows/exchange';
import { setting } from './set-truth';
import { cookieText, type Found, type Met } from './statements';
import type { Truth } from './truth';

/** Holds what is said of each Set-Cookie line against what can have become of it. */
export function judgeLines({ exchange, arrival, id }: Met, truth: Truth): readonly Found[] {
  const planned = truth.planned(id);
  if (exchange.received === null || planned === null || exchange.sent.method === 'OPTIONS') return [];
  const where = `${exchange.sent.type} ${exchange.url}`;
  const said = exchange.lines.map(({ line }) => line);
  if (said.join('\n') !== arrival.lines.join('\n')) {
    return [
      { kind: 'observed', what: 'Set-Cookie lines', said: `${where}: ${said.join(' | ')}`, truth: arrival.lines.join(' | ') },
    ];
  }
  return exchange.lines.flatMap((line, index) => {
    const possible = setting(truth, planned.hop, index, arrival);
    const found: Found[] = [];
    const { observed, predicted, stays } = line;
    const text = `${where}: ${line.line}: ${wordsOf(line)}`;
    const only = possible.join(' or ');
    if (observed.outcome !== 'not-observed' && !possible.includes(observed.outcome))
      found.push({
        kind: 'observed',
        what: `line observed ${observed.outcome} by ${observed.by}, was ${only}`,
        said: text,
        truth: only,
      });
    else if (line.agreement === 'differs')
      found.push({
        kind: 'predicted',
        what: `line predicted ${predictedWords(line)}, observed ${observed.outcome}`,
        said: text,
        truth: only,
      });
    else if (predicted.outcome !== 'cannot-tell' && !possible.includes(predicted.outcome))
      found.push({ kind: 'predicted', what: `line predicted ${predictedWords(line)}, was ${only}`, said: text, truth: only });
    for (const cookie of stays) {
      if (!truth.canHaveBeen(cookie, planned.action))
        found.push({
          kind: 'observed',
          what: 'stays',
          said: `${text}: ${cookieText(cookie)} stays`,
          truth: 'no such cookie was in the jar',
        });
    }
    return found;
  });
}

const predictedWords = ({ predicted: { outcome, reasons } }: SetLine): string => [outcome, ...reasons].join(' ');

const wordsOf = (line: SetLine): string =>
  `predicted ${predictedWords(line)}, observed ${JSON.stringify(line.observed)}, ${line.agreement}`;
