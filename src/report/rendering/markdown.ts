/** What Markdown or HTML would take for its own is escaped. */
export const escapedMarkdown = (text: string): string =>
  text.replace(/[\x00-\x1f\x7f]/g, ' ').replace(/[\\`*_{}[\]<>()#|~&@]/g, (char) => (char === '@' ? '&#64;' : `\\${char}`));
