import { expect, it } from 'vitest';
import { EVIDENCE_KINDS } from '../analysis/session/shared/evidence';
import { ROLES } from '../analysis/session/shared/role-kinds';
import { TOKEN_NOTE_KINDS } from '../analysis/session/values/reading';
import { isWord, say, type WordKey } from './catalogue';
import { evidenceText } from './evidence-text';

const keys: readonly string[] = [
  ...ROLES.flatMap((role) => [`role.${role}`, `role.${role}.what`]),
  ...EVIDENCE_KINDS.map((kind) => `session.evidence.${kind}`),
  ...TOKEN_NOTE_KINDS.map((kind) => `session.note.${kind}`),
];

it.each(keys)('%s has words', (key) => {
  expect(say((isWord(key) ? key : `${key}.other`) as WordKey)).not.toBe('');
});

it('says how often in the singular and in the plural', () => {
  const reused = (count: number) => evidenceText({ kind: 'reused', slots: { count } });
  expect([reused(1), reused(3)]).toEqual(['Sent in 1 request', 'Sent in 3 requests']);
  expect(evidenceText({ kind: 'long-lived', slots: { days: 1 } })).toBe('It was set with a lifetime of 1 day');
  expect(evidenceText({ kind: 'name-has-word', slots: { word: 'sid' } })).toBe('The name contains the word “sid”');
});
