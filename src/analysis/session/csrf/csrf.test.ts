import { describe, expect, it } from 'vitest';
import { siteIn } from '../../../../test/build/sign-in-script';
import { aTrace, digestOf } from '../../../../test/build/trace';
import { Replay } from '../../replay/replay';
import { sessionsOf } from '../sessions';

const guards = (lines: string) =>
  siteIn(lines).csrf.guards.map(
    ({ kind, where, name, cookie, visits }) =>
      `${kind}: ${where} ${name} ~ ${cookie?.split('\t')[0] ?? 'nothing'} ×${visits.length}`,
  );

it('pairs a field that equals a cookie, and counts the requests', () => {
  const lines = `
    GET /form 200 | _csrf={T}
    POST /save [_csrf={T} text] 200
    POST /save [_csrf={T} text] 200
  `;
  expect(guards(lines)).toEqual(['double-submit: field _csrf ~ _csrf ×2']);
});

it.each([
  ['percent-encoded (Laravel, Angular)', 'XSRF-TOKEN=eyJ{T}%3D', 'x-xsrf-token=eyJ{T}='],
  ['before its hash (Auth.js)', 'authjs.csrf-token={T}{U}%7C{H}{I}', 'x-csrf-token={T}{U}'],
  ['before its signature (Express)', 'csrf=s%3A{T}.{S:43}', 'x-csrf-token={T}'],
  ['in JSON', 'security=%7B%22csrf%22%3A%22{T}%22%7D', 'x-csrf-token={T}'],
])('finds the token %s', (_, cookie, header) => {
  expect(guards(`GET / 200 | ${cookie}\nfetch POST /api [a] (${header}) 204`)).toEqual([
    `double-submit: header ${header.split('=')[0]} ~ ${cookie.split('=')[0]} ×1`,
  ]);
});

it('pairs a masked token with the cookie made for it, and says that they were not equal', () => {
  expect(guards('GET / 200 | csrftoken={T:32}\nPOST /save [csrfmiddlewaretoken={M:64} text] 200')).toEqual([
    'paired: field csrfmiddlewaretoken ~ csrftoken ×1',
  ]);
});

it('sees a token whose other half is at the server', () => {
  expect(guards('GET / 200 | sid={A}; HttpOnly\nPOST /save [authenticity_token={M:86} text] 200')).toEqual([
    'in-request: field authenticity_token ~ nothing ×1',
  ]);
});

it('takes a bearer header that equals a cookie for no guard', () => {
  expect(guards('GET / 200 | jwt={A}\nfetch POST /api [a] (authorization=Bearer_{A}) 200')).toEqual([]);
});

it('lists requests that change something and carry nothing', () => {
  const { csrf } = siteIn('GET / 200 | sid={A}\nPOST /save [text] 200\nPOST /save [csrf_token={T} text] 200\nGET /save 200');
  expect(csrf.stateChanging).toHaveLength(2);
  expect(csrf.unguarded.map(({ exchange }) => exchange.id)).toEqual(['r2#0']);
});

it('says that the server checks only where it refused a request without the token', () => {
  const asked = (first: string) => siteIn(`GET / 200 | sid={A}\n${first}\nPOST /save [csrf_token={T} text] 200`).csrf;
  expect(asked('POST /save [text] 403')).toMatchObject({ checked: 'observed', checkedBy: ['r2#0', 'r3#0'] });
  expect(asked('POST /save [text] 200').checked).toBe('cannot-tell');
  expect(asked('POST /other [text] 403').checked).toBe('cannot-tell');
});

it('without the recording’s key tells no field from another, and pairs by name alone', () => {
  const { rows } = new Replay().add(
    aTrace('https://app.example', 'GET / 200 | csrftoken={T:32}\nPOST /save [csrfmiddlewaretoken={T:32}] 200'),
  );
  expect(sessionsOf(rows, null).sites[0]?.csrf.guards).toMatchObject([{ kind: 'paired' }]);
  expect(sessionsOf(rows, digestOf).sites[0]?.csrf.guards).toMatchObject([{ kind: 'double-submit' }]);
});

