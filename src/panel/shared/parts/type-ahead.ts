import { type KeyboardEvent, useRef } from 'react';

/** Letters that follow each other within so many milliseconds are one text. */
const PAUSE = 800;

/**
 * Puts letters that are typed one after the other together. Null for a key that is no letter of a text: white space,
 * digits and signs with a meaning of their own, and any key that is held with another.
 */
export function useTypeAhead(): (event: KeyboardEvent) => string | null {
  const typed = useRef({ text: '', at: 0 });
  return ({ key, timeStamp, ctrlKey, metaKey, altKey }) => {
    if (key.length !== 1 || ctrlKey || metaKey || altKey || /[\s/?\d]/.test(key)) return null;
    const goesOn = timeStamp - typed.current.at < PAUSE;
    typed.current = { text: (goesOn ? typed.current.text : '') + key.toLowerCase(), at: timeStamp };
    return typed.current.text;
  };
}

/**
 * The next of `count` things that fits, going round: a single letter leads on from where one is, several may stay.
 * -1 = none fits.
 */
export function nextMatch(fits: (index: number) => boolean, count: number, from: number, letters: number): number {
  for (let step = letters > 1 ? 0 : 1; step <= count; step++) {
    const index = (Math.max(0, from) + step) % count;
    if (fits(index)) return index;
  }
  return -1;
}
