import type { Reason, Step } from '../../analysis/verdict/verdict';
import { isWord, say } from '../../words/catalogue';

/** What a step asks, in a few words. */
export function stepTitle(step: Step): string {
  const key = `step.${step.id}`;
  return isWord(key) ? say(key) : step.id;
}

/** The values it looked at. */
export function sawWords({ saw }: Step): string {
  return saw.map(({ what, value }) => `${sawName(`saw.${what}`, what)} ${value}`).join(', ');
}

const sawName = (key: string, what: string): string => (isWord(key) ? say(key) : what);

/** The reason in three to six words. */
export const reasonChip = (reason: Reason | null): string => (reason === null ? '' : say(`reason.${reason}.chip`));

/** What the reason means, as a sentence of its own. */
export const reasonSentence = (reason: Reason): string => say(`reason.${reason}.sentence`);