describe('a token is known by what it does, whatever its name', () => {
  const lines = (name: string) => `
    GET /enter 200 | sid={A}; HttpOnly
    POST /enter [user password ${name}={T1}] 302 /enter?bad=1
    -> /enter?bad=1 200
    POST /enter [user password ${name}={T1}] 302 /home | sid={B}; HttpOnly
    -> /home 200
    POST /address [street ${name}={T2}] 302 /home
    -> /home 200
    POST /mail [text ${name}={T2}] 302 /home
    -> /home 200
    GET /logout 302 /enter | sid=; Max-Age=0
    -> /enter 200
  `;
  it.each(['k', 'sid2', 'hash', 'x_y'])('%s', (name) => {
    const { csrf } = siteIn(lines(name));
    expect(csrf.guards).toMatchObject([{ kind: 'in-request', where: 'field', name, visits: { length: 4 } }]);
    expect(csrf.unguarded).toEqual([]);
    expect(csrf.renewal).toMatchObject({ name, isRenewed: true });
  });

  it('a field with what somebody typed again and again is none', () => {
    expect(siteIn(lines('username')).csrf.guards).toEqual([]);
    expect(siteIn(lines('k').replaceAll('{T2}', '{T1}')).csrf.guards).toEqual([]);
  });

  it('one header for one session is learned like a field', () => {
    const { csrf } = siteIn(`
      GET /enter 200 | sid={A}; HttpOnly
      fetch POST /api/enter [user password] (x-k={T1}) 401
      fetch POST /api/enter [user password] (x-k={T1}) 200 | sid={B}; HttpOnly
      fetch GET /api/me 200
      fetch POST /api/address [street] (x-k={T2}) 200
    `);
    expect(csrf.guards).toMatchObject([{ kind: 'in-request', where: 'header', name: 'x-k' }]);
  });
});

it('a header that only a script can send is a guard, by its name alone', () => {
  expect(guards('GET / 200 | sid={A}; HttpOnly\nfetch POST /save [text] (next-action=7f) 200')).toEqual([
    'custom-header: header next-action ~ nothing ×1',
  ]);
});

it('a token that stays when somebody signs in is reported', () => {
  const { csrf } = siteIn(`
    GET /login 200 | sid={A}; HttpOnly | csrftoken={T:32}
    POST /login [user password csrftoken={T:32}] 302 /home | sid={B}; HttpOnly
    -> /home 200
    POST /save [text csrftoken={T:32}] 200
  `);
  expect(csrf.renewal).toMatchObject({ isRenewed: false, exchanges: ['r2#0', 'r3#0'] });
});

it('a token that is masked anew in every form shows nothing of its renewal', () => {
  const { csrf } = siteIn(`
    GET /login 200 | sid={A}; HttpOnly
    POST /login [user password _token={M1:64}] 302 /home | sid={B}; HttpOnly
    -> /home 200
    POST /save [text _token={M2:64}] 200
  `);
  expect(csrf.renewal).toBeNull();
});

it('lists a sign-in form without a token, a sign-out by a bare link, and tokens in addresses', () => {
  const { csrf } = siteIn(`
    GET /login 200 | sid={A}; HttpOnly
    POST /login [user password] 302 /home | sid={B}; HttpOnly
    -> /home 200
    GET /delete?id=3&csrf_token={T} 302 /home
    -> /home 200
    GET /logout 302 / | sid=; Max-Age=0
    -> / 200
  `);
  expect(csrf.openSignIns.map(({ exchange }) => exchange.id)).toEqual(['r2#0']);
  expect(csrf.openSignOuts.map(({ address }) => address.path)).toEqual(['/logout']);
  expect(csrf.inAddresses.map(({ address }) => address.path)).toEqual(['/delete']);
});

it('a token that equals its cookie elsewhere is not masked where it does not: its page is older', () => {
  const lines = `
    GET /form 200 | csrftoken={A}
    POST /save [csrfmiddlewaretoken={A} text] 200
    GET /form 200 | csrftoken={B}
    POST /save [csrfmiddlewaretoken={A} text] 403
  `;
  expect(guards(lines)).toEqual(['double-submit: field csrfmiddlewaretoken ~ csrftoken ×1']);
});
