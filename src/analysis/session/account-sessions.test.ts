import { describe, expect, it } from 'vitest';
import { sessionsIn, siteIn } from '../../../test/build/sign-in-script';
import { accountSessions, chosenSession, spansDuring } from './account-sessions';

const TWO_ACCOUNTS = `
  GET /account 302 /login | lang=en
  -> /login 200
  POST /login [user=alice@mail.example password] 302 /account | sid={A}; HttpOnly
  -> /account 200
  POST /logout 302 / | sid=; Max-Age=0
  -> / 200
  GET /login 200
  POST /login [user=bob@mail.example password] 302 /login
  -> /login 200
  POST /login [user=bob@mail.example password] 302 /account | sid={B}; HttpOnly
  -> /account 200
`;
const sessions = (lines: string) => accountSessions(siteIn(lines));

describe('sessions of a site', () => {
  it('are told apart by the user name that was sent', () => {
    expect(sessions(TWO_ACCOUNTS).map(({ account }) => account)).toEqual([1, 2]);
    expect(sessions(TWO_ACCOUNTS.replaceAll('bob', 'alice')).map(({ account }) => account)).toEqual([1, 1]);
  });

  it('have the account of the name that was sent on the page before the password', () => {
    const lines = `
      GET /login 200
      POST /login/name [user=alice@mail.example] 302 /login/password
      -> /login/password 200
      POST /login/password [password] 302 /account | sid={A}; HttpOnly
      -> /account 200
    `;
    expect(sessions(lines).map(({ account }) => account)).toEqual([1]);
  });

  it('have the account of the registration whose name or e-mail address is sent', () => {
    const lines = `
      GET /register 200
      POST /register [username=alice2000 email=alice@mail.example password password_confirmation] 302 /account | sid={A}; HttpOnly
      -> /account 200
      POST /logout 302 /login | sid=; Max-Age=0
      -> /login 200
      POST /login [email=alice@mail.example password] 302 /account | sid={B}; HttpOnly
      -> /account 200
    `;
    expect(sessions(lines).map(({ account }) => account)).toEqual([1, 1]);
  });

  it('are not taken for one account by a button that is named as a user name is', () => {
    const lines = TWO_ACCOUNTS.replaceAll('[user=', '[login=Sign-in-now user=');
    expect(sessions(lines).map(({ account }) => account)).toEqual([1, 2]);
    expect(sessions(lines.replaceAll('@mail.example', '')).map(({ account }) => account)).toEqual([null, null]);
  });

  it('have no account where the user name is too short to be kept, nor where none was seen', () => {
    expect(sessions(TWO_ACCOUNTS.replaceAll('@mail.example', '')).map(({ account }) => account)).toEqual([null, null]);
    const lines = `
      with sid={A}
      GET /account 200
      POST /logout 302 /login | sid=; Max-Age=0
      -> /login 200
      GET /account 302 /login
      -> /login 200
    `;
    expect(sessions(lines).map(({ account, signIn }) => [signIn.how, account])).toEqual([['already', null]]);
  });

  it('have no account once another tab has put another id in place of theirs', () => {
    const lines = `
      GET /account 302 /login
      -> /login 200
      POST /login [user=alice@mail.example password] 302 /account | sid={A}; HttpOnly
      -> /account 200
      GET /orders 200
    `;
    const account = (more: string) => sessions(lines + more).map(({ account }) => account);
    expect(account('GET /orders 200')).toEqual([1]);
    expect(account('tab sid={B}\nGET /orders 200')).toEqual([null]);
    // Where answers renew the value, those to another tab do too.
    expect(account('GET /orders 200 | sid={C}; HttpOnly\ntab sid={B}\nGET /orders 200')).toEqual([1]);
    expect(account('tab theme={B}\nGET /orders 200')).toEqual([1]);
  });

  it('begin with the failed attempts that led to them, and end where the next begins', () => {
    const [first, second] = sessions(TWO_ACCOUNTS);
    expect(first?.from).toBeNull();
    expect(first?.until).toBe(second?.from);
    const refused = siteIn(TWO_ACCOUNTS).attempts.find(({ outcome }) => outcome === 'refused');
    expect(second?.from?.exchange.id).toBe(refused?.visit.exchange.id);
    expect(second?.until).toBeNull();
  });

  it('are found by their choice', () => {
    const all = sessionsIn(TWO_ACCOUNTS);
    const [, second] = sessions(TWO_ACCOUNTS);
    const site = 'app.example';
    expect(chosenSession(all, { site, session: second?.id ?? '' })?.account).toBe(2);
    expect(chosenSession(all, { site, session: null })).toBeNull();
    expect(chosenSession(all, { site, session: 'gone' })).toBeNull();
    expect(chosenSession(all, null)).toBeNull();
  });

  it('have the values that their cookies had meanwhile', () => {
    const site = siteIn(TWO_ACCOUNTS);
    const during = accountSessions(site).map((session) =>
      site.lives.flatMap((life) => spansDuring(life, session).map(() => String(life.name))),
    );
    expect(during.map((names) => names.toSorted())).toEqual([
      ['lang', 'sid'],
      ['lang', 'sid'],
    ]);
  });
});
