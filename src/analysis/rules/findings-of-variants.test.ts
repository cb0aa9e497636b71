import { describe, expect, it } from 'vitest';
import { siteIn } from '../../../test/build/sign-in-script';
import { aTrace, digestOf } from '../../../test/build/trace';
import { Replay } from '../replay/replay';
import { sessionsOf } from '../session/sessions';
import { audit } from './audit';

const findingsIn = (lines: string) => {
  const { rows } = new Replay().add(aTrace('https://app.example', lines));
  return audit(rows, 'app.example', sessionsOf(rows, digestOf)).findings;
};
const of = (rule: string, lines: string) => findingsIn(lines).filter((finding) => finding.rule === rule);
const severities = (lines: string) => of('csrf-token-missing', lines).map(({ severity }) => severity);
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('a token by what it does', () => {
  const one = (name: string, extra = '') => `
    GET /enter 200 | sid={A}; HttpOnly
    POST /enter [user password ${name}={T1:32}${extra}] 302 /home | sid={B}; HttpOnly
    -> /home 200
    POST /address [street ${name}={T2:32}${extra}] 302 /home
    -> /home 200
    POST /mail [text ${name}={T2:32}${extra}] 302 /home
    -> /home 200
    POST /pay [sum ${name}={T2:32}${extra}] 302 /home
    -> /home 200
  `;
  it.each(['fkey', 'pwg_check', 'authkey', 'my_post_key', 'a8f', 'guard', 'ticket', 'h'])(
    'one session, field %s: no error',
    (name) => {
      expect(severities(one(name))).not.toContain('error');
      expect(siteIn(one(name)).csrf.guards[0]?.name).toBe(name);
    },
  );
  it('a token whose name is made for each session', () => {
    const s = siteIn(`
      GET /enter 200 | sid={A}; HttpOnly
      POST /enter [user password e0a1f=1 a83bc={T1:32}] 302 /home | sid={B}; HttpOnly
      -> /home 200
      POST /address [street c9d2e={T2:32}] 302 /home
      -> /home 200
      POST /mail [text c9d2e={T2:32}] 302 /home
      -> /home 200
    `).csrf;
    expect(s.unguarded.length === 0 || s.mayBeGuarded.size > 0).toBe(true);
  });
  it('a token in the address of each change, by behaviour', () => {
    const lines = `
      GET /enter 200 | sid={A}; HttpOnly
      POST /enter?h={T1} [user password] 302 /home | sid={B}; HttpOnly
      -> /home 200
      POST /address?h={T2} [street] 302 /home
      -> /home 200
      POST /mail?h={T2} [text] 302 /home
      -> /home 200
    `;
    expect(siteIn(lines).csrf.guards).toMatchObject([{ kind: 'in-request', where: 'parameter', name: 'h' }]);
  });
  it('a token for one form each time: new with every form', () => {
    const lines = `
      GET /enter 200 | sid={A}; HttpOnly
      POST /enter [user password once={T1:32}] 302 /home | sid={B}; HttpOnly
      -> /home 200
      POST /address [street once={T2:32}] 302 /home
      -> /home 200
      POST /mail [text once={T3:32}] 302 /home
      -> /home 200
      POST /pay [sum once={T4:32}] 302 /home
      -> /home 200
    `;
    expect(severities(lines)).not.toContain('error');
  });
  it('half the session id as a field', () => {
    const lines = `
      GET /enter 200 | sid=0123456789abcdef0123456789abcdef; HttpOnly
      POST /enter [user password s=01234567] 302 /home | sid=fedcba98765432100123456789abcdef; HttpOnly
      -> /home 200
      POST /address [street s=fedcba98] 302 /home
      -> /home 200
      POST /mail [text s=fedcba98] 302 /home
      -> /home 200
    `;
    expect(severities(lines)).not.toContain('error');
  });
});

describe('a name of a user in other shapes', () => {
  const s = (pair: string) =>
    `GET /login 200 | sid={A}; HttpOnly\nPOST /login [user password] 302 /home | sid={B}; HttpOnly | ${pair}\n-> /home 200\nGET /mail 200`;
  it.each([
    `u=${base64('{"username":"anna","role":"admin"}')}`,
    'profile=%7B%22username%22%3A%22anna%22%7D',
    `remember_user=${base64('Administrator')}`,
    'ldapUser=SHOP%5Canna',
    'UserName=Anna+Smith',
  ])('note: %s', (pair) => {
    expect(of('personal-data', s(pair)).map(({ severity }) => severity)).toEqual(['note']);
  });
  it.each([`u=${base64('{"email":"anna@shop.example"}')}`, 'last=anna%40shop.example', `m=${base64('anna@shop.example')}`])(
    'warning: %s',
    (pair) => {
      expect(of('personal-data', s(pair)).map(({ severity }) => severity)).toEqual(['warning']);
    },
  );
});

