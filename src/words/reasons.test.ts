import { expect, test } from 'vitest';
import { LINE_NOTE_KINDS } from '../analysis/engine/header/parsed-line';
import { SEND_REASONS, SET_REASONS } from '../analysis/engine/verdict/cdp-names';
import { SEND_STEPS } from '../analysis/engine/verdict/steps/send';
import { SET_STEPS } from '../analysis/engine/verdict/steps/set';
import { isWord, say, type WordKey } from './catalogue';
import reasons from './en/reasons.json';

const REASONS = [...new Set([...SET_REASONS, ...SEND_REASONS])];

/** Steps that the replay puts before the engine's: a request without credentials. */
const OF_REPLAY: readonly string[] = ['set-credentials', 'send-credentials'];

const missing = (keys: readonly string[]) =>
  keys.filter((key) => !isWord(key)).map((key) => `${key}: write its text in src/words/en/reasons.json`);

test('every reason has a chip, a clause and a sentence', () => {
  expect(missing(REASONS.flatMap((id) => [`reason.${id}.chip`, `reason.${id}.why`, `reason.${id}.sentence`]))).toEqual([]);
});

test('a chip has three to six words', () => {
  const chips = REASONS.map((id) => say(`reason.${id}.chip` as WordKey));
  expect(chips.filter((chip) => chip.split(' ').length < 3 || chip.split(' ').length > 6)).toEqual([]);
});

test('every step and every note has its words', () => {
  expect(missing([...SET_STEPS, ...SEND_STEPS].map(({ id }) => `step.${id}`))).toEqual([]);
  expect(missing(LINE_NOTE_KINDS.map((kind) => `note.${kind}`))).toEqual([]);
});

test('no words are left of a reason, step or note that is gone', () => {
  const known = new Set<string>([
    ...REASONS,
    ...[...SET_STEPS, ...SEND_STEPS].map(({ id }) => id),
    ...LINE_NOTE_KINDS,
    ...OF_REPLAY,
  ]);
  const left = Object.keys(reasons).filter((key) => /^(reason|step|note)\./.test(key) && !known.has(key.split('.')[1] ?? ''));
  expect(left).toEqual([]);
});

test('a step without words is told where to write them', () => {
  expect(missing(['step.set-new'])).toEqual(['step.set-new: write its text in src/words/en/reasons.json']);
});
