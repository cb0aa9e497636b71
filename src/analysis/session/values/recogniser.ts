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

/** A part of a token that can be shown. */
export const readablePart = (name: string, text: string): TokenPart => ({ name, text, octets: text.length });
/** A part of a token of which only the size is known: encrypted, or a signature. @param octets its size */
export const unreadablePart = (name: string, octets: number): TokenPart => ({ name, text: null, octets });
