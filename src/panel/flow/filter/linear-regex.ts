import { type Assertion, type Pattern, patternOf } from './regex-syntax';

/** A regular expression of which a test takes time in proportion to the text, whatever the pattern and the text. */
export interface LinearRegex {
  test(text: string): boolean;
}

/** A step of a machine: `to` are the steps that follow it. */
type Step =
  | { readonly kind: 'char'; readonly takes: (char: string) => boolean; readonly to: number }
  | { readonly kind: 'assertion'; readonly what: Assertion; readonly to: number }
  | { readonly kind: 'fork'; to: readonly number[] }
  | { readonly kind: 'match' };

/** A machine of more steps is not made: at worst each character visits each step. */
const MOST_STEPS = 500;
/** How many ways from one state to the next are remembered. */
const MOST_WAYS = 20_000;

/**
 * Compiles a regular expression into a machine that reads each character once and never goes back; the browser's own takes
 * hours for `(a+)+$` on a name of thirty letters, and a page chooses the names.
 * @returns what is wrong: no regular expression, or one that needs going back (look-around, back references) or is too long
 */
export function linearRegex(source: string, flags: string): LinearRegex | 'bad-regex' | 'hard-regex' {
  // They would make an answer depend on the one before.
  const wanted = flags.replace(/[dgy]/g, '');
  if (!isRegex(source, wanted)) return 'bad-regex';
  const pattern = patternOf(source, wanted);
  const steps: Step[] = [{ kind: 'match' }];
  const start = pattern === null ? null : emit(pattern, 0, steps);
  return start === null ? 'hard-regex' : new Machine(steps, start, wanted);
}

