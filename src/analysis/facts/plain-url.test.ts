import { expect, test } from 'vitest';
import { plainUrl, withoutTyped } from './plain-url';

test.each([
  ['https://user:pw@a.example/', 'https://a.example/'],
  ['https://a.example/q?user=eve&password=hunter2&x=1', 'https://a.example/q?user=eve&password=***&x=1'],
  ['https://a.example/q?login%5Bpassword%5D=hunter2', 'https://a.example/q?login%5Bpassword%5D=***'],
  ['https://a.example/q?passwort=a=b&cvc=123#pin=9', 'https://a.example/q?passwort=***&cvc=***#pin=***'],
  ['https://a.example/cb?code=4f2a&state=s', 'https://a.example/cb?code=***&state=s'],
  ['https://a.example/#password=hunter2', 'https://a.example/#password=***'],
])('of %s is kept %s', (url, expected) => {
  expect(plainUrl(url)).toBe(expected);
});

test.each([
  'https://a.example/?p=12&page=3',
  'https://a.example/?password=',
  'https://a.example/password/reset',
  'https://a.example/?sid=31d4d96e407aad42&state=9f2c71d0',
  'https://a.example/?%ff=1',
  '/sign-in?next=/account',
])('%s is kept as it is', (url) => {
  expect(withoutTyped(url)).toBe(url);
});
