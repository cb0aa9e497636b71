import { text } from '../../facts/bytes';
import type { Bytes, Seconds } from '../../facts/units';

/** A piece of what a server or standard wrote, to be shown as such: never markup, never part of our own sentence. */
export interface Code {
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
    if (typeof slot === 'string') put({ code: text(slot as Bytes) });
    else if (typeof slot === 'number') put(grouped(slot));
    else if (slot !== undefined) slot.forEach(put);
  }
  return pieces;
}

/** The sentence as plain text. */
export function plain(sentence: Sentence): string {
  return sentence.map((piece) => (typeof piece === 'string' ? piece : piece.code)).join('');
}

/** Several things: "`a`, `b` and `c`", at most `limit` of them by name. */
export function listed(things: readonly string[], limit = 4): Sentence {
  const shown = things.slice(0, things.length > limit ? limit - 1 : limit);
  const rest = things.length - shown.length;
  return shown.flatMap((thing, at): Sentence => {
    const last = at === shown.length - 1;
    const joint = at === 0 ? '' : last && rest === 0 ? ' and ' : ', ';
    return [...(joint === '' ? [] : [joint]), { code: text(thing as Bytes) }, ...(last && rest > 0 ? [` and ${rest} more`] : [])];
  });
}

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
  return [counted(Math.round(time / size), unit)];
}

/** "1 request", "3 requests". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`;
}

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
