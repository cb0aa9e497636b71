import { expect, test } from 'vitest';
import { siteIn } from '../../../test/build/sign-in-script';
import { instant } from '../../analysis/engine/base/units';
import { tokenCards } from './token-card';

const base64 = (json: object) => btoa(JSON.stringify(json)).replace(/=+$/, '');
const signed = (claims: object) => `${base64({ alg: 'HS256', typ: 'JWT' })}.${base64(claims)}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r`;
const AT = Date.UTC(2026, 10, 23) / 1000;
const cards = (value: string, at = AT) => tokenCards(siteIn(`GET / 200 | token=${value}; HttpOnly`), instant(at * 1000));

test('a signed token tells its claims by name, the time that is left, and that nothing was verified', () => {
  const [card] = cards(signed({ iss: 'shop', sub: 'u1', iat: AT - 300, exp: AT + 900 }));
  expect(card).toMatchObject({ name: 'token', formats: ['jwt'], left: 900_000, share: 0.75, gone: false });
  expect(card?.claims?.names).toEqual(['iss', 'sub', 'iat', 'exp']);
  expect(card?.notes.map(({ kind }) => kind)).toContain('signature-not-verified');
});

test('time that has run down is negative, and no time is no bar', () => {
  expect(cards(signed({ iat: AT - 100, exp: AT }), AT + 60)[0]).toMatchObject({ left: -60_000, share: 0 });
  expect(cards(signed({ sub: 'u1' }))[0]).toMatchObject({ left: null, share: null });
});

test('of an encrypted token nothing is claimed but that it is one', () => {
  const jwe = `${base64({ alg: 'dir', enc: 'A256GCM' })}..48V1_ALb6US04U3b.5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TAL.XFBoMYUZodetZdvTiFvSkQ`;
  expect(cards(jwe)[0]).toMatchObject({ formats: ['jwe'], claims: null, left: null });
});

test('a token within a token is told as both', () => {
  const outer = `${base64({ alg: 'HS256', cty: 'JWT' })}.${btoa(signed({ sub: 'u1' })).replace(/=+$/, '')}.dBjftJeZ4CVP-mB92K27uhbU`;
  expect(cards(outer)[0]?.formats).toEqual(['jwt', 'jwt']);
});

test('an id is no token', () => {
  expect(cards('31d4d96e407aad42f3c1b7a09e5d8c26')).toEqual([]);
});

test('no value of a claim is told but in the parts that Reveal shows', () => {
  const claims = {
    iss: 'https://id.example',
    sub: 'user-4711',
    email: 'alice@example.org',
    name: 'Alice Liddell',
    exp: AT + 900,
  };
  const [card] = cards(signed(claims));
  const { parts, ...told } = card ?? { parts: [] };
  expect(JSON.stringify(parts)).toContain('alice@example.org');
  for (const value of [claims.iss, claims.sub, claims.email, claims.name]) expect(JSON.stringify(told)).not.toContain(value);
});
