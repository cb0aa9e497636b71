import { describe, expect, test } from 'vitest';
import { inWords, storyIn } from '../../../../test/build/moments';

const told = (lines: string): readonly string[] => storyIn(lines).moments.map(inWords);

describe('a refusal that has another cause in sight is none of the credentials', () => {
  test.each([
    ['the server fails', 'GET /login 200\nPOST /login [user password] 500'],
    [
      'the second step goes without what the first gave',
      `GET /login 200
       POST /login [user password] 302 /mfa | pending={A}; HttpOnly; Path=/login
       -> /mfa 200
       POST /mfa/verify [code] 302 /login
       -> /login 200`,
    ],
    [
      'the token’s cookie of the form is not there',
      `GET /login 200 | csrf={A}; Path=/form
       POST /login [user password csrf={A}] 403`,
    ],
    [
      'the token’s cookie is newer than the form',
      `GET /login 200 | csrf={A}
       fetch GET /api/banner 200 | csrf={B}
       POST /login [user password csrf={A}] 403`,
    ],
    [
      'the form is sent on to another host',
      `GET /login 200
       POST https://app.example/login [user password] 301 https://www.app.example/login
       -> https://www.app.example/login 200`,
    ],
  ])('%s', (_, lines) => {
    expect(told(lines)).toContain('credentials-unanswered ?');
    expect(told(lines)).not.toContain('credentials-refused');
  });

  test.each([
    ['the token holds', 'GET /login 200 | csrf={A}\nPOST /login [user password csrf={A}] 403'],
    ['the form is shown again', 'GET /login 200 | sid={A}; HttpOnly\nPOST /login [user password] 302 /login\n-> /login 200'],
    [
      'a token given anew with each answer, and the form again',
      'GET /login 200 | XSRF-TOKEN={A}\nfetch GET /a 200 | XSRF-TOKEN={B}\nPOST /login [user password] 422',
    ],
  ])('the credentials are refused: %s', (_, lines) => {
    expect(told(lines)).toContain('credentials-refused');
  });
});

describe('what follows a sign-in', () => {
  test('a session that the next page had and that then expired was not lost at the sign-in', () => {
    const moments = told(`
      GET /login 200
      POST /login [user password] 302 /home | sid={A}; HttpOnly; Max-Age=3
      -> /home 200
      wait 15
      without sid
      GET /orders 302 /login
      -> /login 200`);
    expect(moments.some((moment) => moment.startsWith('signed-in'))).toBe(true);
    expect(moments.filter((moment) => moment.startsWith('sign-in-lost'))).toEqual([]);
  });

  test('a line that sets the session and deletes it set a cookie', () => {
    const moments = told(`
      GET /login 200
      POST /login [user password] 302 /home | sid={A}; HttpOnly; Max-Age=-1
      -> /home 302 /login
      -> /login 200`);
    expect(moments).toContain('sign-in-lost sid deleted');
  });
});
