import { expect, test } from 'vitest';
import { sessionsIn } from '../../../test/build/sign-in-script';
import { storiesOf } from '../../analysis/story/moments';
import { identityLines } from './identity-lines';

function linesOf(script: string) {
  const sessions = sessionsIn(script);
  const [session] = sessions.sites;
  const [story] = storiesOf(sessions, []);
  if (session === undefined || story === undefined) throw new Error('no site');
  const lines = identityLines(story, session, sessions.roles);
  return { lines, kinds: story.moments.map(({ kind }) => kind) };
}

const SIGN_IN = `
  GET / 200 | sid={A}; HttpOnly
  POST /login [username password] 302 /account | sid={B}; HttpOnly
  -> /account 200
  GET /orders 200
`;

test('the line gets a new letter and another colour at the new id, and is thick from there', () => {
  const { lines, kinds } = linesOf(SIGN_IN);
  expect(lines.map(({ name }) => name)).toEqual(['sid']);
  const at = (kind: string) => lines[0]?.segments[kinds.indexOf(kind as never)];
  expect(at('first-visit')).toMatchObject({ state: 'lives', letter: 'A', place: 0, signedIn: false });
  expect(at('signed-in')).toMatchObject({ letter: 'B', place: 1, signedIn: true, outlives: false });
  expect(lines[0]?.segments.length).toBe(kinds.length);
});

test('the line of a deleted id ends at the sign-out', () => {
  const { lines, kinds } = linesOf(`${SIGN_IN} POST /logout 302 / | sid=; Max-Age=0\n -> / 200`);
  expect(lines[0]?.segments[kinds.indexOf('signed-out')]).toMatchObject({ state: 'ends', signedIn: false, outlives: false });
});

test('the line of an id that a sign-out leaves runs on, and is marked', () => {
  const { lines, kinds } = linesOf(`${SIGN_IN} POST /logout 302 / | bye=1\n -> / 200`);
  expect(kinds).toContain('signed-out');
  expect(lines[0]?.segments[kinds.indexOf('signed-out')]).toMatchObject({ state: 'lives', signedIn: false, outlives: true });
});

test('each credential has a line of its own, and a preference has none', () => {
  const { lines } = linesOf(`
    GET / 200 | sid={A}; HttpOnly | theme=dark
    POST /login [username password] 302 /account | sid={B}; HttpOnly | remember_me={R:40}; Max-Age=8640000; HttpOnly
    -> /account 200
  `);
  expect(lines.map(({ name }) => name)).toEqual(['sid', 'remember_me']);
});
