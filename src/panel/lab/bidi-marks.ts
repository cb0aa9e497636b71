/** Characters that turn the direction of what stands around them: a field that shows them shows a line in another order than it has. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** What stands for each in the editor, one for one, so that no place in the line moves: private characters, which turn nothing. */
const STANDING_IN = /[\ue01c\ue00e\ue00f\ue02a-\ue02e\ue066-\ue069]/g;

/** A text as the editor shows it. One that has private characters of its own stays as it is. */
export const editable = (line: string): string =>
  line.search(TURNING) < 0 || line.search(STANDING_IN) >= 0
    ? line
    : line.replace(TURNING, (char) => String.fromCharCode(0xe000 | (char.charCodeAt(0) & 0xff)));

/** The text that is meant by what the editor shows. @param before what was meant before it was edited */
export function meant(shown: string, before: string): string {
  const isOwn = before.search(STANDING_IN) >= 0;
  return isOwn ? shown : shown.replace(STANDING_IN, (char) => String.fromCharCode(turningFor(char.charCodeAt(0) & 0xff)));
}

const turningFor = (low: number): number => (low === 0x1c ? 0x061c : 0x2000 | low);

/** The turning character that this stands for, as `U+202E`; null = it is none. */
export function turningName(char: string): string | null {
  if (char.search(STANDING_IN) < 0) return null;
  return `U+${turningFor(char.charCodeAt(0) & 0xff)
    .toString(16)
    .toUpperCase()
    .padStart(4, '0')}`;
}
