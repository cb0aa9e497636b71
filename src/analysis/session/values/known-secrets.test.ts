import { describe, expect, it } from 'vitest';
import { bytes } from '../../engine/base/bytes';
import { isSecretCheckable, knownSecretOf, secretsTried } from './known-secrets';

// Made with cookie-signature, jsonwebtoken, itsdangerous and Django 6 themselves.
const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
const OTHER = {
  express: `s:${ID}.iQ/jsH2vQvul0qSAkCdD0H3LZY/XM1D8HXmn09OcQ1Y`,
  flask: 'eyJfdXNlcl9pZCI6IjcifQ.awQqwA.gO8ow9OMMXqkgkM-ZYqj2PomNgM',
  jwt: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI3IiwiaWF0IjoxNzk1NDM1MjAwfQ.yVv2TnDDdzUvMoA0o42Kune6r_woDCkxJ6tzWJRa3_U',
  django: 'eyJhIjo3fQ:1xXqaU:zcq3ZDEHcAMtE5yTj451gEQBZdsXGzDRPrluCV4sb1A',
};

describe('a secret that documentation prints', () => {
  it.each([
    ['of express-session', `s:${ID}.jwUUDaxhWObTcsrg5SKRbwMFhWOGcY+ca+QOggSbxGE`, 'keyboard cat'],
    ['of express-session, percent-encoded', `s%3A${ID}.jwUUDaxhWObTcsrg5SKRbwMFhWOGcY%2Bca%2BQOggSbxGE`, 'keyboard cat'],
    ['of Flask', 'eyJfdXNlcl9pZCI6IjcifQ.awQqwA.5-7NYDqsIychU2g2IUMSlLnz9us', 'dev'],
    [
      'of a JWT by HS256',
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI3IiwiaWF0IjoxNzk1NDM1MjAwfQ.dibcto0FNBkvfj2SCZN2CZZV5YrNwAjUB0fSxOPyrdI',
      'secret',
    ],
    [
      'of a JWT by HS512',
      'eyJhbGciOiJIUzUxMiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI3IiwiaWF0IjoxNzk1NDM1MjAwfQ.-Zs8TR8pujB0wUBpfdR83mb2XkqTUzR4sjYKFZJWyU_51FQ_gG4a3qRsYXzq6bkbn3uu5DYIcufKVlOtsUrwxQ',
      'your-256-bit-secret',
    ],
    [
      "of Django's sessions in cookies, compressed",
      '.eJyrVopPLC3JiC8tTi2Kz0xRslIyV9JBFktKTM5OzQNJpGQl5qXn6yXn55UUZSbpgZToQWWL9XzzU1JznKBqawE8hh8z:1xXqaU:vdhhLcMdoffUsIecxOLhiWF9PrsPrK97j6tJyE6zYjc',
      'django_tests_secret_key',
    ],
    ['of signing.dumps in Django', 'eyJhIjo3fQ:1xXqaU:GYhBtVb9QPbQQL-bzSaHrBnmlg-6E1qV4Kf_LqIG_Ao', 'django_tests_secret_key'],
    ["of Django's messages", 'W1siYSIsImIiXV0:1xXqaU:jxTlGeiZ3xx4BpOKu978ykTlLn-yAW_zfHVlSe89uxw', 'django_tests_secret_key'],
  ])('%s is found', (_, value, secret) => {
    expect(knownSecretOf(bytes(value))).toBe(secret);
  });

  it.each(Object.entries(OTHER))('%s: another secret is not, and so many were tried', (_, value) => {
    expect(knownSecretOf(bytes(value))).toBeNull();
    expect(secretsTried(bytes(value))).toBeGreaterThan(20);
  });

  it('is looked for only where a value is signed by one', () => {
    const unsigned = [
      ID,
      'theme',
      '',
      'a.b.c',
      OTHER.jwt.replace('eyJhbGciOiJIUzI1NiI', 'eyJhbGciOiJSUzI1NiI'),
      `s:${'x'.repeat(100_000)}.${'a'.repeat(43)}`,
    ];
    expect(unsigned.map((value) => isSecretCheckable(bytes(value)))).toEqual(unsigned.map(() => false));
    expect(Object.values(OTHER).every((value) => isSecretCheckable(bytes(value)))).toBe(true);
  });
});
