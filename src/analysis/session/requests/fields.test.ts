import { expect, it } from 'vitest';
import { fieldUse, isCsrfName } from './fields';

const use = (...names: readonly string[]) => {
  const found = fieldUse(names.map((name) => ({ name, digest: null })));
  return Object.entries(found)
    .filter(([, is]) => is === true)
    .map(([what]) => what)
    .sort();
};

it.each([
  [
    ['username', 'password'],
    ['password', 'user'],
  ],
  [
    ['log', 'pwd', 'wp-submit', 'rememberme'],
    ['password', 'remember', 'user'],
  ],
  [['wpName', 'wpPassword', 'wploginattempt'], ['password']],
  [
    ['j_username', 'j_password'],
    ['password', 'user'],
  ],
  [
    ['user[email]', 'user[password]', 'user[remember_me]'],
    ['password', 'remember', 'user'],
  ],
  [
    ['Input.Email', 'Input.Password'],
    ['password', 'user'],
  ],
  [
    ['pma_username', 'pma_password', 'server'],
    ['password', 'user'],
  ],
  [
    ['u', 'p', 'do', 'sectok'],
    ['password', 'user'],
  ],
  [
    ['variables.input.email', 'variables.input.password'],
    ['password', 'user'],
  ],
  [
    ['ctl00$Main$UserName', 'ctl00$Main$Password'],
    ['password', 'user'],
  ],
  [
    ['username', 'password1', 'password2'],
    ['newPassword', 'password', 'user'],
  ],
  [
    ['old_password', 'new_password1', 'new_password2'],
    ['newPassword', 'oldPassword', 'password'],
  ],
  [['email'], ['user']],
  [['otp_code'], ['code']],
  [['id', 'rawId', 'response.clientDataJSON', 'response.authenticatorData'], ['passkey']],
  [
    ['state', 'code'],
    ['code', 'external'],
  ],
  [['compass', 'bypass', 'passenger_name', 'topic'], []],
  [['message', 'subject'], []],
])('%j is for %j', (names, uses) => {
  expect(use(...names)).toEqual(uses);
});

it('knows nothing of a body that could not be read', () => {
  expect(fieldUse(null)).toMatchObject({ password: false, user: false, count: 0 });
});

it.each([
  'csrfmiddlewaretoken',
  '_csrf',
  'authenticity_token',
  '__RequestVerificationToken',
  '_token',
  '_wpnonce',
  'wpEditToken',
  'csrfToken',
  'form_key',
  'sectok',
  'x-csrftoken',
  'x-xsrf-token',
])('%s is there against forgery', (name) => {
  expect(isCsrfName(name)).toBe(true);
});

it.each(['access_token', 'refresh_token', 'id_token', 'otp_token', 'message', 'PHPSESSID', 'broken', 'statement'])(
  '%s is not',
  (name) => {
    expect(isCsrfName(name)).toBe(false);
  },
);
