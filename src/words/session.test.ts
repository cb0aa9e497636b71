import { expect, it } from 'vitest';
import { EVIDENCE_KINDS } from '../analysis/session/evidence';
import { ROLES } from '../analysis/session/role-kinds';
import { NOTE_KINDS } from '../analysis/session/value/reading';
import { say, type WordKey } from './catalogue';

const keys: readonly string[] = [
  ...ROLES.flatMap((role) => [`role.${role}`, `role.${role}.what`]),
  ...EVIDENCE_KINDS.map((kind) => `session.evidence.${kind}`),
  ...NOTE_KINDS.map((kind) => `session.note.${kind}`),
];

it.each(keys)('%s has words', (key) => {
  expect(say(key as WordKey)).not.toBe('');
});
