import { describe, expect, it } from 'vitest';
import { sessionsIn } from '../../../../test/build/sign-in-script';

const base64 = (text: string) => Buffer.from(text).toString('base64');

it.each([
  'currentUser=Administrator',
  'tenant=acme-corp',
  'auth_user=j.smith',
  'remember_username=jsmith42',
  'auth_provider=google-oauth2',
  'session_user=anna.smith-jones',
  'remember_login=M%C3%BCller',
  'token_type=bearer',
  `remember=${base64('anna@shop.example')}`,
  `remember=${base64('Administrator')}`,
  'session_start=1795435200',
  'auth_time=1795435200123',
  'login=anna_smith',
  'session_locale=pt-BR',
  'sid_tab=orders/open',
  'auth=ldap%5Canna',
  'session=1',
  'remember=2026-11-30',
  'token=undefined',
  'session_id=null',
  'auth_token=deleted',
  'remember_user=O%27Brien',
  'session_user=%E7%94%B0%E4%B8%AD',
  'login_user="anna"',
])('%s is no secret, whatever the cookie is called', (pair) => {
  const name = pair.slice(0, pair.indexOf('='));
  const { roles } = sessionsIn(`
    GET /login 200 | zz={A}; HttpOnly
    POST /login [user password remember=1] 302 /home | zz={B}; HttpOnly | ${pair}; HttpOnly; Max-Age=15552000
    -> /home 200
    GET /mail 200
  `);
  const role = [...roles].find(([key]) => key.startsWith(`${name}\t`))?.[1].role;
  expect(['session-id', 'auth-token', 'remember-me', 'csrf-token']).not.toContain(role);
});

describe('a number of the time', () => {
  it('is an id all the same where nothing else carries the sign-in', () => {
    const { roles } = sessionsIn(`
      GET /home 302 /login
      -> /login 200
      POST /login [user password] 302 /home | sid=1795435200; HttpOnly
      -> /home 200
      GET /home 200
    `);
    expect([...roles].find(([key]) => key.startsWith('sid'))?.[1].role).toBe('session-id');
  });
});
