/** Character sets from small to large; the first that holds every character counts. */
const ALPHABETS = [
  { name: 'digits', size: 10, holds: /^[0-9]*$/ },
  { name: 'hexadecimal', size: 16, holds: /^(?:[0-9a-f]*|[0-9A-F]*)$/ },
  { name: 'base32', size: 32, holds: /^(?:[a-z2-7]*|[A-Z2-7]*)$/ },
  { name: 'lower-case and digits', size: 36, holds: /^(?:[0-9a-z]*|[0-9A-Z]*)$/ },
  { name: 'letters and digits', size: 62, holds: /^[0-9A-Za-z]*$/ },
  { name: 'base64url', size: 64, holds: /^[0-9A-Za-z_-]*$/ },
  { name: 'base64', size: 64, holds: /^[0-9A-Za-z+/=]*$/ },
  { name: 'printable', size: 94, holds: /^[\x21-\x7e]*$/ },
  { name: 'octets', size: 256, holds: /^[\s\S]*$/ },
] as const;

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?([0-9a-f])[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
/** Random bits of a UUID by version (RFC 9562 §5). Versions 3 and 5 are hashes: nothing random need be in them. */
const UUID_BITS: Readonly<Record<string, number>> = { '1': 14, '2': 0, '3': 0, '4': 122, '5': 0, '6': 62, '7': 74, '8': 122 };

/**
 * An upper bound of the randomness in a value: how many values of that length and alphabet there are.
 * It cannot say whether the source is random: a counter in 32 hex digits has the same bound as a random id.
 */
export interface EntropyBound {
  readonly bits: number;
  readonly alphabet: string;
  /** Characters counted. */
  readonly length: number;
  /** The value has the form of a UUID of this version; null = it has not. */
  readonly uuid: string | null;
}

/** The bound of one value. An empty value has 0 bits. */
export function entropyBound(value: string): EntropyBound {
  const uuid = value.includes('-') ? (UUID.exec(value)?.[1] ?? null) : null;
  const alphabet = alphabetOf(value);
  const free = uuid === null ? Math.floor(value.length * Math.log2(alphabet.size)) : (UUID_BITS[uuid] ?? 122);
  return { bits: free, alphabet: alphabet.name, length: value.length, uuid };
}

/** What several ids of one cookie show together. */
export interface IdSeries {
  /** The bound once characters that never change are left out. */
  readonly bits: number;
  readonly staticCharacters: number;
  /** They count up: what comes next can be guessed. */
  readonly sequential: boolean;
}

/**
 * Compares ids issued one after another.
 * @param values in the order of issue
 * @returns null for fewer than two different values, which show nothing
 */
export function idSeries(values: readonly string[]): IdSeries | null {
  const distinct = [...new Set(values)];
  const first = distinct[0];
  if (first === undefined || distinct.length < 2) return null;
  const bound = Math.min(...distinct.map((value) => entropyBound(value).bits));
  const sameLength = distinct.every((value) => value.length === first.length);
  let fixed = 0;
  if (sameLength) for (let i = 0; i < first.length; i++) if (distinct.every((value) => value[i] === first[i])) fixed++;
  const perCharacter = first.length === 0 ? 0 : bound / first.length;
  return {
    bits: Math.floor(bound - fixed * perCharacter),
    staticCharacters: fixed,
    sequential: distinct.length >= 3 && countsUp(distinct),
  };
}

/** Whether the part that differs is a number, decimal or hexadecimal, that grows by small steps (at most 1000). */
function countsUp(values: readonly string[]): boolean {
  return growsBySmallSteps(values, /^(.*?)(\d{1,15})$/, 10) || growsBySmallSteps(values, /^(.*?)([0-9a-f]{1,8})$/i, 16);
}

function growsBySmallSteps(values: readonly string[], form: RegExp, radix: number): boolean {
  let before: { readonly lead: string; readonly number: number } | null = null;
  for (const value of values) {
    const match = form.exec(value);
    if (match?.[2] === undefined) return false;
    const now = { lead: match[1] ?? '', number: Number.parseInt(match[2], radix) };
    if (before !== null) {
      const step = now.number - before.number;
      if (now.lead !== before.lead || step <= 0 || step > 1000) return false;
    }
    before = now;
  }
  return true;
}

function alphabetOf(value: string): { readonly name: string; readonly size: number } {
  return ALPHABETS.find((alphabet) => alphabet.holds.test(value)) ?? { name: 'octets', size: 256 };
}
