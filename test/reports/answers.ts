import { corrected } from '../../src/analysis/fixes/correct';
import type { Replay } from '../../src/analysis/replay/replay';
import type { Exchange, Row } from '../../src/analysis/replay/rows/exchange';
import { remedyOfLine } from '../../src/analysis/rules/bead-remedy';
import { whatBecame } from '../../src/analysis/story/bead';
import { changeSentence, lineSentence, sentSentence } from '../../src/analysis/story/sentence';
import { type Explained, explained } from '../../src/panel/flow/explain/explained';
import { attributionWords, candidatesText } from '../../src/words/change-text';
import { sentenceText } from '../../src/words/verdict-text';
import { changesOf } from '../build/rows';

/** What is said of each Set-Cookie line: "sid (deleted-nothing, observed): Deleted nothing …". */
export const saidOfLines = (exchange: Exchange | undefined): readonly string[] =>
  exchange?.lines.map((line) => {
    const { kind, evidence } = whatBecame(line);
    return `${line.parsed.name} (${kind}, ${evidence}): ${sentenceText(lineSentence(line))}`;
  }) ?? [];

/** What is said of each cookie that went out. */
export const saidOfSent = (exchange: Exchange | undefined): readonly string[] =>
  exchange?.cookies.map((sent) => `${sent.name}: ${sentenceText(sentSentence(sent, exchange))}`) ?? [];

/** What is said of each change that no response of the tab explains, with who can have done it. */
export const saidOfChanges = (replay: { readonly rows: readonly Row[] }): readonly string[] =>
  changesOf(replay).map((row) => {
    const { attribution } = row;
    const more = attribution.kind === 'not-recorded' ? ` ${candidatesText(attribution)}` : '';
    return `${row.change.cookie.name}: ${sentenceText(changeSentence(row))} (${attributionWords(attribution)})${more}`;
  });

/** The explanation of a line, as the panel shows it. */
export function explainedLine(replay: Replay, exchange: Exchange | undefined, index = 0): Explained {
  const found = exchange && explained(exchange, `${exchange.id}/lines/${index}`, replay);
  if (!found) throw new Error('there is no such line');
  return found;
}

/** The explanation of a cookie that did not go (or, with `cookies`, of one that did). */
export function explainedCookie(
  replay: Replay,
  exchange: Exchange | undefined,
  list: 'withheld' | 'cookies' = 'withheld',
  index = 0,
): Explained {
  const found = exchange && explained(exchange, `${exchange.id}/${list}/${index}`, replay);
  if (!found) throw new Error('there is no such cookie');
  return found;
}

/** The corrected line that the explanation offers; null = none. */
export function fixedLine({ fixable }: Explained, replay: { readonly rows: readonly Row[] }): string | null {
  const line = fixable?.list === 'lines' ? fixable.exchange.lines[fixable.index] : undefined;
  const remedy = fixable && line ? remedyOfLine(fixable.exchange, line, replay.rows) : null;
  return remedy?.edits ? corrected(remedy.edits) : null;
}
