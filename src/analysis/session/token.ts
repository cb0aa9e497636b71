import type { Bytes } from '../facts/units';
import { readable } from './value/base64';
import { Budget } from './value/budget';
import { noteText } from './value/contents';
import { base64, bigIp, form, json, serialised, url } from './value/encodings';
import { type EntropyBound, entropyBound } from './value/entropy';
import { jwe, jwt } from './value/jwt';

import {
  aspnet,
  djangoSigned,
  expressSigned,
  fernet,
  iron,
  itsdangerous,
  laravel,
  paseto,
  rails,
  tokenAndHash,
  wordpress,
} from './value/protected';
import type { Around, Format, JwtClaims, Layer, TokenReading } from './value/reading';
import { open, type Recogniser } from './value/recogniser';

/** The first that knows the text decides, so the narrow forms come before the wide. */
const RECOGNISERS: readonly Recogniser[] = [
  url,
  jwt,
  jwe,
  expressSigned,
  wordpress,
  tokenAndHash,
  fernet,
  paseto,
  laravel,
  aspnet,
  iron,
  rails,
  itsdangerous,
  djangoSigned,
  bigIp,
  serialised,
  json,
  base64,
  form,
];

/** Wrappings that only carry another. */
const WRAPPERS: ReadonlySet<Format> = new Set(['url', 'base64']);

/**
 * Reads a cookie's value: takes off its wrappings (at most 4 deep, 4 kB each, 16 kB in all), decodes tokens without
 * verifying them, and notes what is worth knowing. The reading is as secret as the value, its notes are not.
 * @param around when it was seen and when its cookie expires, for what a token's times are held against
 */
export function readToken(value: Bytes, around: Around = { at: null, cookieExpires: null }): TokenReading {
  const budget = new Budget();
  const claims: JwtClaims[] = [];
  const layer = peel(value, 0, { budget, around, claims });
  return {
    format: telling(layer).format,
    layer,
    jwt: claims[0] ?? null,
    notes: budget.notes,
    entropy: boundOf(value, layer),
  };
}

interface Work {
  readonly budget: Budget;
  readonly around: Around;
  readonly claims: JwtClaims[];
}

function peel(text: string, depth: number, work: Work): Layer {
  if (!work.budget.allows(text.length, depth)) return { format: 'plain', parts: [], inside: [] };
  for (const recognise of RECOGNISERS) {
    const known = recognise(text, work.budget, work.around);
    if (known === null) continue;
    if (known.jwt !== null) work.claims.push(known.jwt);
    return {
      format: known.format,
      parts: known.parts,
      inside: known.inside.map((inner) => peel(inner, depth + 1, work)),
    };
  }
  const plain = readable(text as Bytes);
  if (plain === null) return { format: 'plain', parts: [], inside: [] };
  noteText(plain, work.budget);
  return { format: 'plain', parts: [open('text', plain)], inside: [] };
}

/** The outermost layer that is more than a wrapper. */
function telling(layer: Layer): Layer {
  const inner = layer.inside[0];
  return WRAPPERS.has(layer.format) && inner !== undefined && inner.format !== 'plain' ? telling(inner) : layer;
}

/** The bound of what is random in the value: of a signed id the id, else the value as it stands. */
function boundOf(value: string, layer: Layer): EntropyBound {
  const outer = telling(layer);
  const id = outer.parts.find((part) => part.name === 'value' || part.name === 'token')?.text;
  if (id !== undefined && id !== null) return entropyBound(id);
  const decoded = layer.format === 'url' ? layer.parts[0]?.text : null;
  return entropyBound(decoded ?? value);
}
