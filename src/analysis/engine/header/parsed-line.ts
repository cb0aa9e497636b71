import type { Bytes } from '../base/units';

/** Half-open range of octets in the raw line. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type SameSite = 'strict' | 'lax' | 'none' | 'absent';
export type Priority = 'low' | 'medium' | 'high';

export const ATTRIBUTE_NAMES = [
  'expires',
  'max-age',
  'domain',
  'path',
  'secure',
  'httponly',
  'samesite',
  'partitioned',
  'priority',
] as const;
export type AttributeName = (typeof ATTRIBUTE_NAMES)[number];

/** A Set-Cookie line as read, nothing judged: what the engine works on. Texts are trimmed, not decoded. */
export interface SetCookie {
  /** As received. */
  readonly line: Bytes;
  readonly name: Bytes;
  readonly value: Bytes;
  /** Whether the name-value pair had an equals sign; `k1` alone is nameless in the spec, a name in Firefox. */
  readonly hasEquals: boolean;
  /** The counting occurrence's text; null = the attribute is absent (or each occurrence was ignored). */
  readonly domain: Bytes | null;
  readonly path: Bytes | null;
  readonly maxAge: Bytes | null;
  readonly expires: Bytes | null;
  readonly sameSite: SameSite;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly partitioned: boolean;
  readonly priority: Priority;
}

export interface Attribute {
  /** null = not an attribute of the standard. */
  readonly known: AttributeName | null;
  readonly name: Bytes;
  readonly value: Bytes;
  readonly hasEquals: boolean;
  /** Name, equals sign and value, without the white space around them. */
  readonly span: Span;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
  /** Whether this occurrence decides (not ignored, and the last of its name). */
  readonly counts: boolean;
}

/** What struck the parser about a line. Spans of one list do not overlap. */
export interface Note {
  readonly kind: NoteKind;
  readonly span: Span;
}

/** @internal */
export const LINE_NOTE_KINDS = [
  'control-character',
  'tab-inside',
  'empty-pair',
  'nameless',
  'pair-too-long',
  'pair-near-limit',
  'attribute-too-long',
  'attribute-repeated',
  'attribute-unknown',
  'attribute-empty',
  'value-for-flag',
  'samesite-unknown',
  'max-age-invalid',
  'max-age-empty',
  'expires-invalid',
  'expires-beside-max-age',
  'lifetime-capped',
  'domain-leading-dot',
  'domain-empty',
  'domain-non-ascii',
  'path-not-absolute',
  'path-non-ascii',
  'priority-unknown',
  'non-ascii',
  'not-utf8',
  'quoted-value',
  'unencoded-character',
] as const;
export type NoteKind = (typeof LINE_NOTE_KINDS)[number];

/** A line with every part placed: what views colour and rules read. */
export interface ParsedLine extends SetCookie {
  readonly nameSpan: Span;
  readonly valueSpan: Span;
  readonly attributes: readonly Attribute[];
  readonly notes: readonly Note[];
}

/** A line with everything placed, about to be noted. */
export type PlacedLine = Omit<ParsedLine, 'notes'>;
