import type { Budget } from './budget';
import type { Around, Format, JwtClaims, Part } from './reading';

/** A wrapping recognised: what it is and the texts within that are worth looking into. */
export interface Recognised {
  readonly format: Format;
  readonly parts: readonly Part[];
  readonly inside: readonly string[];
  readonly jwt: JwtClaims | null;
}

/** Knows one wrapping; null = this is not it. Never throws, whatever the text. */
export type Recogniser = (text: string, budget: Budget, around: Around) => Recognised | null;

/** A layer without claims of its own. */
export const found = (format: Format, parts: readonly Part[], inside: readonly string[] = []): Recognised => ({
  format,
  parts,
  inside,
  jwt: null,
});

export const open = (name: string, text: string): Part => ({ name, text, octets: text.length });
export const closed = (name: string, octets: number): Part => ({ name, text: null, octets });
