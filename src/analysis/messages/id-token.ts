import { bytes } from '../engine/base/bytes';
import { type Instant, instant } from '../engine/base/units';
import type { Digest } from '../facts/digest';
import type { SignInMessage } from '../facts/sign-in-message';
import { fromBase64, jsonObject } from './base64';
import { bareMessage, shortText } from './message';

const LONGEST = 64 * 1024;

/**
 * What an ID token says, its signature not verified; null = it is not a JWT that can be read (an encrypted one among them).
 * @see OpenID Connect Core 1.0 §2
 */
export function readIdToken(value: string, digest: Digest): SignInMessage | null {
  if (value.length > LONGEST) return bareMessage('id-token', ['too-large']);
  const [, payload, ...rest] = value.split('.');
  const claims = payload === undefined || rest.length !== 1 ? null : jsonObject(fromBase64(payload));
  if (claims === null) return null;
  const { iss, aud, nonce } = claims;
  return {
    ...bareMessage('id-token'),
    issuer: shortText(textOf(iss)),
    audience: shortText(textOf(Array.isArray(aud) ? aud[0] : aud)),
    issuedAt: secondsOf(claims.iat),
    notOnOrAfter: secondsOf(claims.exp),
    nonce: typeof nonce === 'string' ? digest(bytes(nonce)) : null,
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const secondsOf = (value: unknown): Instant | null =>
  typeof value === 'number' && Number.isFinite(value) ? instant(value * 1000) : null;
