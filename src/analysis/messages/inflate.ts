/** Code lengths of a Huffman table, as RFC 1951 §3.2.2 numbers its symbols. */
interface Table {
  /** How many codes there are of each length, 1 to 15. */
  readonly counts: Uint16Array;
  /** Symbols in the order of their codes. */
  readonly symbols: Uint16Array;
}

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289,
  16385, 24577,
];
const DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
/** The order in which a dynamic block gives the lengths of its code lengths. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const FIXED_LITERALS = tableOf(
  Uint8Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
);
const FIXED_DISTANCES = tableOf(new Uint8Array(30).fill(5));

/** What came out, and whether it is all: `too-large` = more than was allowed, `broken` = not a deflate stream. */
export interface Inflated {
  readonly octets: Uint8Array;
  readonly end: 'whole' | 'too-large' | 'broken';
}

/**
 * Inflates a raw deflate stream. Never throws; stops at `most` octets, so that a deflate bomb costs no more than that.
 * @param most octets that may come out
 * @see RFC 1951
 */
export function inflate(input: Uint8Array, most: number): Inflated {
  const reader = new Inflater(input, most);
  const end = reader.run();
  return { octets: reader.out.subarray(0, reader.size), end };
}

class Inflater {
  out: Uint8Array;
  size = 0;
  readonly #most: number;
  readonly #input: Uint8Array;
  #at = 0;
  #held = 0;
  #bits = 0;
  #short = false;

  constructor(input: Uint8Array, most: number) {
    this.#input = input;
    this.#most = most;
    this.out = new Uint8Array(Math.min(most, Math.max(1024, input.length * 4)));
  }

  run(): Inflated['end'] {
    for (;;) {
      const isLast = this.#take(1) === 1;
      const end = this.#block(this.#take(2));
      if (end !== 'whole') return end;
      if (this.#short) return 'broken';
      if (isLast) return 'whole';
    }
  }

  #block(kind: number): Inflated['end'] {
    if (kind === 0) return this.#stored();
    if (kind === 1) return this.#compressed(FIXED_LITERALS, FIXED_DISTANCES);
    if (kind === 3) return 'broken';
    const tables = this.#dynamic();
    return tables === null ? 'broken' : this.#compressed(tables[0], tables[1]);
  }

  /** §3.2.4 */
  #stored(): Inflated['end'] {
    this.#held = 0;
    this.#bits = 0;
    const input = this.#input;
    const length = (input[this.#at] ?? 0) | ((input[this.#at + 1] ?? 0) << 8);
    const check = (input[this.#at + 2] ?? 0) | ((input[this.#at + 3] ?? 0) << 8);
    this.#at += 4;
    if ((length ^ 0xffff) !== check || this.#at + length > input.length) return 'broken';
    for (let i = 0; i < length; i++) if (!this.#give(input[this.#at + i] ?? 0)) return 'too-large';
    this.#at += length;
    return 'whole';
  }

  /** §3.2.3 */
  #compressed(literals: Table, distances: Table): Inflated['end'] {
    for (;;) {
      const symbol = this.#symbol(literals);
      if (symbol < 0 || this.#short) return 'broken';
      if (symbol < 256) {
        if (!this.#give(symbol)) return 'too-large';
        continue;
      }
      if (symbol === 256) return 'whole';
      const length = this.#extended(LENGTH_BASE, LENGTH_BITS, symbol - 257);
      const distance = this.#extended(DISTANCE_BASE, DISTANCE_BITS, this.#symbol(distances));
      if (length < 0 || distance < 0 || distance > this.size || this.#short) return 'broken';
      for (let i = 0; i < length; i++) if (!this.#give(this.out[this.size - distance] ?? 0)) return 'too-large';
    }
  }

  /** §3.2.7; null = not a table. */
  #dynamic(): readonly [Table, Table] | null {
    const literals = this.#take(5) + 257;
    const distances = this.#take(5) + 1;
    const lengths = this.#take(4) + 4;
    const own = new Uint8Array(19);
    for (let i = 0; i < lengths; i++) own[LENGTH_ORDER[i] ?? 0] = this.#take(3);
    const table = tableOf(own);
    const all = new Uint8Array(literals + distances);
    for (let at = 0; at < all.length; ) {
      const symbol = this.#symbol(table);
      if (symbol < 0 || this.#short) return null;
      if (symbol < 16) {
        all[at++] = symbol;
        continue;
      }
      if (symbol === 16 && at === 0) return null;
      const repeated = symbol === 16 ? (all[at - 1] ?? 0) : 0;
      const times = symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
      if (at + times > all.length) return null;
      all.fill(repeated, at, at + times);
      at += times;
    }
    return [tableOf(all.subarray(0, literals)), tableOf(all.subarray(literals))];
  }

  #extended(base: readonly number[], bits: readonly number[], symbol: number): number {
    const from = base[symbol];
    return from === undefined ? -1 : from + this.#take(bits[symbol] ?? 0);
  }

  /** The next symbol, bit by bit; -1 = no code of the table. */
  #symbol({ counts, symbols }: Table): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= 15; length++) {
      code |= this.#take(1);
      const count = counts[length] ?? 0;
      if (code - count < first) return symbols[index + code - first] ?? -1;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return -1;
  }

  #take(count: number): number {
    while (this.#bits < count) {
      if (this.#at >= this.#input.length) {
        this.#short = true;
        return 0;
      }
      this.#held |= (this.#input[this.#at++] ?? 0) << this.#bits;
      this.#bits += 8;
    }
    const taken = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#bits -= count;
    return taken;
  }

  #give(octet: number): boolean {
    if (this.size >= this.#most) return false;
    if (this.size === this.out.length) {
      const larger = new Uint8Array(Math.min(this.#most, this.out.length * 2));
      larger.set(this.out);
      this.out = larger;
    }
    this.out[this.size++] = octet;
    return true;
  }
}

function tableOf(lengths: Uint8Array): Table {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const offsets = new Uint16Array(16);
  for (let length = 1; length < 15; length++) offsets[length + 1] = (offsets[length] ?? 0) + (counts[length] ?? 0);
  const symbols = new Uint16Array(lengths.length);
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue;
    symbols[offsets[length] ?? 0] = symbol;
    offsets[length] = (offsets[length] ?? 0) + 1;
  }
  return { counts, symbols };
}
