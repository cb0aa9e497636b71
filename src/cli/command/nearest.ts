import { distance } from '../../analysis/rules/engine/distance';

/** Letters that may be wrong for a word still to be meant. */
const TYPOS = 3;

/** The word that was likely meant; null = none is near. */
function nearest(word: string, words: readonly string[]): string | null {
  const ranked = words.map((each) => ({ each, far: distance(word.toLowerCase(), each.toLowerCase()) }));
  const [best] = ranked.sort((a, b) => a.far - b.far);
  return best !== undefined && best.far <= Math.min(TYPOS, Math.max(1, Math.ceil(word.length / 2))) ? best.each : null;
}

/** "There is no x. Did you mean y?", or what there is. */
export function noSuch(what: string, word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  return near === null
    ? `${what} ${word}: there is none. Known: ${words.join(' ')}`
    : `${what} ${word}: there is none. Did you mean ${near}?`;
}
