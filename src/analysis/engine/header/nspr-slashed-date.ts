const FORM = /(\d{1,2})[/-](\d{1,2})[/-](\d{4,5}|\d{1,2})(?![0-9A-Za-z])/y;

export interface SlashedDate {
  readonly end: number;
  /** null = three numbers that are no date: they are passed over. */
  readonly date: { readonly year: number; readonly month: number; readonly day: number } | null;
}

/**
 * Three numbers with slashes or dashes between: month first, unless the first number can only be a day or a year.
 * @returns null where the text at `start` has not this form
 */
export function slashedDate(text: string, start: number): SlashedDate | null {
  FORM.lastIndex = start;
  const found = FORM.exec(text);
  if (found === null) return null;
  const [first = 0, second = 0, third = 0] = found.slice(1).map(Number);
  const end = FORM.lastIndex;
  if (first > 31 || first === 0) {
    if (second > 12 || third > 31) return null;
    return { end, date: { year: fullYear(first), month: second, day: third } };
  }
  if (first > 12 && second > 12) return { end, date: null };
  const year = fullYear(third);
  return { end, date: first > 12 ? { year, month: second, day: first } : { year, month: first, day: second } };
}

const fullYear = (year: number): number => (year < 70 ? year + 2000 : year < 100 ? year + 1900 : year);