describe('what stands where it should not', () => {
  it('a remember-me token of 365 days', () => {
    const r = findingsIn(`
      GET /login 200 | sid={A}; HttpOnly; Secure
      POST /login [user password remember=1] 302 /home | sid={B}; HttpOnly; Secure | rm={R:60}; HttpOnly; Secure; Max-Age=31536000
      -> /home 200
      GET /mail 200
    `).map((f) => f.rule);
    expect(r).toContain('lifetime-too-long');
  });
  it('session id in a form field', () => {
    const r = findingsIn(`
      GET /login 200 | PHPSESSID={A}; HttpOnly; Secure
      POST /login [user password csrf={T}] 302 /home | PHPSESSID={B}; HttpOnly; Secure
      -> /home 200
      POST /save [text sess={B} csrf={T}] 302 /home
      -> /home 200
    `).map((f) => f.rule);
    expect(r).toContain('session-id-in-form');
  });
  it('session id of an address, whole or half', () => {
    const f = (q: string) =>
      findingsIn(`
      GET /login 200 | PHPSESSID=0123456789abcdef0123456789abcdef; HttpOnly; Secure
      GET /home?${q} 200
      GET /mail?${q} 200
    `).map((x) => x.rule);
    expect(f('s=0123456789abcdef0123456789abcdef')).toContain('session-id-in-url');
    expect(f('s=0123456789abcdef')).toContain('session-id-in-url');
    expect(f('s=FFFF456789abcdef')).not.toContain('session-id-in-url');
  });
  it('open sign-in form, sign-out by link', () => {
    const r = findingsIn(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /home | sid={B}; HttpOnly
      -> /home 200
      GET /logout 302 / | sid=; Max-Age=0
      -> / 200
    `).map((x) => x.rule);
    expect(r).toEqual(expect.arrayContaining(['sign-in-form-open', 'sign-out-by-link']));
  });
});

describe('no finding', () => {
  it('well-kept application: nothing about fixation, sign-out, csrf', () => {
    const found = findingsIn(`
      GET /account 302 /login
      -> /login 200 | __Host-sid={A}; HttpOnly; Secure; SameSite=Lax
      POST /login [user password csrf_token={T:32}] 303 /account | __Host-sid={B}; HttpOnly; Secure; SameSite=Lax
      -> /account 200
      POST /save [text csrf_token={U:32}] 303 /account
      -> /account 200
      POST /logout [csrf_token={U:32}] 303 / | __Host-sid=; Max-Age=0; Secure
      -> / 200
    `);
    for (const bad of [
      'session-fixation',
      'session-alive-after-sign-out',
      'csrf-token-missing',
      'session-id-in-form',
      'session-id-in-url',
      'csrf-token-in-url',
      'sign-out-leaves-cookie',
      'personal-data',
    ])
      expect(found.filter(({ rule }) => rule === bad)).toEqual([]);
  });
  it('session in its cookie whose csrf token stands in forms is no id in a form', () => {
    const s = (t: string) =>
      `session=${Buffer.from(JSON.stringify({ csrf_token: t, _user_id: '7' })).toString('base64url')}.abcdef.{X:27}; HttpOnly`;
    const found = findingsIn(`
      GET /account 302 /login | ${s('0123456789abcdef0123456789abcdef01234567')}
      -> /login 200
      POST /login [user password csrf_token=0123456789abcdef0123456789abcdef01234567] 303 /account | ${s('0123456789abcdef0123456789abcdef01234567')}
      -> /account 200
      POST /save [x csrf_token=0123456789abcdef0123456789abcdef01234567] 200
    `);
    expect(found.filter(({ rule }) => rule === 'session-id-in-form')).toEqual([]);
  });
});

describe('ids of two halves are judged by the one that is secret', () => {
  const short = (token: string) =>
    of(
      'low-entropy-id',
      `GET /index.cfm 302 /login.cfm | CFID=48213; HttpOnly | CFTOKEN=${token}; HttpOnly
      -> /login.cfm 200
      POST /login.cfm [j_username j_password] 302 /index.cfm
      -> /index.cfm 200
      GET /orders.cfm 200`,
    ).map(({ id }) => id.split('\t')[1]);

  it('a number beside a long token is no finding', () => {
    expect(short('{A}')).toEqual([]);
  });

  it('a number beside another is one, of the second', () => {
    expect(short('61739204')).toEqual(['CFTOKEN']);
  });
});
