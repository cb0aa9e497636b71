import { expect, it } from 'vitest';
import { inWords, storyIn } from '../../../test/build/moments';

const SHOP = `
  GET / 200 | sid={A}; HttpOnly
  GET /account 302 /login
  -> /login 200 | csrf_token={T}; SameSite=Strict
  POST /login [username password csrf_token={T}] 303 /account
  -> /account 403
  POST /login [username password csrf_token={T}] 303 /account | sid={B}; HttpOnly | access_jwt=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.{S:43}; HttpOnly
  -> /account 200
  GET /orders 200
  fetch POST /api/address [street] (x-csrf-token={T}) 403
  fetch POST /api/address [street] 403
  fetch POST /api/address [street] (x-csrf-token={T}) 204
  pause 50
  GET /orders 200
  POST /logout [csrf_token={T}] 303 / | sid=; Max-Age=0 | sid={C}; HttpOnly
  -> / 200
`;

it('tells a sign-in from the first visit to what cannot be known after it', () => {
  expect(storyIn(SHOP).moments.map(inWords)).toMatchInlineSnapshot(`
    [
      "first-visit",
      "anonymous-id A",
      "csrf-token-issued",
      "credentials-refused",
      "csrf-token-sent double-submit csrf_token 3 of 6",
      "signed-in credentials session-and-token",
      "id-at-sign-in rotated A B",
      "token-arrived",
      "authenticated-use 3 reads 3 changes",
      "csrf-token-sent double-submit x-csrf-token 2 of 6",
      "not-recorded ?",
      "csrf-token-checked",
      "signed-out by form: sid replaced, access_jwt left",
      "credential-left",
      "server-side-end B ?",
    ]
  `);
});

it('draws a bar of who was there when', () => {
  expect(storyIn(SHOP).phases.map(({ kind, id }) => `${kind} ${id?.letter ?? ''}`)).toMatchInlineSnapshot(`
    [
      "anonymous ",
      "signed-in B",
      "signed-out ",
    ]
  `);
});

it.each([
  [
    'a new account that may sign in now',
    '/register 200',
    'POST /register [user password] 303 /login',
    '/login 200',
    'sent-on-to-sign-in',
  ],
  [
    'a form shown again',
    '/register 200',
    'POST /register [user password] 303 /register',
    '/register 200',
    'credentials-unanswered',
  ],
  [
    'an error in the address',
    '/register 200',
    'POST /register [user password] 303 /login?error=taken',
    '/login?error=taken 200',
    'credentials-refused',
  ],
])('registering: %s', (_, page, form, landing, moment) => {
  const { moments } = storyIn(`
    GET /account 302 /login
    -> /login 200 | sid={A}; HttpOnly
    GET ${page}
    ${form}
    -> ${landing}
    POST /login [user password] 303 /account | sid={B}; HttpOnly
    -> /account 200
  `);
  expect(moments.map(({ kind }) => kind).filter((kind) => kind !== 'first-visit' && kind !== 'anonymous-id')[0]).toBe(moment);
});
