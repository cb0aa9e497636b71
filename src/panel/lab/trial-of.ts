import { text } from '../../analysis/facts/bytes';
import type { Exchange } from '../../analysis/replay/exchange';
import type { Occasion, Trial } from './trial';

/** A recorded line as a trial: the same line, from the same place, as far as the recording tells. */
export function trialOf(exchange: Exchange, index: number): Trial | null {
  const line = exchange.lines[index];
  if (!line) return null;
  const { sent } = exchange;
  const as: Occasion =
    sent.type === 'document' ? 'page' : sent.type === 'subdocument' ? 'frame' : sent.type === 'image' ? 'image' : 'fetch';
  const top = as === 'page' ? (sent.initiator ?? '') : (sent.topLevelUrl ?? sent.initiator ?? '');
  return {
    line: text(line.line),
    url: exchange.url,
    as,
    top: top === 'null' ? '' : top,
    method: sent.method === 'POST' ? 'POST' : 'GET',
  };
}
