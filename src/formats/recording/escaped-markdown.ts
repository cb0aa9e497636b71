import { printable } from '../../words/printable';

/** What Markdown or HTML would take for its own is escaped; an @ would call somebody of that name. */
export const escapedMarkdown = (text: string): string =>
  printable(text).replace(/[\\`*_{}[\]<>()#|~&@]/g, (char) => (char === '@' ? '&#64;' : `\\${char}`));
