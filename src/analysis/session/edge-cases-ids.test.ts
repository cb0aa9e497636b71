import { describe, expect, it } from 'vitest';
import { sessionsIn, signInScript, siteIn } from '../../../test/build/sign-in-script';

describe('applications that are not tidy with their ids', () => {
  it('change their id on anonymous pages, which is no rotation, and keep it at sign-in: fixation', () => {
    const { signIns } = signInScript(`
      GET / 200 | sid={A}; HttpOnly
      GET /about 200 | sid={B}; HttpOnly
      GET /news 200 | sid={C}; HttpOnly
      GET /login 200 | sid={D}; HttpOnly
      POST /login [user password] 302 /home
      -> /home 200
      GET /home 200
      GET /mail 200
    `);
    expect(signIns).toMatchObject([{ id: 'not-rotated', by: ['sid'] }]);
  });

  it('change their id on every page, signed in or not: nothing can be told of rotation', () => {
    const { attempts, signIns } = signInScript(`
      GET / 200 | sid={A}; HttpOnly
      GET /login 200 | sid={B}; HttpOnly
      POST /login [user password] 302 /login?failed | sid={C}; HttpOnly
      -> /login?failed 200 | sid={D}; HttpOnly
      POST /login [user password] 302 /home | sid={E}; HttpOnly
      -> /home 200 | sid={F}; HttpOnly
      GET /mail 200 | sid={G}; HttpOnly
      GET /mail 200 | sid={H}; HttpOnly
    `);
    expect(attempts).toEqual(['password refused', 'password succeeded']);
    expect(signIns).toMatchObject([{ id: 'changes-anyway', by: ['sid'] }]);
  });

  it('change their id while nobody is signed in and keep it afterwards: the one that signed in is new', () => {
    const { signIns } = signInScript(`
      GET / 200 | sid={A}; HttpOnly
      GET /login 200 | sid={B}; HttpOnly
      GET /login 200 | sid={C}; HttpOnly
      POST /login [user password] 302 /home | sid={D}; HttpOnly
      -> /home 200
      GET /mail 200
      GET /mail 200
      GET /home 200
    `);
    expect(signIns).toMatchObject([{ id: 'rotated', by: ['sid'] }]);
  });

  it('change the id at a wrong password too: that is no sign-in', () => {
    const { attempts, signIns } = signInScript(`
      GET /login 200 | sid={A}; HttpOnly
      GET /login 200
      POST /login [user password] 200 | sid={B}; HttpOnly
      POST /login [user password] 200 | sid={C}; HttpOnly
      GET /account 302 /login
      -> /login 200
    `);
    expect(attempts).toEqual(['password refused', 'password refused']);
    expect(signIns).toEqual([]);
  });

  it('issue the id only at sign-in', () => {
    const { signIns } = signInScript(`
      GET /login 200
      POST /login [user password] 302 /home | token={A:40}; HttpOnly
      -> /home 200
      GET /mail 200
    `);
    expect(signIns).toMatchObject([{ id: 'issued', by: ['token'] }]);
  });

  it('keep an anonymous session beside the one that counts', () => {
    const { signIns } = signInScript(`
      GET / 200 | anon.sid={A}; HttpOnly
      GET /login 200
      POST /login [user password] 302 /home | auth.sid={B}; HttpOnly
      -> /home 200
      GET /mail 200
      GET /logout 302 / | auth.sid=; Max-Age=0
      -> / 200
      GET /mail 302 /login
      -> /login 200
    `);
    expect(signIns).toMatchObject([{ id: 'issued', by: ['auth.sid'], left: ['auth.sid deleted', 'anon.sid left'] }]);
  });

  it('keep two sessions of which the one that counts is rotated', () => {
    const { signIns } = signInScript(`
      GET / 200 | PHPSESSID={A:26}; path=/ | app_session={B}; HttpOnly
      GET /login 200
      POST /login [user password] 302 /home | app_session={C}; HttpOnly
      -> /home 200
      GET /mail 200
      GET /logout 302 / | app_session=; Max-Age=0
      -> / 200
    `);
    expect(signIns).toMatchObject([{ id: 'rotated', by: ['app_session'] }]);
  });

  it('leave open which of two counts: cannot tell', () => {
    const { signIns } = signInScript(`
      GET / 200 | PHPSESSID={A:26}; path=/; HttpOnly
      GET /login 200
      POST /login [user password] 302 /home | u8s={B}; Max-Age=1209600
      -> /home 200
      GET /mail 200
    `);
    expect(signIns).toMatchObject([{ id: 'cannot-tell' }]);
  });

  it('issue a remember-me token beside an id that stays: fixation all the same', () => {
    const { signIns } = signInScript(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password remember_me=on] 302 /home | remember_token={B:64}; Max-Age=2592000; HttpOnly
      -> /home 200
      GET /mail 200
      GET /mail 200
    `);
    expect(signIns).toMatchObject([{ id: 'not-rotated', by: ['sid'] }]);
  });

  it('set a cookie of preferences at sign-in: it is not what counts', () => {
    const { signIns } = signInScript(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /home | theme=dark; Max-Age=31536000 | lang=en-GB; Max-Age=31536000
      -> /home 200
      GET /mail 200
      GET /mail 200
    `);
    expect(signIns).toMatchObject([{ id: 'not-rotated', by: ['sid'] }]);
  });
});

