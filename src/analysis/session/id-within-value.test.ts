import { describe, expect, it } from 'vitest';
import { signInScript } from '../../../test/build/sign-in-script';

const ID = 'f9c7aa0012deadbeef4455667788';
const OTHER = '01bb33dd55ff7799aabbccddeeff';
const base64 = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');

/** A sign-in whose cookie has one value before and another after. */
const fateOf = (before: string, after: string) =>
  signInScript(`
    GET /login 200 | uid=${before}; HttpOnly
    GET /home 302 /login
    -> /login 200
    POST /login [user password] 302 /home | uid=${after}; HttpOnly
    -> /home 200
    GET /home 200
  `).signIns.map(({ id }) => id);

describe('an id that a structured value holds', () => {
  const forms: readonly (readonly [string, (id: string, rest: string) => string])[] = [
    ['named outright', (id, rest) => base64({ sessionid: id, sign: rest })],
    ['as SessionToken', (id, rest) => base64({ SessionToken: id, sign: rest })],
    ['as id', (id, rest) => base64({ id, seen: rest })],
    ['as s', (id, rest) => base64({ s: id, seen: rest })],
    ['within another object', (id, rest) => base64({ sess: { id }, seen: rest })],
    ['in JSON of Express', (id, rest) => encodeURIComponent(`j:{"sid":"${id}","n":"${rest}"}`)],
    ['in a form', (id, rest) => `sid=${id}&n=${rest}`],
    ['before a date and a signature', (id, rest) => `${id}.179543${rest.length}200.${rest === 'one' ? 'ab' : 'cd'}${ID}`],
    ['before the name of a server', (id, rest) => `${id}.node${rest.length}`],
  ];

  it.each(forms)('%s, stays though the rest changes: fixation', (_, form) => {
    expect(fateOf(form(ID, 'one'), form(ID, 'three'))).toEqual(['not-rotated']);
  });

  it.each(forms)('%s, is another after the sign-in: rotated', (_, form) => {
    expect(fateOf(form(ID, 'one'), form(OTHER, 'three'))).toEqual(['rotated']);
  });

  it('with no member that may be one, is self-contained', () => {
    expect(fateOf(base64({ lang: 'english', seen: 3 }), base64({ lang: 'english', user: 'anna' }))).toEqual(['self-contained']);
  });

  it('with a CSRF token that stays, is self-contained all the same', () => {
    const values = [{ csrf_token: ID }, { csrf_token: ID, user_id: 7 }].map(base64);
    expect(fateOf(values[0] ?? '', values[1] ?? '')).toEqual(['self-contained']);
  });

  it('with a long member that stays and is called nothing of the kind: cannot tell', () => {
    expect(fateOf(base64({ ref: ID, n: 'one' }), base64({ ref: ID, n: 'two' }))).toEqual(['cannot-tell']);
  });

  it('of two long pieces of which one stays: cannot tell', () => {
    expect(fateOf(`${ID}%7C${OTHER}`, `${ID}%7C${OTHER.split('').reverse().join('')}`)).toEqual(['cannot-tell']);
  });
});