function isRegex(source: string, flags: string): boolean {
  try {
    new RegExp(source, flags);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Adds the steps of a pattern in front of `next`. @returns its first step; null = there would be too many */
function emit(pattern: Pattern, next: number, steps: Step[]): number | null {
  if (steps.length > MOST_STEPS) return null;
  switch (pattern.kind) {
    case 'char':
      return steps.push({ kind: 'char', takes: pattern.takes, to: next }) - 1;
    case 'assertion':
      return steps.push({ kind: 'assertion', what: pattern.what, to: next }) - 1;
    case 'sequence':
      return pattern.of.reduceRight<number | null>((to, each) => (to === null ? null : emit(each, to, steps)), next);
    case 'choice': {
      const [only, ...others] = pattern.of;
      if (only && others.length === 0) return emit(only, next, steps);
      const starts = pattern.of.map((each) => emit(each, next, steps));
      return starts.includes(null) ? null : steps.push({ kind: 'fork', to: starts.filter((each) => each !== null) }) - 1;
    }
    case 'repeat':
      return emitRepeat(pattern, next, steps);
    default:
      return pattern satisfies never;
  }
}

function emitRepeat({ of, least, most }: Extract<Pattern, { kind: 'repeat' }>, next: number, steps: Step[]): number | null {
  let start: number | null = next;
  if (most === Number.POSITIVE_INFINITY) {
    const fork = { kind: 'fork' as const, to: [next] as readonly number[] };
    const again = steps.push(fork) - 1;
    const body = emit(of, again, steps);
    if (body === null) return null;
    fork.to = [body, next];
    start = again;
  }
  const optional = most === Number.POSITIVE_INFINITY ? 0 : most - least;
  for (let n = 0; n < optional && start !== null; n++) {
    const body = emit(of, start, steps);
    start = body === null ? null : steps.push({ kind: 'fork', to: [body, next] }) - 1;
  }
  for (let n = 0; n < least && start !== null; n++) start = emit(of, start, steps);
  return start;
}

/** What stands before or after a place of the text. */
type Beside = 'edge' | 'line-end' | 'word' | 'other';

/** Where the machine may be between two characters, and where each character leads from there. */
interface State {
  readonly at: readonly number[];
  readonly before: Beside;
  /** By the code of the character. */
  readonly next: Map<number, State>;
  /** Whether a text that ends here matches; null = no text did. */
  endsMatched: boolean | null;
}

class Machine implements LinearRegex {
  readonly #steps: readonly Step[];
  readonly #start: number;
  readonly #isMultiline: boolean;
  readonly #isUnicode: boolean;
  readonly #isWord: (char: string) => boolean;
  readonly #states = new Map<string, State>();
  #begin: State | null = null;
  #ways = 0;
  /** It leads nowhere else: the text matches. */
  readonly #matched: State = { at: [], before: 'edge', next: new Map(), endsMatched: true };

  constructor(steps: readonly Step[], start: number, flags: string) {
    this.#steps = steps;
    this.#start = start;
    this.#isMultiline = flags.includes('m');
    this.#isUnicode = flags.includes('u');
    // With both flags two letters beyond ASCII count as letters.
    const word = new RegExp('^\\w$', flags.replace(/[^iu]/g, ''));
    this.#isWord = (char) => word.test(char);
  }

  test(text: string): boolean {
    this.#begin ??= this.#state([this.#start], 'edge');
    let state = this.#begin;
    for (let at = 0; at < text.length; at++) {
      const code = this.#isUnicode ? (text.codePointAt(at) ?? 0) : text.charCodeAt(at);
      if (code > 0xffff) at += 1;
      state = state.next.get(code) ?? this.#way(state, code);
      if (state === this.#matched) return true;
    }
    state.endsMatched ??= this.#reached(state, 'edge').has(0);
    return state.endsMatched;
  }

  #way(state: State, code: number): State {
    const next = this.#after(state, String.fromCodePoint(code));
    // Forgetting all costs time once in a while; keeping all could cost memory without end.
    if (this.#ways >= MOST_WAYS) {
      for (const known of this.#states.values()) known.next.clear();
      this.#states.clear();
      this.#begin = null;
      this.#ways = 0;
    }
    state.next.set(code, next);
    this.#ways += 1;
    return next;
  }

  #after(state: State, char: string): State {
    const beside = this.#beside(char);
    const reached = this.#reached(state, beside);
    if (reached.has(0)) return this.#matched;
    const at = new Set<number>();
    for (const place of reached) {
      const step = this.#steps[place];
      if (step?.kind === 'char' && step.takes(char)) at.add(step.to);
    }
    // A match may begin anywhere.
    at.add(this.#start);
    return this.#state(
      [...at].sort((one, other) => one - other),
      beside,
    );
  }

  /** The steps that can be reached without reading on. @param after what comes next */
  #reached({ at, before }: State, after: Beside): ReadonlySet<number> {
    const reached = new Set<number>(at);
    for (const place of reached) {
      const step = this.#steps[place];
      if (step?.kind === 'fork') for (const to of step.to) reached.add(to);
      if (step?.kind === 'assertion' && this.#holds(step.what, before, after)) reached.add(step.to);
    }
    return reached;
  }

  #holds(what: Assertion, before: Beside, after: Beside): boolean {
    const isEnd = (beside: Beside): boolean => beside === 'edge' || (this.#isMultiline && beside === 'line-end');
    switch (what) {
      case 'begin':
        return isEnd(before);
      case 'end':
        return isEnd(after);
      case 'word-border':
        return (before === 'word') !== (after === 'word');
      case 'no-word-border':
        return (before === 'word') === (after === 'word');
      default:
        return what satisfies never;
    }
  }

  #beside(char: string): Beside {
    if (/^[\n\r\u2028\u2029]$/.test(char)) return 'line-end';
    return this.#isWord(char) ? 'word' : 'other';
  }

  #state(at: readonly number[], before: Beside): State {
    const key = `${before} ${at.join()}`;
    const known = this.#states.get(key);
    if (known) return known;
    const state: State = { at, before, next: new Map(), endsMatched: null };
    this.#states.set(key, state);
    return state;
  }
}
