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

const UNPRINTABLE = /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text from a server that may go to a terminal: what would steer it is written as an escape. */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
