import { describe, expect, it } from 'vitest';
import { aTrace, digestOf } from '../../../test/build/trace';
import { instant } from '../engine/base/units';
import { Replay } from '../replay/replay';
import { sessionsOf } from '../session/sessions';
import { type CheckTime, type OldIdCheck, oldIdChecks } from './old-id-check';
import { type CheckAnswer, checkedId } from './verdict';

const WALK = `
  GET /account 302 /login | sid={A}; HttpOnly
  -> /login 200
  POST /login [user password] 302 /account | sid={B}; HttpOnly
  -> /account 200 <content-length: 5000>
  GET /orders 200 <content-length: 3000>
  POST /logout 302 / | sid=; Max-Age=0
  -> / 200
`;

function siteOf(lines: string, isPrivate = false) {
  const { rows } = new Replay().add(aTrace('https://shop.example', lines));
  const sessions = sessionsOf(rows, digestOf);
  const [session] = sessions.sites;
  if (session === undefined) throw new Error('No site was visited.');
  const planned = oldIdChecks(session, sessions.roles, isPrivate);
  return { rows, sessions, session, planned, of: (time: CheckTime) => planned.find((check) => check.time === time) };
}

function possible(lines: string, time: CheckTime): OldIdCheck {
  const check = siteOf(lines).of(time);
  if (check?.kind !== 'possible') throw new Error(`Not possible: ${check?.why}`);
  return check;
}

const answered = (status: number, more: Partial<CheckAnswer> = {}): CheckAnswer => ({
  status,
  location: null,
  length: null,
  cookies: [],
  ...more,
});

function verdict(time: CheckTime, answer: CheckAnswer, lines = WALK) {
  return checkedId(possible(lines, time), answer, siteOf(lines).session, instant(9e12)).verdict;
}

const idOf = (letter: string) =>
  /sid=([0-9a-f]{32})/.exec(JSON.stringify(aTrace('https://shop.example', `GET / 200 | sid={${letter}}`)))?.[1];

describe('what is asked', () => {
  it('after a sign-out a page of the session is asked for, with the cookies it was sent with', () => {
    const { recorded, cookie, host } = possible(WALK, 'after-sign-out');
    expect([recorded.address.path, cookie, host]).toEqual(['/account', `sid=${idOf('B')}`, 'shop.example']);
  });

  it('after a sign-in a page of after it is asked for, with the cookies of before it', () => {
    const { recorded, cookie } = possible(WALK, 'after-sign-in');
    expect([recorded.address.path, cookie]).toEqual(['/account', `sid=${idOf('A')}`]);
  });

  it('a remember-me cookie is not sent, for it would sign in by itself', () => {
    const lines = WALK.replace('[user password]', '[user password remember=1]').replace(
      'sid={B}; HttpOnly',
      'sid={B}; HttpOnly | remember_token={R:60}; Max-Age=2592000; HttpOnly',
    );
    expect(possible(lines, 'after-sign-out').cookie).toBe(`sid=${idOf('B')}`);
  });

  it.each([
    ['no sign-in was recorded', 'GET / 200 | sid={A}', 'no-sign-in', 'no-sign-out'],
    ['nobody signed out', WALK.split('POST /logout')[0] ?? '', undefined, 'no-sign-out'],
    ['the id of before is still in use', WALK.replace(' | sid={B}; HttpOnly', ''), 'same-id', undefined],
    ['no id was sent before', WALK.replace(' | sid={A}; HttpOnly', ''), 'no-id', undefined],
  ])('nothing where %s', (_, lines, signIn, signOut) => {
    const whyOf = (time: CheckTime) => {
      const check = siteOf(lines).of(time);
      return check?.kind === 'impossible' ? check.why : undefined;
    };
    expect([whyOf('after-sign-in'), whyOf('after-sign-out')]).toEqual([signIn, signOut]);
  });
});

it('nothing of a private window, whichever browser it is of', () => {
  const { planned } = siteOf(WALK, true);
  expect(planned.map((check) => check.kind === 'impossible' && check.why)).toEqual(['private-window', 'private-window']);
});

describe('what an answer shows', () => {
  it('a page that others are refused, served to the old id, is a session that still works', () => {
    expect(verdict('after-sign-out', answered(200, { length: 5400 }))).toBe('still-works');
    expect(verdict('after-sign-in', answered(200, { length: 5000 }))).toBe('still-works');
  });

  it('the way to the sign-in page, and a refusal, are its end', () => {
    expect(verdict('after-sign-out', answered(302, { location: '/login?next=/account' }))).toBe('ended');
    expect(verdict('after-sign-out', answered(401))).toBe('ended');
  });

  it('an id of before a sign-in that signs nobody in may live on, unless another takes its place', () => {
    const refused = { location: '/login' };
    expect(verdict('after-sign-in', answered(302, refused))).toBe('signs-nobody-in');
    expect(verdict('after-sign-in', answered(302, { ...refused, cookies: ['sid'] }))).toBe('ended');
    expect(verdict('after-sign-in', answered(302, { ...refused, cookies: ['lang'] }))).toBe('signs-nobody-in');
  });

  it('a failure of the server, and the way elsewhere, show nothing', () => {
    expect(verdict('after-sign-out', answered(503))).toBe('cannot-tell');
    expect(verdict('after-sign-out', answered(302, { location: 'https://other.example/' }))).toBe('cannot-tell');
  });

  const OPEN = `
    GET /login 200
    GET / 200 <content-length: 2000> | sid={A}; HttpOnly
    POST /login [user password] 302 / | sid={B}; HttpOnly
    -> / 200 <content-length: 6000>
    POST /logout 302 /login | sid=; Max-Age=0
    -> /login 200
  `;
  it('a page that everybody gets is told apart by its length alone', () => {
    expect(verdict('after-sign-out', answered(200, { length: 6010 }), OPEN)).toBe('still-works');
    expect(verdict('after-sign-out', answered(200, { length: 2010 }), OPEN)).toBe('ended');
    expect(verdict('after-sign-out', answered(200, { length: 4000 }), OPEN)).toBe('cannot-tell');
    expect(verdict('after-sign-out', answered(200), OPEN)).toBe('cannot-tell');
  });

  it('where another site is led to, that is told', () => {
    const { session } = siteOf(WALK);
    const led = (location: string) =>
      checkedId(possible(WALK, 'after-sign-out'), answered(302, { location }), session, instant(9e12)).elsewhere;
    expect([led('https://other.example/x'), led('https://id.shop.example/x'), led('/x')]).toEqual(['other.example', null, null]);
  });
});
