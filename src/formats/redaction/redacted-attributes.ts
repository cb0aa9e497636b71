import type { Bytes } from '../../analysis/engine/base/units';

/** Attributes whose values are words of the standard, hosts or times. */
const KNOWN = /^(?:domain|expires|max-age|samesite|secure|httponly|partitioned|priority)$/i;
/** What is shorter is a number or a word of a misspelt attribute. */
const SHORT = 8;

/** How what stands in attributes is replaced. */
interface Replacements {
  readonly path: (path: Bytes) => Bytes;
  readonly value: (value: Bytes) => Bytes;
}

/**
 * What follows the value in a Set-Cookie line. A semicolon ends a value: the rest of one that holds some stands there as an
 * attribute that nobody knows.
 * @param attributes from the first semicolon on
 */
export const redactedAttributes = (attributes: Bytes, { path, value }: Replacements): Bytes =>
  attributes.replace(/;(\s*)([^;=]*)(?:=([^;]*))?/g, (whole, lead: string, name: string, written: string | undefined) => {
    const known = name.trim();
    if (written === undefined) return known.length < SHORT ? whole : `;${lead}${path(name as Bytes)}`;
    if (KNOWN.test(known)) return whole;
    const isPath = /^path$/i.test(known);
    return `;${lead}${name}=${isPath ? path(written as Bytes) : written.length < SHORT ? written : value(written as Bytes)}`;
  }) as Bytes;