describe('applications that keep the session in its cookie', () => {
  const SEEN = 'eyJzZWVuIjoxfQ==';
  const USER = 'eyJzZWVuIjoxLCJwYXNzcG9ydCI6eyJ1c2VyIjp7ImlkIjo3fX19';
  const NOTED = 'eyJzZWVuIjoxLCJwYXNzcG9ydCI6eyJ1c2VyIjp7ImlkIjo3fX0sIm5vdGUiOiJoZWxsbyJ9';
  const LINES = `
    GET /mail 302 /login | session=${SEEN}; HttpOnly | session.sig={A:27}; HttpOnly
    -> /login 200
    POST /login [user password] 302 /mail | session=${USER}; HttpOnly | session.sig={B:27}; HttpOnly
    -> /mail 200
    POST /mail [note] 302 /mail | session=${NOTED}; HttpOnly | session.sig={C:27}; HttpOnly
    -> /mail 200
  `;

  it('and its signature beside it, which is no id of its own', () => {
    const { signIns } = signInScript(LINES);
    expect(signIns).toMatchObject([{ id: 'self-contained', carriedBy: 'session-in-cookie', by: ['session'] }]);
    const { roles } = sessionsIn(LINES);
    expect([...roles.values()].map(({ role }) => role)).toEqual(['session-id', 'session-id']);
  });

  it('change it with what they keep in it: nobody was given another id', () => {
    expect(siteIn(LINES).signIns[0]?.changes).toEqual([]);
  });

  it('but a signature without its cookie is like any other', () => {
    const { signIns } = signInScript(LINES.replace(/session=\S+ HttpOnly \| /g, ''));
    expect(signIns).toMatchObject([{ id: 'rotated', by: ['session.sig'] }]);
  });

  it('encrypted, so that it is new with every answer, beside a token that remembers: it counts all the same', () => {
    const session = (letter: string) => `_app_session={${letter}:80}--{${letter}}abcdef01; HttpOnly`;
    const { signIns } = signInScript(`
      GET / 200 | ${session('A')}
      GET /mail 302 /login | ${session('B')}
      -> /login 200 | ${session('C')}
      POST /login [user password autologin] 302 /mail | ${session('D')} | autologin={T}; Max-Age=31536000; HttpOnly
      -> /mail 200 | ${session('E')}
      GET /mail 200 | ${session('F')}
      GET /logout 302 / | ${session('G')} | autologin=; Max-Age=0
      -> / 200 | ${session('H')}
    `);
    expect(signIns).toMatchObject([{ id: 'self-contained', carriedBy: 'session-in-cookie', by: ['_app_session'] }]);
  });
});
