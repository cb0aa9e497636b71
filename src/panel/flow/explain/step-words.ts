import type { Reason, Step } from '../../../analysis/engine/verdict/verdict';
import { say } from '../../../words/catalogue';
import { listText } from '../../../words/format';

/** What a step asks, in a few words. */
export const stepTitle = ({ id }: Step): string => say(`step.${id}`);

/** The values it looked at. */
export const inputWords = ({ inputs }: Step): string =>
  listText(inputs.map(({ what, value }) => `${say(`input.${what}`)} ${value}`));

/** The reason in three to six words. */
export const reasonChip = (reason: Reason | null): string => (reason === null ? '' : say(`reason.${reason}.chip`));

/** What the reason means, as a sentence of its own. */
export const reasonSentence = (reason: Reason): string => say(`reason.${reason}.sentence`);
