import { createSecretKey, type KeyObject, randomUUID } from 'node:crypto';
import { type JWTPayload, jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import type { Switches } from '../web/switches';
import { tokenCookie } from './cookies';

/** Without the port: every server of the shop takes the tokens of every other. */
const ISSUER = 'http://shop.localhost';
const HOUR = 60 * 60;

/**
 * Tokens that are the session themselves (JWT). Any server with the key can check one, and none keeps a list of those it
 * gave; to take one back before its time, its id must be remembered until then.
 */
export class Tokens {
  readonly #key: KeyObject;
  readonly #switches: Switches;
  readonly #revoked = new Set<string>();

  constructor(secret: string, switches: Switches) {
    this.#key = createSecretKey(secret, 'utf8');
    this.#switches = switches;
  }

  /** A token for a user, signed and valid for as long as its cookie lives. @param now seconds since the epoch */
  async issue(user: string, now: number): Promise<string> {
    const payload = this.#claims(user, now);
    if (this.#switches.has('jwt-alg-none')) return new UnsecuredJWT(payload).encode();
    const jku = this.#switches.has('jwt-key-from-header') ? { jku: `${ISSUER}/keys` } : {};
    return new SignJWT(payload).setProtectedHeader({ alg: 'HS256', typ: 'JWT', ...jku }).sign(this.#key);
  }

  #claims(user: string, now: number): JWTPayload {
    const claims: JWTPayload = { sub: user, iss: ISSUER, jti: randomUUID(), iat: now };
    if (!this.#switches.has('jwt-no-audience')) claims.aud = ISSUER;
    if (this.#switches.has('jwt-personal-data'))
      Object.assign(claims, { email: `${user}@example.com`, phone_number: '+15550100123' });
    if (this.#switches.has('token-too-large')) claims.profile = 'x'.repeat(5000);
    if (this.#switches.has('token-in-chunks')) claims.profile = 'x'.repeat(7000);
    const end =
      now + (this.#switches.has('jwt-outlives-cookie') ? HOUR : Number(tokenCookie(this.#switches).options.maxAge ?? 15 * 60));
    if (!this.#switches.has('jwt-no-exp')) claims.exp = this.#switches.has('jwt-time-misread') ? end * 1000 : end;
    return claims;
  }

  /** The user of a token that is ours, in time and not taken back; else null. */
  async userOf(token: string): Promise<string | null> {
    const payload = await this.#payloadOf(token);
    if (payload === null || this.#revoked.has(payload.jti ?? '')) return null;
    return payload.sub ?? null;
  }

  /** Takes a token back: it is refused from now on. */
  async revoke(token: string): Promise<void> {
    if (this.#switches.has('jwt-outlives-sign-out')) return;
    const payload = await this.#payloadOf(token);
    if (payload?.jti !== undefined) this.#revoked.add(payload.jti);
  }

  async #payloadOf(token: string): Promise<JWTPayload | null> {
    const expected = this.#switches.has('jwt-no-audience') ? { issuer: ISSUER } : { issuer: ISSUER, audience: ISSUER };
    try {
      if (this.#switches.has('jwt-alg-none')) return UnsecuredJWT.decode(token, expected).payload;
      return (await jwtVerify(token, this.#key, { ...expected, algorithms: ['HS256'] })).payload;
    } catch {
      return null; // Not a token of ours, or no longer: who brings it is nobody.
    }
  }
}
