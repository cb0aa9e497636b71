import type { Reason } from '../analysis/engine/verdict/verdict';
import type { VerdictSentence } from '../analysis/story/sentence';
import { isWord, say } from './catalogue';
import { changedText } from './change-text';
import { listText } from './format';
import { scopeText } from './particular-text';

/** The verdict, said: "Not stored: the prefix demands a host-only cookie." */
export function sentenceText(sentence: VerdictSentence): string {
  switch (sentence.kind) {
    case 'plain':
      return say(sentence.key);
    case 'because':
      return say(sentence.key, { why: reasonWords(sentence.reason) });
    case 'open':
      return say(sentence.key, { what: openWords(sentence.missing) });
    case 'survives': {
      const { cookie, parts } = sentence.survivor;
      return say('sentence.survives', { jar: scopeText(cookie, parts), line: scopeText(sentence.target, parts) });
    }
    case 'changed':
      return changedText(sentence.outcome, sentence.attribution);
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

/** What would have to be known, as a list: “the jar was not read, the request's initiator”. */
export const openWords = (missing: readonly string[]): string =>
  listText(missing.map(missingWords)) || say('sentence.nothing-known');
