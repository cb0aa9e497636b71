import type { Sentence } from '../analysis/story/sentence';
import type { Reason } from '../analysis/verdict/verdict';
import { isWord, say } from './catalogue';

/** The verdict, said: "Not stored: the prefix demands a host-only cookie." */
export function sentenceText(sentence: Sentence): string {
  switch (sentence.kind) {
    case 'plain':
      return say(sentence.key);
    case 'because':
      return say(sentence.key, { why: reasonWords(sentence.reason) });
    case 'open':
      return say(sentence.key, { what: openWords(sentence.missing) });
    default:
      return sentence satisfies never;
  }
}

/** The reason as a clause that follows "Not stored: " or "Not sent: ". */
export function reasonWords(reason: Reason | null | undefined): string {
  if (!reason) return say('sentence.unknown-why');
  const key = `reason.${reason}.why`;
  return isWord(key) ? say(key) : reason;
}

/** What would have to be known. */
export function missingWords(missing: string): string {
  const key = `missing.${missing}`;
  return isWord(key) ? say(key) : missing;
}

export const openWords = (missing: readonly string[]): string =>
  missing.map(missingWords).join(', ') || say('sentence.nothing-known');
