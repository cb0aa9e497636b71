import type { Bytes } from '../engine/base/units';
import type { ParsedLine } from '../engine/header/parsed-line';

/** What stands in a line and was not meant to be there. */
export type LineShape =
  /** Another cookie begins in the line: two were joined by a comma. `at` is where it begins. */
  | { readonly kind: 'joined'; readonly name: Bytes; readonly at: number }
  /** The value ended at a semicolon that was meant as part of it: what follows became attributes that nobody knows. */
  | { readonly kind: 'cut-value'; readonly rest: Bytes };

/** A comma, and behind it a name of a cookie with its value. A date has a comma too, but no equals sign behind it. */
const NEXT_COOKIE = /,\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)=/;
/** Where a comma belongs to what it stands in. */
const IN_DATE = /^expires$/i;

/** @see RFC 6265bis §3: Set-Cookie fields must not be folded into one */
export function lineShape(line: ParsedLine): LineShape | null {
  return joined(line) ?? cutValue(line);
}

function joined({ line, attributes }: ParsedLine): LineShape | null {
  for (const attribute of attributes) {
    const { start, end } = attribute.span;
    const from = IN_DATE.test(attribute.name) ? afterDate(line.slice(start, end)) : 0;
    const found = NEXT_COOKIE.exec(line.slice(start + from, end));
    if (found?.[1] !== undefined) {
      const at = start + from + found.index + found[0].length - found[1].length - 1;
      return { kind: 'joined', name: found[1] as Bytes, at };
    }
  }
  return null;
}

/** Where the date of `Expires=Wed, 21 Oct 2037 07:28:00 GMT` ends. */
function afterDate(attribute: string): number {
  const date = /\d{2}:\d{2}:\d{2}(?:\s*(?:GMT|UTC|[+-]\d{4}))?/i.exec(attribute);
  return date === null ? attribute.length : date.index + date[0].length;
}

/** Attributes that servers invent and nobody means as part of a value. */
const INVENTED =
  /^(?:version|comment|commenturl|discard|port|host|hostonly|session|creation|created|lastaccess|same-site|http-only)$/i;

/** What follows the value and no browser knows looks like its rest where it is built as the value is. */
function cutValue({ attributes, value }: ParsedLine): LineShape | null {
  const rest: Bytes[] = [];
  for (const { known, name, value: own, hasEquals } of attributes) {
    if (known !== null || INVENTED.test(name)) break;
    rest.push((hasEquals ? `${name}=${own}` : name) as Bytes);
  }
  const isBuiltAlike = rest.some((part) => ['=', ':', '|'].some((sign) => value.includes(sign) && part.includes(sign)));
  const isOdd = rest.some((part) => /[&|,"{}[\]]/.test(part));
  const isOpen = /^["{[(]/.test(value) && !/["}\])]$/.test(value);
  return rest.length > 0 && (isOpen || isOdd || isBuiltAlike) ? { kind: 'cut-value', rest: rest.join(';') as Bytes } : null;
}
