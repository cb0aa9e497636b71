import type { Bytes } from '../../engine/base/units';
import { remembered } from '../../engine/site/remembered';
import { readable } from '../../messages/base64';
import { Budget } from './budget';
import { noteText } from './contents';
import { base64, bigIp, form, json, percentEncoded, serialised } from './encodings';
import { type EntropyBound, entropyBound } from './entropy';
import { jwe, jwt } from './jwt';

import {
  aspnet,
  djangoSigned,
  encryptedPassword,
  expressSigned,
  fernet,
  iron,
  itsdangerous,
  laravelToken,
  paseto,
  plug,
  railsToken,
  sodium,
  tokenAndHash,
  wordpressToken,
} from './protected';
import type { Around, Format, JwtClaims, Layer, TokenReading } from './reading';
import { type Recogniser, readablePart } from './recogniser';

/** The first that knows the text decides, so the narrow forms come before the wide. */
const RECOGNISERS: readonly Recogniser[] = [
  percentEncoded,
  jwt,
  jwe,
  expressSigned,
  wordpressToken,
  encryptedPassword,
  tokenAndHash,
  sodium,
  fernet,
  paseto,
  laravelToken,
  aspnet,
  iron,
  plug,
  railsToken,
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

/** The format of a value, remembered: the story asks it of the same values again and again. */
export const formatOf = remembered((value: string): Format => readToken(value as Bytes).format, 4096);

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
  return { format: 'plain', parts: [readablePart('text', plain)], inside: [] };
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
