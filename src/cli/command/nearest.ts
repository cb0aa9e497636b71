import { distance } from '../../analysis/rules/engine/distance';

/** Letters that may be wrong for a word still to be meant: every third, and never more than these. */
const TYPOS = 3;
/** So many words are listed even where one of them is near. */
const FEW = 4;

/** The word that was likely meant; null = none is near. The dashes of an option say nothing of it. */
function nearest(word: string, words: readonly string[]): string | null {
  const bare = (text: string) => text.toLowerCase().replace(/^-+/, '');
  const ranked = words.map((each) => ({ each, far: distance(bare(word), bare(each)) }));
  const [best] = ranked.sort((a, b) => a.far - b.far);
  return best !== undefined && best.far <= Math.min(TYPOS, Math.ceil(bare(word).length / 3)) ? best.each : null;
}

/** "There is no x. Did you mean y?", or what there is. */
export function noSuch(what: string, word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  const meant = near === null ? '' : ` Did you mean ${near}?`;
  const known = near === null || (words.length > 1 && words.length <= FEW) ? ` Known: ${words.join(' ')}` : '';
  return `${what} ${word}: there is none.${meant}${known}`;
}
