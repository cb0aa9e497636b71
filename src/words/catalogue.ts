import changes from './en/changes.json';
import diagram from './en/diagram.json';
import incidents from './en/incidents.json';
import length from './en/length.json';
import particulars from './en/particulars.json';
import policy from './en/policy.json';
import reasons from './en/reasons.json';
import script from './en/script.json';
import settings from './en/settings.json';
import shell from './en/shell.json';
import states from './en/states.json';
import { isOne, numberText } from './format';
import type { LaterWords } from './later-words';
import type { LessonTexts } from './lesson-texts';

interface Message {
  readonly message: string;
  readonly description?: string;
}

// One line a file, so that two people can add theirs at once. What the first view does not say is in later-words.ts.
const first = {
  ...changes,
  ...diagram,
  ...incidents,
  ...length,
  ...particulars,
  ...policy,
  ...reasons,
  ...script,
  ...settings,
  ...shell,
  ...states,
} satisfies Record<string, Message>;

const catalogue: Record<string, Message> = { ...first };

/** Adds words that are loaded later. */
export function addWords(words: Readonly<Record<string, Message>>): void {
  Object.assign(catalogue, words);
}

export type WordKey = keyof typeof first | keyof LaterWords | keyof LessonTexts;

/** What `.one` and `.other` follow. */
export type CountedKey = WordKey extends infer Key ? (Key extends `${infer Stem}.other` ? Stem : never) : never;

type Slots = Readonly<Record<string, string | number>>;

let transform: ((message: string) => string) | null = null;

/** Sends every message through `change` (the pseudo-locale of the tests); null ends it. @internal */
export function pseudo(change: ((message: string) => string) | null): void {
  transform = change;
}

/**
 * The text of a message, its `$SLOT$` places filled.
 * @param slots by the slot's name in any case, numbers with their thousands grouped; one that is not given stays visible as `$SLOT$`
 */
export function say(key: WordKey, slots: Slots = {}): string {
  // A word that is not loaded is a fault, and its key says which.
  const message = catalogue[key]?.message ?? key;
  const filled = (transform ? transform(message) : message).replace(/\$([A-Z_]+)\$/g, (place, slot: string) => {
    const value = slots[slot.toLowerCase()] ?? slots[slot];
    return value === undefined ? place : typeof value === 'number' ? numberText(value) : value;
  });
  return filled;
}

/** The message for a number of things; `$COUNT$` is the number with its thousands grouped. */
export function sayCount(stem: CountedKey, count: number, slots: Slots = {}): string {
  const form = isOne(count) ? 'one' : 'other';
  return say(`${stem}.${form}` as WordKey, { count: numberText(count), ...slots });
}

/** Whether the catalogue has this key: for keys made from what a recording holds. */
export function isWord(key: string): key is WordKey {
  return Object.hasOwn(catalogue, key);
}
