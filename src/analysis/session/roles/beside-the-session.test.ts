import { describe, expect, it } from 'vitest';
import { sessionsIn, signInScript, siteIn } from '../../../../test/build/sign-in-script';

/** The role of each cookie of a trace, by name. */
const rolesIn = (lines: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...sessionsIn(lines).roles].map(([key, { role }]) => [key.split('\t')[0] ?? '', role]));

const withKey = (name: string, atSignIn: string) => `
  GET / 200 | app_sid={A:26}; HttpOnly | ${name}={K}; HttpOnly
  POST / [user password] 302 /home | app_sid={B:26}; HttpOnly
  -> / 403 | ${name}={K}; HttpOnly
  POST / [user password] 302 /home | ${atSignIn}
  -> /home 200
  GET /orders 200
  POST /orders [logout] 302 /
  -> / 200 | ${name}={K}; HttpOnly
`;

describe('a value that stays while the session beside it is renewed is no second session id', () => {
  it.each(['app_key', 'vault'])('%s', (name) => {
    const lines = withKey(name, 'app_sid={C:26}; HttpOnly');
    expect(rolesIn(lines)).toMatchObject({ app_sid: 'session-id', [name]: 'unknown' });
    expect(signInScript(lines).signIns).toMatchObject([{ id: 'rotated', by: ['app_sid'] }]);
  });

  it('one that is renewed with it is', () => {
    expect(rolesIn(withKey('app_key', 'app_sid={C:26}; HttpOnly | app_key={L}; HttpOnly')).app_key).toBe('session-id');
  });

  it('nor is one that its owner documents as a session taken for anything else', () => {
    expect(rolesIn(withKey('PHPSESSID', 'app_sid={C:26}; HttpOnly')).PHPSESSID).toBe('session-id');
  });
});

describe('halves that count together only', () => {
  const coldFusion = (atSignIn: string) => `
    GET /index.cfm 302 /login.cfm | CFID=48213; HttpOnly | CFTOKEN={A}; HttpOnly
    -> /login.cfm 200
    POST /login.cfm [j_username j_password] 302 /index.cfm${atSignIn}
    -> /index.cfm 200
    GET /orders.cfm 200
  `;

  it('have one role, and the one that is secret says what became of the id', () => {
    const kept = coldFusion('');
    expect(rolesIn(kept)).toEqual({ CFID: 'session-id', CFTOKEN: 'session-id' });
    expect(signInScript(kept).signIns).toMatchObject([{ id: 'not-rotated', by: ['CFTOKEN'] }]);
    const renewed = coldFusion(' | CFID=48214; HttpOnly | CFTOKEN={B}; HttpOnly');
    expect(signInScript(renewed).signIns).toMatchObject([{ id: 'rotated', by: ['CFTOKEN'] }]);
  });

  it('a number of that name alone is no session', () => {
    expect(rolesIn('GET / 200 | CFID=48213; HttpOnly\nGET /a 200').CFID).not.toBe('session-id');
  });
});

describe('rt, a refresh token', () => {
  const lines = `
    GET /app 200
    fetch GET /api/me 401
    fetch POST /api/login [email password] 200 | at={A:40}; HttpOnly; Max-Age=900 | rt={R:40}; Path=/api/refresh; HttpOnly; Max-Age=2592000
    fetch GET /api/me 200
    fetch GET /api/orders 200
    fetch POST /api/refresh 200 | at={B:40}; HttpOnly; Max-Age=900 | rt={S:40}; Path=/api/refresh; HttpOnly; Max-Age=2592000
    fetch GET /api/me 200
  `;

  it('is there to be remembered by, and does not carry the sign-in', () => {
    expect(rolesIn(lines).rt).toBe('remember-me');
    expect(siteIn(lines).signIns[0]?.carriers.map(({ life }) => life.name)).toEqual(['at']);
  });

  it('is none where the letters are part of a word', () => {
    expect(rolesIn(lines.replaceAll('rt={', 'sort={')).sort).not.toBe('remember-me');
  });
});
