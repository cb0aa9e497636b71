import { describe, expect, it } from 'vitest';
import { aTrace, digestOf } from '../../../test/build/trace';
import { Replay } from '../replay/replay';
import { sessionsOf } from '../session/sessions';
import { audit } from './audit';

const findingsIn = (lines: string) => {
  const { rows } = new Replay().add(aTrace('https://app.example', lines));
  return audit(rows, 'app.example', sessionsOf(rows, digestOf)).findings;
};

const of = (rule: string, lines: string) => findingsIn(lines).filter((finding) => finding.rule === rule);

describe('the same fault at several sign-ins is one finding', () => {
  const round = (given = '') => `
    POST /login [user password] 302 /home${given}
    -> /home 200
    POST /save [text] 302 /home
    -> /home 200
    GET /logout 302 /login
    -> /login 200
  `;
  const START = 'GET /login 200 | sid={A}; HttpOnly';

  it.each(['session-fixation', 'csrf-token-missing', 'sign-in-form-open'])('%s, of the same cookie', (rule) => {
    expect(of(rule, `${START}${round()}${round()}${round()}`)).toHaveLength(1);
  });

  it.each(['csrf-token-missing', 'sign-in-form-open'])('%s, though another cookie carries the second', (rule) => {
    expect(of(rule, `${START}${round()}${round(' | auth={R:40}; HttpOnly')}`)).toHaveLength(1);
  });

  it('fixation of two cookies at two sign-ins is two', () => {
    const lines = `
      GET /shop/login 200 | shop_sid={A}; HttpOnly; Path=/shop
      POST /shop/login [user password] 302 /shop/home
      -> /shop/home 200
      GET /shop/mail 200
      GET /shop/logout 302 /shop/login
      -> /shop/login 200
      GET /admin/login 200 | admin_sid={B}; HttpOnly; Path=/admin
      POST /admin/login [user password] 302 /admin/home
      -> /admin/home 200
      GET /admin/mail 200
    `;
    expect(of('session-fixation', lines)).toHaveLength(2);
  });

  it('takes its points once', () => {
    const once = of('session-fixation', `${START}${round()}`).map(({ cost }) => cost);
    expect(of('session-fixation', `${START}${round()}${round()}`).map(({ cost }) => cost)).toEqual(once);
  });
});

describe('a user name in a cookie is a note, whatever the cookie is called', () => {
  const signIn = (pair: string) => `
    GET /login 200 | sid={A}; HttpOnly
    POST /login [user password] 302 /home | sid={B}; HttpOnly | ${pair}
    -> /home 200
    GET /mail 200
  `;
  it.each([
    'mwUserName=Admin',
    'user=anna',
    'login=jsmith',
    'wpUser=Admin',
    'last_user=anna.smith',
    'displayName=Anna%20Smith',
    'account_name=anna',
    'wordpress_logged_in_1f=anna%7C1795435200%7C{X:43}%7C{A}{B}',
  ])('%s', (pair) => {
    expect(of('personal-data', signIn(pair)).map(({ severity }) => severity)).toEqual(['note']);
  });

  it('an e-mail address is more than that, and no secret', () => {
    const [finding] = of('personal-data', signIn('remember_user=anna%40shop.example; Max-Age=15552000; HttpOnly'));
    expect(finding?.severity).toBe('warning');
    expect(of('low-entropy-id', signIn('remember_user=anna%40shop.example; Max-Age=15552000; HttpOnly'))).toEqual([]);
  });

  it.each(['user=guest', 'login=true', 'user_lang=english', 'account_type=premium', 'user={K}', 'member=yes'])(
    '%s is none',
    (pair) => {
      expect(of('personal-data', signIn(pair))).toEqual([]);
    },
  );
});

describe('fields that may be tokens are no reason for an error', () => {
  const signedIn = (forms: string) => `
    GET /enter 200 | sid={A}; HttpOnly
    POST /enter [user password] 302 /home | sid={B}; HttpOnly
    -> /home 200
    ${forms}
  `;
  const form = (path: string, fields: string) => `POST ${path} [${fields}] 302 /home\n-> /home 200\n`;

  it('one value on all forms of the only session', () => {
    const lines = signedIn(form('/address', 'street qq={T}') + form('/mail', 'text qq={T}'));
    expect(of('csrf-token-missing', lines)).toEqual([]);
  });

  it('another value on each of many forms', () => {
    const lines = signedIn(form('/address', 'street qq={T1}') + form('/mail', 'text qq={T2}') + form('/note', 'line qq={T3}'));
    expect(of('csrf-token-missing', lines)).toEqual([]);
  });

  it('but a form without it is reported, and no other', () => {
    const lines = signedIn(form('/address', 'street csrf_token={T}') + form('/mail', 'text'));
    const [finding] = of('csrf-token-missing', lines);
    expect(finding?.texts.heading()).toContainEqual(expect.anything());
    expect(JSON.stringify(finding?.texts.heading())).toContain('/mail');
    expect(JSON.stringify(finding?.texts.heading())).not.toContain('/address');
  });

  it('and a field of one form alone is none', () => {
    expect(of('csrf-token-missing', signedIn(form('/mail', 'text qq={T}') + form('/mail', 'text qq={T}')))).toHaveLength(1);
  });
});
