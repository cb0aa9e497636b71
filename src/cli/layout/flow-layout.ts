/** Where a request's answer stands, if its URL leaves room. */
const ANSWER_COLUMN = 78;
const INDENT = ' '.repeat(8);
const LABEL_WIDTH = 10;

/** A head with something at its right, and lines below it. */
export const block = (head: string, right: string, lines: readonly string[]): string =>
  [`${head.padEnd(ANSWER_COLUMN)}  ${right}`.trimEnd(), ...lines, ''].join('\n');

/** A line of a block: mark, label and what is said. */
export const row = (mark: string, label: string, what: string): string =>
  `${INDENT}${mark.padEnd(1)} ${label.padEnd(LABEL_WIDTH)} ${what}`.trimEnd();

export const aside = (what: string): string => `${INDENT}${what}`;
