import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

interface Remembrance {
  readonly user: string;
  readonly digest: Buffer;
  readonly until: number;
}

/**
 * "Remember me": sign-ins that outlive the session. The cookie holds `selector.secret`; the server keeps only a digest of
 * the secret, and a token works once: each use gives a new one, so a stolen copy is noticed when the second of the two
 * comes back.
 */
export class Remembered {
  readonly #bySelector = new Map<string, Remembrance>();

  /** A new token for a user. @param until milliseconds since the epoch */
  remember(user: string, until: number): string {
    const selector = randomBytes(9).toString('base64url');
    const secret = randomBytes(24).toString('base64url');
    this.#bySelector.set(selector, { user, digest: digestOf(secret), until });
    return `${selector}.${secret}`;
  }

  /** Uses a token up: its user, or null if it is unknown, wrong or too old. @param now milliseconds since the epoch */
  redeem(token: string, now: number): string | null {
    const [selector = '', secret = ''] = token.split('.');
    const found = this.#bySelector.get(selector);
    if (found === undefined) return null;
    this.#bySelector.delete(selector);
    return found.until > now && timingSafeEqual(found.digest, digestOf(secret)) ? found.user : null;
  }

  forget(token: string): void {
    this.#bySelector.delete(token.split('.')[0] ?? '');
  }
}

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
