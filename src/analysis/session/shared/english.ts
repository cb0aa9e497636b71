/** Rules and requirements bear their own texts, in British English: "a, b and c". */
export const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });
export const NUMBER = new Intl.NumberFormat('en-GB');
const PLURAL = new Intl.PluralRules('en-GB');

/** The form of a word that agrees with a number: `is` or `are`. */
export function byCount(count: number, one: string, other: string): string {
  return PLURAL.select(count) === 'one' ? one : other;
}
