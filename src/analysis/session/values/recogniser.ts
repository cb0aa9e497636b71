import type { Budget } from './budget';
import type { Around, Format, JwtClaims, TokenPart } from './reading';

/** A wrapping recognised: what it is and the texts within that are worth looking into. */
export interface Recognised {
  readonly format: Format;
  readonly parts: readonly TokenPart[];
  readonly inside: readonly string[];
  readonly jwt: JwtClaims | null;
}

/** Knows one wrapping; null = this is not it. Never throws, whatever the text. */
export type Recogniser = (text: string, budget: Budget, around: Around) => Recognised | null;

/** A layer without claims of its own. */
export const found = (format: Format, parts: readonly TokenPart[], inside: readonly string[] = []): Recognised => ({
  format,
  parts,
  inside,
  jwt: null,
});

export const readablePart = (name: string, text: string): TokenPart => ({ name, text, octets: text.length });
export const closed = (name: string, octets: number): TokenPart => ({ name, text: null, octets });
