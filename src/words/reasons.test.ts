import { expect, test } from 'vitest';
import { NOTE_KINDS } from '../analysis/header/parsed-line';
import { SEND_STEPS } from '../analysis/verdict/send-steps';
import { SET_STEPS } from '../analysis/verdict/set-steps';
import { SEND_REASONS, SET_REASONS } from '../analysis/verdict/verdict';
import { isWord, say, type WordKey } from './catalogue';
import reasons from './en/reasons.json';

const REASONS = [...new Set([...SET_REASONS, ...SEND_REASONS])];

const missing = (keys: readonly string[]) => keys.filter((key) => !isWord(key));

test('every reason has a chip, a clause and a sentence', () => {
  expect(missing(REASONS.flatMap((id) => [`reason.${id}.chip`, `reason.${id}.why`, `reason.${id}.sentence`]))).toEqual([]);
});

test('a chip has three to six words', () => {
  const chips = REASONS.map((id) => say(`reason.${id}.chip` as WordKey));
  expect(chips.filter((chip) => chip.split(' ').length < 3 || chip.split(' ').length > 6)).toEqual([]);
});

test('every step and every note has its words', () => {
  expect(missing([...SET_STEPS, ...SEND_STEPS].map(({ id }) => `step.${id}`))).toEqual([]);
  expect(missing(NOTE_KINDS.map((kind) => `note.${kind}`))).toEqual([]);
});

test('no words are left of a reason, step or note that is gone', () => {
  const known = new Set<string>([...REASONS, ...[...SET_STEPS, ...SEND_STEPS].map(({ id }) => id), ...NOTE_KINDS]);
  const left = Object.keys(reasons).filter((key) => /^(reason|step|note)\./.test(key) && !known.has(key.split('.')[1] ?? ''));
  expect(left).toEqual([]);
});
