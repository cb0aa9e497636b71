import { expect, test } from 'vitest';
import { ROWS } from '../session/roles/names/known-names';
import { frameworkOf, recognisedOwners } from './recognise';

test('every owner it knows bears cookies in the table of names, or is recognised by how values are wrapped', () => {
  const owners = new Set([...ROWS.map(({ owner }) => owner), 'Flask']);
  expect([...recognisedOwners].filter((owner) => !owners.has(owner))).toEqual([]);
});

test('leads from a name’s owner to settings', () => {
  expect(frameworkOf('WordPress')).toBe('php');
  expect(frameworkOf('Google Analytics')).toBeNull();
  expect(frameworkOf(null)).toBeNull();
});
