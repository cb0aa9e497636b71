import { expect, it } from 'vitest';
import { aTrace, digestOf } from '../../../test/build/trace';
import { Replay } from '../replay/replay';
import { accountSessions } from '../session/account-sessions';
import { sessionsOf } from '../session/sessions';
import { storiesOf } from './moments';
import { compareSessions } from './session-comparison';
import { storyOfSession } from './session-story';

const TWO_ACCOUNTS = `
  GET /account 302 /login | cart={C:20}
  -> /login 200
  POST /login [user=alice@mail.example password] 302 /account | sid={A}; HttpOnly
  -> /account 200
  GET /orders 200
  POST /logout 302 /login
  -> /login 200
  POST /login [user=robert@mail.example password] 302 /account | sid={B}; HttpOnly
  -> /account 200
`;

function two(lines: string) {
  const { rows } = new Replay().add(aTrace('https://app.example', lines));
  const sessions = sessionsOf(rows, digestOf);
  const [site] = sessions.sites;
  const [story] = storiesOf(sessions, rows);
  if (site === undefined || story === undefined) throw new Error('the trace visits no site');
  const [a, b] = accountSessions(site).map((session) => ({ session, lives: site.lives }));
  if (a === undefined || b === undefined) throw new Error('the trace has fewer than two sessions');
  return { a, b, story };
}

it('tells what two sessions of one site differ in', () => {
  const { a, b } = two(TWO_ACCOUNTS);
  const compared = compareSessions(a, b, true);
  expect(compared.a).toMatchObject({ account: 1, carriers: ['sid'], end: 'sign-out', left: ['sid'] });
  expect(compared.b).toMatchObject({ account: 2, carriers: ['sid'], end: null, left: [] });
  expect([...compared.differing].toSorted()).toEqual(expect.arrayContaining(['account', 'end', 'left']));
  expect(compared.differing.has('carriers')).toBe(false);
});

it('names what stays from one account to the next, and an id that both have', () => {
  const { a, b } = two(TWO_ACCOUNTS);
  expect(compareSessions(a, b, true)).toMatchObject({ sameIds: [], sameValues: ['cart'] });
  const kept = two(TWO_ACCOUNTS.replace('sid={B}', 'sid={A}'));
  expect(compareSessions(kept.a, kept.b, true).sameIds).toEqual(['sid']);
});

it('compares neither accounts nor values of two recordings', () => {
  const { a, b } = two(TWO_ACCOUNTS);
  const compared = compareSessions(a, b, false);
  expect(compared).toMatchObject({ sameIds: null, sameValues: null });
  expect(compared.differing.has('account')).toBe(false);
  expect(compared.differing.has('end')).toBe(true);
});

it('gives each session its own part of the story', () => {
  const { a, b, story } = two(TWO_ACCOUNTS);
  const [first, second] = [a, b].map(({ session }) => storyOfSession(story, session));
  expect(first?.moments.map(({ kind }) => kind)).toContain('signed-out');
  expect(second?.moments.map(({ kind }) => kind)).not.toContain('signed-out');
  expect([first, second].map((each) => each?.moments.filter(({ kind }) => kind === 'signed-in').length)).toEqual([1, 1]);
  expect((first?.moments.length ?? 0) + (second?.moments.length ?? 0)).toBe(story.moments.length);
  expect(second?.phases.map(({ kind }) => kind)).toContain('signed-in');
});
