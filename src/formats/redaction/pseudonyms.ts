import { bytes } from '../../analysis/engine/base/bytes';
import type { Bytes } from '../../analysis/engine/base/units';
import type { Digest } from '../../analysis/facts/digest';
import { type Draw, shapedLike } from './shape';
import { shapedJwt } from './shaped-jwt';

/** A shorter piece of a value is found anywhere by chance. */
const PIECE = 8;
/** How often another draw is tried before the structure is given up. */
const TRIES = 6;
/** A value so short has too few others of its kind to be none of them. */
const TOO_SHORT = 3;

/**
 * Other values in place of recorded ones: equal for equal, different for different, alike in length and structure, and
 * with no piece of eight characters of any recorded value in them.
 */
export class Pseudonyms {
  readonly #digest: Digest;
  readonly #pieces = new Set<string>();
  readonly #values = new Set<string>();
  readonly #given = new Map<string, Bytes>();
  readonly #taken = new Set<string>();
  readonly #drawn = new Map<string, string>();

  /** @param digest in hexadecimal, under a key that is forgotten afterwards: with it, values could be tried one by one */
  constructor(values: Iterable<Bytes>, digest: Digest) {
    this.#digest = digest;
    for (const value of values) {
      this.#values.add(value);
      for (let at = 0; at + PIECE <= value.length; at++) this.#pieces.add(value.slice(at, at + PIECE));
    }
  }

  /** What stands for a value. */
  of(value: Bytes): Bytes {
    if (value === '') return value;
    const known = this.#given.get(value);
    if (known !== undefined) return known;
    const made = this.#made(value);
    this.#given.set(value, made);
    this.#taken.add(made);
    return made;
  }

  /** A text that is no value, in which pieces of values are replaced; the same text where there are none. */
  swept(text: Bytes): Bytes {
    let out = text;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const replaced = this.#withoutPieces(out);
      if (replaced === out) return out;
      out = replaced;
    }
    // What was put in place makes a piece with what stands beside it, again and again.
    return this.of(text);
  }

  #withoutPieces(text: Bytes): Bytes {
    let out = '';
    let done = 0;
    for (let at = 0; at + PIECE <= text.length; at++) {
      if (!this.#pieces.has(text.slice(at, at + PIECE))) continue;
      let end = at + PIECE;
      while (end < text.length && this.#pieces.has(text.slice(end - PIECE + 1, end + 1))) end++;
      out += text.slice(done, at) + this.of(text.slice(at, end) as Bytes);
      done = end;
      at = end - 1;
    }
    return done === 0 ? text : ((out + text.slice(done)) as Bytes);
  }

  #made(value: Bytes): Bytes {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const draw = this.#draw(attempt);
      const made = shapedJwt(value, draw, attempt + 1) ?? shapedLike(value, draw);
      if (this.#isFree(made, value)) return made;
    }
    // No more of its kind are left, or what is kept of its structure is a piece of a value.
    for (let length = value.length, attempt = 0; ; attempt++, length = Math.max(value.length, attempt - TRIES)) {
      const octet = this.#draw(TRIES + attempt)(value);
      const made = Array.from({ length }, (_, place) => LETTERS.charAt(octet(place) % LETTERS.length)).join('') as Bytes;
      if (this.#isFree(made, value)) return made;
    }
  }

  #isFree(made: Bytes, value: Bytes): boolean {
    if (this.#taken.has(made) || (made === value && value.length > TOO_SHORT)) return false;
    if (made.length > TOO_SHORT && this.#values.has(made)) return false;
    for (let at = 0; at + PIECE <= made.length; at++) if (this.#pieces.has(made.slice(at, at + PIECE))) return false;
    return true;
  }

  #draw =
    (attempt: number): Draw =>
    (run) => {
      let hex = '';
      // A long run is read once, not again for each 32 octets drawn from it.
      const seed = this.#octets(run);
      return (place) => {
        while (hex.length < 2 * place + 2) hex += this.#octets(`${attempt} ${hex.length} ${seed}`);
        return Number.parseInt(hex.slice(2 * place, 2 * place + 2), 16);
      };
    };

  /** In hexadecimal. */
  #octets(of: string): string {
    const known = this.#drawn.get(of);
    if (known !== undefined) return known;
    const drawn = this.#digest(bytes(of));
    if (drawn === null || !/^(?:[0-9a-f]{2})+$/.test(drawn)) throw new Error('A redaction needs digests in hexadecimal.');
    this.#drawn.set(of, drawn);
    return drawn;
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
