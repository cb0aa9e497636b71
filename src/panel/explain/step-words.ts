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

/** What would have to be known. */
export function missingWords(missing: string): string {
  const key = `missing.${missing}`;
  return isWord(key) ? say(key) : missing;
}

/** The reason as a clause that follows "Not stored: " or "Not sent: ". */
export function reasonWords(reason: Reason | null | undefined): string {
  if (!reason) return say('sentence.unknown-why');
  const key = `reason.${reason}.why`;
  return isWord(key) ? say(key) : reason;
}
