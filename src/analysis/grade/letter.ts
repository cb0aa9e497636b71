import { BANDS, LETTERS, type Letter } from './weights';

/** The letter of a score from 0 to 100. */
export function letterOf(score: number): Letter {
  return LETTERS.find((letter) => score >= BANDS[letter]) ?? 'F';
}

/** First and last score of a letter: 70 to 79 for a C. @internal */
export function bandOf(letter: Letter): { readonly from: number; readonly to: number } {
  const above = LETTERS[LETTERS.indexOf(letter) - 1];
  return { from: BANDS[letter], to: above === undefined ? 100 : BANDS[above] - 1 };
}

/** The next better letter and how many points it is away; null = there is none. */
export function nextLetter(score: number): { readonly letter: Letter; readonly points: number } | null {
  const above = LETTERS[LETTERS.indexOf(letterOf(score)) - 1];
  return above === undefined ? null : { letter: above, points: BANDS[above] - score };
}
