/** A regular expression as a tree, without what captures and greediness are for: only whether it matches is asked. */
export type Pattern =
  | { readonly kind: 'char'; readonly takes: (char: string) => boolean }
  | { readonly kind: 'assertion'; readonly what: Assertion }
  | { readonly kind: 'sequence' | 'choice'; readonly of: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly of: Pattern; readonly least: number; readonly most: number };

export type Assertion = 'begin' | 'end' | 'word-border' | 'no-word-border';

/**
 * Takes a regular expression apart.
 * @param source a valid pattern of these flags, for that is not checked here
 * @returns null for what takes more than one pass over the text: back references, look-around; and for local flags and the flag v
 */
export function patternOf(source: string, flags: string): Pattern | null {
  if (flags.includes('v')) return null;
  const parser = new Parser(source, flags);
  const whole = parser.choice();
  return parser.isSupported ? whole : null;
}

const ENDLESS = Number.POSITIVE_INFINITY;

const UNICODE = /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u\{[\da-fA-F]+\}|[pP]\{[^}]*\})/y;
const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|c[A-Za-z]|0[0-7]{0,2}|[\s\S])/y;
const CLASS = /\[(?:\\[\s\S]|[^\]\\])*\]/y;
const QUANTIFIER = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/y;
const GROUP = /\((?:\?:|\?<(?![=!])[^>]*>|(?!\?))/y;
/** Back references, and escapes that mean something else without groups or a letter, which nobody writes. */
const REFERENCE = /\\(?:[1-9k]|c(?![A-Za-z]))/y;

class Parser {
  isSupported = true;
  #at = 0;
  readonly #source: string;
  readonly #flags: string;

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags;
  }

  choice(): Pattern {
    const of = [this.#sequence()];
    while (this.#skips('|')) of.push(this.#sequence());
    return { kind: 'choice', of };
  }

  #sequence(): Pattern {
    const of: Pattern[] = [];
    while (this.isSupported && this.#at < this.#source.length && !this.#isAt('|') && !this.#isAt(')')) of.push(this.#repeated());
    return { kind: 'sequence', of };
  }

  #repeated(): Pattern {
    const of = this.#atom();
    const found = this.#take(QUANTIFIER);
    if (!found) return of;
    const [text, least, comma, most] = found;
    const isOnce = text.startsWith('?');
    if (least === undefined) return { kind: 'repeat', of, least: text.startsWith('+') ? 1 : 0, most: isOnce ? 1 : ENDLESS };
    return { kind: 'repeat', of, least: Number(least), most: comma === undefined ? Number(least) : Number(most || ENDLESS) };
  }

  #atom(): Pattern {
    if (this.#isAt('(')) return this.#group();
    if (this.#skips('^')) return { kind: 'assertion', what: 'begin' };
    if (this.#skips('$')) return { kind: 'assertion', what: 'end' };
    if (this.#skips('\\b')) return { kind: 'assertion', what: 'word-border' };
    if (this.#skips('\\B')) return { kind: 'assertion', what: 'no-word-border' };
    if (this.#take(REFERENCE)) this.isSupported = false;
    const unicode = this.#flags.includes('u');
    const escaped = (unicode ? this.#take(UNICODE) : null) ?? this.#take(ESCAPE) ?? this.#take(CLASS);
    if (escaped) return { kind: 'char', takes: this.#taker(escaped[0]) };
    const char = unicode ? String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0) : this.#source.charAt(this.#at);
    this.#at += char.length;
    return { kind: 'char', takes: this.#taker(char) };
  }

  #group(): Pattern {
    // Else it is `(?=`, `(?!`, `(?<=`, `(?<!` or `(?i:`.
    this.isSupported &&= this.#take(GROUP) !== null;
    const of = this.choice();
    this.#skips(')');
    return of;
  }

  /** Whether one character is taken is asked of the browser's own engine, which has no way to go back there. */
  #taker(atom: string): (char: string) => boolean {
    const flags = this.#flags.replace(/[^isu]/g, '');
    if (atom !== '.' && atom.length === 1 && !flags.includes('i')) return (char) => char === atom;
    const one = new RegExp(`^${/^[\\[.]/.test(atom) ? atom : atom.replace(/[{}\]/]/, '\\$&')}$`, flags);
    return (char) => one.test(char);
  }

  #isAt(text: string): boolean {
    return this.#source.startsWith(text, this.#at);
  }

  #skips(text: string): boolean {
    const is = this.#isAt(text);
    if (is) this.#at += text.length;
    return is;
  }

  /** @param what sticky */
  #take(what: RegExp): RegExpExecArray | null {
    what.lastIndex = this.#at;
    const found = what.exec(this.#source);
    if (found) this.#at += found[0].length;
    return found;
  }
}
