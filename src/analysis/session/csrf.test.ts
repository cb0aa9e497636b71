import { expect, it } from 'vitest';
import { siteIn } from '../../../test/build/told';
import { aTrace, digestOf } from '../../../test/build/trace';
import { Replay } from '../replay/replay';
import { sessionsOf } from './sign-in';

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
