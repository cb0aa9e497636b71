import about from './en/about.json';
import attributes from './en/attributes.json';
import cookies from './en/cookies.json';
import explain from './en/explain.json';
import findings from './en/findings.json';
import flow from './en/flow.json';
import grant from './en/grant.json';
import lab from './en/lab.json';
import reasons from './en/reasons.json';
import roles from './en/roles.json';
import session from './en/session.json';
import settings from './en/settings.json';
import shell from './en/shell.json';
import signin from './en/signin.json';
import states from './en/states.json';

interface Message {
  readonly message: string;
  readonly description?: string;
}

// One line a file, so that two people can add theirs at once.
const catalogue = {
  ...about,
  ...attributes,
  ...cookies,
  ...explain,
  ...findings,
  ...flow,
  ...grant,
  ...lab,
  ...reasons,
  ...roles,
  ...session,
  ...settings,
  ...shell,
  ...signin,
  ...states,
} satisfies Record<string, Message>;

export type WordKey = keyof typeof catalogue;

/** What `.one` and `.other` follow. */
export type CountedKey = WordKey extends infer Key ? (Key extends `${infer Stem}.other` ? Stem : never) : never;

type Slots = Readonly<Record<string, string | number>>;

let transform: ((message: string) => string) | null = null;

/** Sends every message through `change` (the pseudo-locale of the tests); null ends it. */
export function pseudo(change: ((message: string) => string) | null): void {
  transform = change;
}

/**
 * The text of a message, its `$SLOT$` places filled.
 * @param slots by the slot's name in any case; a slot that is not given stays visible as `$SLOT$`
 */
export function say(key: WordKey, slots: Slots = {}): string {
  const { message } = catalogue[key];
  const filled = (transform ? transform(message) : message).replace(/\$([A-Z_]+)\$/g, (place, slot: string) => {
    const value = slots[slot.toLowerCase()] ?? slots[slot];
    return value === undefined ? place : String(value);
  });
  return filled;
}

const plural = new Intl.PluralRules('en');
const number = new Intl.NumberFormat('en');

/** The message for a number of things; `$COUNT$` is the number with its thousands grouped. */
export function sayCount(stem: CountedKey, count: number, slots: Slots = {}): string {
  const form = plural.select(count) === 'one' ? 'one' : 'other';
  return say(`${stem}.${form}` as WordKey, { count: number.format(count), ...slots });
}

/** Whether the catalogue has this key: for keys made from what a recording holds. */
export function isWord(key: string): key is WordKey {
  return Object.hasOwn(catalogue, key);
}
