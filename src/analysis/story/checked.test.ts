import { expect, it } from 'vitest';
import { aTrace, digestOf } from '../../../test/build/trace';
import { type CheckTime, oldIdChecks } from '../active-check/old-id-check';
import { type CheckAnswer, checkedId } from '../active-check/verdict';
import { instant } from '../engine/base/units';
import { Replay } from '../replay/replay';
import { requirementsOf } from '../rules/requirements';
import { sessionResults } from '../rules/subject/session-results';
import { subjectsOf } from '../rules/subject/subjects';
import { sessionsOf } from '../session/sessions';
import { storiesOf } from './moments';

const { rows } = new Replay().add(
  aTrace(
    'https://shop.example',
    `
    GET /account 302 /login | sid={A}; HttpOnly
    -> /login 200
    POST /login [user password] 302 /account | sid={B}; HttpOnly
    -> /account 200
    POST /logout 302 / | sid=; Max-Age=0
    -> / 200
  `,
  ),
);
const sessions = sessionsOf(rows, digestOf);

function result(time: CheckTime, answer: Partial<CheckAnswer> & Pick<CheckAnswer, 'status'>) {
  const [session] = sessions.sites;
  const check = session && oldIdChecks(session, sessions.roles, false).find((each) => each.time === time);
  if (session === undefined || check?.kind !== 'possible') throw new Error('Nothing can be asked.');
  const checks = [checkedId(check, { location: null, length: null, cookies: [], ...answer }, session, instant(9e12))];
  const subjects = { ...subjectsOf(rows, 'shop.example', sessionResults(sessions, 'shop.example')), checks };
  const standing = (id: string) => requirementsOf('ASVS', subjects).find((each) => each.id === id)?.status;
  return { standing, story: storiesOf(sessions, rows, checks)[0]?.moments.map(({ kind }) => kind) ?? [] };
}

it('an old id that still works breaks the requirement, one that was refused meets it', () => {
  expect(result('after-sign-out', { status: 200 }).standing('7.4.1')).toBe('not-met');
  expect(result('after-sign-out', { status: 401 }).standing('7.4.1')).toBe('met');
  expect(result('after-sign-out', { status: 503 }).standing('7.4.1')).toBe('cannot-tell');
  expect(result('after-sign-in', { status: 200 }).standing('7.2.4')).toBe('not-met');
  const toLogin = { status: 302, location: '/login' };
  expect(result('after-sign-in', { ...toLogin, cookies: ['sid'] }).standing('7.2.4')).toBe('met');
  expect(result('after-sign-in', toLogin).standing('7.2.4')).toBe('cannot-tell');
});

it('the story tells it in place of “did the server end the session?”, which stays where the answer shows nothing', () => {
  expect(result('after-sign-out', { status: 401 }).story).toContain('old-id-checked');
  expect(result('after-sign-out', { status: 401 }).story).not.toContain('server-side-end');
  expect(result('after-sign-out', { status: 503 }).story).toContain('server-side-end');
});
