// The catalogue is written in British English; all numbers, plural forms and lists of the panel and the terminal are made here.
const LOCALE = 'en-GB';
const NUMBER = new Intl.NumberFormat(LOCALE);
const PLURAL = new Intl.PluralRules(LOCALE);
const LIST = new Intl.ListFormat(LOCALE, { type: 'unit' });
const CHOICE = new Intl.ListFormat(LOCALE, { type: 'disjunction' });

/** A number with its thousands grouped: "12,345". */
export const numberText = (count: number): string => NUMBER.format(count);

/** A number with so many places behind the point: "1.20". */
export const decimalText = (count: number, places: number): string =>
  new Intl.NumberFormat(LOCALE, { minimumFractionDigits: places, maximumFractionDigits: places }).format(count);

/** Several things: "a, b, c". */
export const listText = (things: readonly string[]): string => LIST.format(things);

/** One of several things: "a, b or c". */
export const choiceText = (things: readonly string[]): string => CHOICE.format(things);

/** Whether English uses the singular for this count. */
export const isOne = (count: number): boolean => PLURAL.select(count) === 'one';
