import { describe, expect, it } from 'vitest';
import { momentsIn, signInScript } from '../../../test/build/sign-in-script';

const b64 = (text: string) => Buffer.from(text).toString('base64');

describe('pages and sign-outs by their query', () => {
  it.each([
    ['?go=in', '?go=main', '?go=orders'],
    ['?screen=signon', '?screen=menu', '?screen=orders'],
    ['?site=3', '?site=1', '?site=7'],
  ])('one script, pages by the value of a parameter %s', (form, home, other) => {
    const r = signInScript(`
      GET /index.php${home} 302 /index.php${form} | sid={A}; HttpOnly
      -> /index.php${form} 200
      POST /index.php${form} [user password] 302 /index.php${form}
      -> /index.php${form} 200
      POST /index.php${form} [user password] 302 /index.php${home}
      -> /index.php${home} 200
      GET /index.php${other} 200
      GET /index.php${home} 200
    `);
    expect(r.attempts).toEqual(['password refused', 'password succeeded']);
    expect(r.signIns).toMatchObject([{ id: 'not-rotated', by: ['sid'] }]);
  });
  it('form action with a message in the address', () => {
    const r = signInScript(`
      GET /portal 200 | sid={A}; HttpOnly
      POST /portal [user password] 302 /portal?msg=wrong
      -> /portal?msg=wrong 200
      POST /portal [user password] 302 /portal?tab=home
      -> /portal?tab=home 200
      GET /portal?tab=orders 200
      GET /portal?exit=Exit 302 /portal
      -> /portal 200
    `);
    expect(r.attempts).toEqual(['password refused', 'password succeeded']);
    expect(r.signIns[0]).toMatchObject({ id: 'not-rotated' });
  });
  it.each([
    'GET /app?action=logoff',
    'GET /app?event=signoff',
    'GET /app?btn=Log+out',
    'GET /app?submit=Abmelden',
    'POST /app [logoff=Bye]',
    'GET /app?logmeout=1',
    'POST /do/SignOut.action []',
    'GET /Account/LogOff',
    'GET /app/uitloggen',
    'GET /salir',
    'GET /app/logout.jsp;jsessionid=abc',
    'POST /graphql/logout []',
  ])('sign-out by %s', (out) => {
    const [sig] = signInScript(`
      GET /account 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /account | sid={B}; HttpOnly
      -> /account 200
      ${out} 302 /
      -> / 200
      GET /account 302 /login
      -> /login 200
    `).signIns;
    expect(sig?.end).toMatch(/signed out/);
  });
});

describe('a value sealed or dated anew is no change of privilege', () => {
  const sealed: [string, (n: number) => string][] = [
    ['gorilla', (n) => b64(`179543${n}200|${'x'.repeat(40)}${n}|mac${n}${'y'.repeat(29)}`)],
    ['tornado', (n) => `"2|1:0|10:179543520${n}|4:user|8:ImFubmEi|{S${n}}{R${n}}"`],
    ['plug', (n) => `SFMyNTY.g3QAAAABbQAAAA91c2VyX2lkYQ.{S${n}:43}`],
    ['oauth2-proxy', (n) => `{T${n}:88}|179543520${n}|{M${n}:43}=`],
    ['play 1', (n) => `{S${n}:40}-user=anna&ts=179543520${n}`],
    ['user:time:mac', (n) => `anna:179543520${n}:{S${n}:40}`],
  ];
  it.each(sealed)('%s', (_, v) => {
    const kinds = momentsIn(`
      GET /login 200
      POST /login [user password] 302 /home | auth=${v(1)}; HttpOnly
      -> /home 200
      GET /mail 200 | auth=${v(2)}; HttpOnly
      POST /save [x csrf_token={T}] 302 /mail | auth=${v(3)}; HttpOnly
      -> /mail 200 | auth=${v(4)}; HttpOnly
      POST /note [x csrf_token={T}] 303 /mail | auth=${v(5)}; HttpOnly
      -> /mail 200
    `).map(({ kind }) => kind);
    expect(kinds).not.toContain('privilege-change');
  });
});

describe('refusals that no status and no Referer tells of', () => {
  it('two steps, no referer', () => {
    expect(
      signInScript(`
      no-referrer
      GET /signin 200 | sid={A}; HttpOnly
      POST /signin/id [email] 302 /signin/pw
      -> /signin/pw 200
      POST /signin/pw [password] 302 /signin/pw
      -> /signin/pw 200
      POST /signin/pw [password] 302 /home | sid={B}; HttpOnly
      -> /home 200
      GET /mail 200
    `).attempts,
    ).toEqual(['user-name continued', 'password refused', 'password succeeded']);
  });
  it('GraphQL: 200 both times, no cookie at the refusal', () => {
    expect(
      signInScript(`
      GET / 200
      fetch POST /graphql [operationName variables.email variables.password query] 200
      fetch POST /graphql [operationName variables.email variables.password query] 200 | sid={B}; HttpOnly
      fetch POST /graphql [operationName query] 200
      GET /home 200
    `).attempts,
    ).toEqual(['password refused', 'password succeeded']);
  });
});
