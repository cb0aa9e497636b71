import { printable } from '../../words/printable';
/** Text that is HTML already. */
export interface Markup {
  readonly markup: string;
}

/** Takes text for HTML as it stands: for what we wrote ourselves. */
export const markup = (text: string): Markup => ({ markup: text });

/** HTML with values put in: text is escaped, markup and lists of it are not. */
export const html = (parts: TemplateStringsArray, ...values: readonly (string | Markup | readonly Markup[])[]): Markup =>
  markup(parts.reduce((all, part, at) => `${all}${inserted(values[at - 1] ?? '')}${part}`));

function inserted(value: string | Markup | readonly Markup[]): string {
  if (typeof value === 'string') return escaped(value);
  return 'markup' in value ? value.markup : value.map((each) => each.markup).join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Control and direction characters are shown as escapes: they would hide or turn round what stands there. */
const escaped = (text: string): string =>
  text.replace(/[^\n\t]+/g, printable).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
