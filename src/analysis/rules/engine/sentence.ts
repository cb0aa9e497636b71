import { text } from '../../engine/base/bytes';
import type { Bytes, Seconds } from '../../engine/base/units';
import { byCount, LIST, NUMBER } from '../../session/shared/english';

/** A piece of what a server or standard wrote, to be shown as such: never markup, never part of our own sentence. */
interface Code {
  readonly code: string;
}

/** A sentence for the user: our words and pieces of code. Holds no cookie value. */
export type Sentence = readonly (string | Code)[];

/**
 * Our words with things of the recording put in: a string becomes code, a number text, a sentence is joined.
 * `s`Add ${'HttpOnly'} to ${cookie.name}``
 */
export function s(words: TemplateStringsArray, ...slots: readonly (string | number | Sentence)[]): Sentence {
  const pieces: (string | Code)[] = [];
  const put = (piece: string | Code): void => {
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else if (piece !== '') pieces.push(piece);
  };
  for (const [at, word] of words.entries()) {
    put(word);
    const slot = slots[at];
    if (slot === '') put(NAMELESS);
    else if (typeof slot === 'string') put({ code: text(slot as Bytes) });
    else if (typeof slot === 'number') put(NUMBER.format(slot));
    else if (slot !== undefined) slot.forEach(put);
  }
  return pieces;
}

/** Stands for the name of a cookie that has none. */
const NAMELESS = 'the cookie without a name';

/** The sentence as plain text. */
export function plain(sentence: Sentence): string {
  return sentence.map((piece) => (typeof piece === 'string' ? piece : piece.code)).join('');
}

/** Several things: "`a`, `b` and `c`", at most `limit` of them by name. */
export function listOf(things: readonly string[], limit = 4): Sentence {
  const named = things.slice(0, things.length > limit ? limit - 1 : limit);
  const rest = things.length - named.length;
  const shown: readonly Sentence[number][] = named.map((thing) => (thing === '' ? NAMELESS : { code: text(thing as Bytes) }));
  const items = rest > 0 ? [...shown, `${NUMBER.format(rest)} more`] : shown;
  const places = items.map((_, at) => String(at));
  return LIST.formatToParts(places).flatMap(({ type, value }) => (type === 'literal' ? [value] : (items[Number(value)] ?? [])));
}

/** Several of our own words: "a name and an address". */
export const listedWords = (words: readonly string[]): string => LIST.format(words);

const STEPS = [
  { unit: 'year', size: 365 * 86400, from: 2 * 365 * 86400 },
  { unit: 'day', size: 86400, from: 2 * 86400 },
  { unit: 'hour', size: 3600, from: 2 * 3600 },
  { unit: 'minute', size: 60, from: 2 * 60 },
  { unit: 'second', size: 1, from: 0 },
] as const;

/** A length of time in words, rounded: "15 minutes", "400 days". */
export function lasting(time: Seconds): Sentence {
  const { unit, size } = STEPS.find((step) => time >= step.from) ?? STEPS[4];
  return [new Intl.NumberFormat('en-GB', { style: 'unit', unit, unitDisplay: 'long' }).format(Math.round(time / size))];
}

/** "1 request", "3 requests". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${NUMBER.format(count)} ${byCount(count, noun, plural)}`;
}
