import attributes from './en/attributes.json';
import flow from './en/flow.json';
import reasons from './en/reasons.json';
import shell from './en/shell.json';
import states from './en/states.json';

interface Message {
  readonly message: string;
  readonly description?: string;
}

const catalogue = { ...attributes, ...flow, ...reasons, ...shell, ...states } satisfies Record<string, Message>;

export type WordKey = keyof typeof catalogue;

let transform: ((message: string) => string) | null = null;

/** Sends every message through `change` (the pseudo-locale of the tests); null ends it. */
export function pseudo(change: ((message: string) => string) | null): void {
  transform = change;
}

/**
 * The text of a message, its `$SLOT$` places filled.
 * @param slots by the slot's name in any case; a slot that is not given stays visible as `$SLOT$`
 */
export function say(key: WordKey, slots: Readonly<Record<string, string | number>> = {}): string {
  const { message } = catalogue[key];
  const filled = (transform ? transform(message) : message).replace(/\$([A-Z_]+)\$/g, (place, slot: string) => {
    const value = slots[slot.toLowerCase()] ?? slots[slot];
    return value === undefined ? place : String(value);
  });
  return filled;
}
