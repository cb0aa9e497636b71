import { describe, expect, it } from 'vitest';
import { signInScript, siteIn } from '../../../test/build/sign-in-script';
import { addressOf, saysSignIn, saysSignOut } from './requests/address';
import { fieldUse, isCsrfName } from './requests/fields';

const SIGN_IN = `
  GET /account 302 /login
  -> /login 200
  POST /login [user password] 302 /account | sid={A}; HttpOnly
  -> /account 200
`;

describe('a word that ends much else (exit, quit, leave) signs out where the answer deletes the session', () => {
  it.each(['/exit', '/app.php?do=quit', '/session/terminate', '/bye'])('%s', (address) => {
    const { signIns } = signInScript(`${SIGN_IN}GET ${address} 302 /login | sid=; Max-Age=0\n-> /login 200`);
    expect(signIns).toMatchObject([{ end: 'signed out by link', left: ['sid deleted'] }]);
  });

  it('and does not where the session stays', () => {
    const { signIns } = signInScript(`${SIGN_IN}GET /wizard/exit 302 /account\n-> /account 200\nGET /account 200`);
    expect(signIns).toMatchObject([{ end: null }]);
  });

  it('nor does a session that is over when any other page is asked for', () => {
    const { signIns } = signInScript(`${SIGN_IN}GET /account/orders 302 /login | sid=; Max-Age=0\n-> /login 200`);
    expect(signIns).toMatchObject([{ end: 'expired by server' }]);
  });
});

describe('an address says by its words what it is', () => {
  const out = (url: string) => saysSignOut(addressOf(`https://app.example${url}`) ?? expect.fail());
  it.each(['/?mylogout=', '/doLogout', '/userlogout.php', '/ajaxsignout'])('%s signs out', (url) => expect(out(url)).toBe(true));
  it.each(['/catalogoff', '/dialogout', '/blogout', '/backlogout'])('%s does not', (url) => expect(out(url)).toBe(false));

  it.each(['?id=login', '?content=signin', '?tab=login'])('/index.php%s is a page of its own to sign in', (query) => {
    const address = addressOf(`https://app.example/index.php${query}`);
    expect(address !== null && saysSignIn(address)).toBe(true);
    expect(address?.page).not.toBe('app.example/index.php');
  });

  it('a number under the same name chooses no page', () => {
    expect(addressOf('https://app.example/article?id=48213')?.page).toBe('app.example/article');
  });
});

it('a form that began the sign-out is told as one, though an address behind it says so first', () => {
  const { signIns } = signInScript(
    `${SIGN_IN}POST /account [go] 303 /sso/logout\n-> /sso/logout 302 / | sid=; Max-Age=0\n-> / 200`,
  );
  expect(signIns).toMatchObject([{ end: 'signed out by form' }]);
});

describe('a field named for signing out says so, whatever page the form is sent to', () => {
  const over = '\nGET /account 302 /login\n-> /login 200';
  it.each([
    ['POST /orders [logout=1] 302 /\n-> / 200', 'form'],
    ['POST /orders [id ctl00$btnLogout csrf_token={C}] 302 /\n-> / 200', 'form'],
    ['POST /orders [menu menu.logoutLink] 302 /\n-> / 200', 'form'],
    ['POST /orders [logout.x logout.y] 302 /\n-> / 200', 'form'],
    ['fetch POST /api [logout=1] 200', 'script'],
  ])('%s', (out, by) => {
    const { signIns } = signInScript(`${SIGN_IN}GET /orders 200\n${out}${over}`);
    expect(signIns).toMatchObject([{ end: `signed out by ${by}`, left: ['sid left'] }]);
  });

  it.each([
    'POST /settings [logout_url=1 title]',
    'POST /settings [log_output=1]',
    'fetch POST /settings [autologout logout title]',
  ])('%s does not', (save) => {
    const { signIns } = signInScript(`${SIGN_IN}${save} 302 /account\n-> /account 200\nGET /account 200`);
    expect(signIns).toMatchObject([{ end: null }]);
  });
});

describe('a form chooses by the value of a field (action=logout), which is not recorded', () => {
  const over = '-> / 200\nGET /account 302 /login\n-> /login 200';

  it.each(['action', 'do', 'cmd'])('%s: the next page knows nobody, so that it signed out, most likely', (name) => {
    const { signIns } = signInScript(`${SIGN_IN}GET /orders 200\nPOST /app.php [${name}] 302 /\n${over}`);
    expect(signIns).toMatchObject([{ end: 'signed out by form', left: ['sid left'] }]);
  });

  it('a page that is asked for hours later tells nothing of the form', () => {
    const { signIns } = signInScript(
      `${SIGN_IN}GET /orders 200\nPOST /app.php [action] 302 /\n-> / 200\nwait 7200\nGET /account 302 /login\n-> /login 200`,
    );
    expect(signIns).toMatchObject([{ end: 'expired by server' }]);
  });

  it('a form after which somebody is still signed in chose something else', () => {
    const { signIns } = signInScript(
      `${SIGN_IN}POST /app.php [action] 302 /account\n-> /account 200\nGET /account 302 /login\n-> /login 200`,
    );
    expect(signIns).toMatchObject([{ end: 'expired by server' }]);
  });

  it('one without such a field is no sign-out', () => {
    const { signIns } = signInScript(`${SIGN_IN}GET /orders 200\nPOST /app.php [amount] 302 /\n${over}`);
    expect(signIns).toMatchObject([{ end: 'expired by server' }]);
  });
});

it('what was emptied before the sign-out is not told as left by it', () => {
  const { signIns } = signInScript(`
    GET /account 302 /login
    -> /login 200
    POST /login [user password] 302 /account | sid={A}; HttpOnly | auth_permanent=; Max-Age=2592000; HttpOnly
    -> /account 200
    GET /logout 302 / | sid=; Max-Age=0
    -> / 200
  `);
  expect(signIns[0]?.left).toEqual(['sid deleted']);
});

it('an account’s form with a new password is no sign-in: what follows it speaks of the password before', () => {
  const script = signInScript(`
    GET /users 302 /
    -> / 200 | sid={A}; HttpOnly
    POST /login [user pass] 302 /
    -> / 200
    GET /edituser?user=alice 200
    POST /edituser [_CSRF_Check={C:32} user password password2 nick realname] 302 /users
    -> /users 200
  `);
  expect(script).toMatchObject({ signIns: [{ id: 'not-rotated', by: ['sid'] }] });
  expect(script.attempts[0]).toBe('password succeeded');
});

it('an id renewed beside a token that is issued: rotated, for there was one to plant', () => {
  const { signIns } = signInScript(`
    GET /account 302 /login | sessionid={A}; HttpOnly
    -> /login 200
    POST /login [user password] 302 /account | sessionid={B}; HttpOnly | access_token={T:40}; HttpOnly
    -> /account 200
    GET /orders 200
    GET /logout 302 / | sessionid=; Max-Age=0 | access_token=; Max-Age=0
    -> / 200
  `);
  expect(signIns).toMatchObject([{ id: 'rotated' }]);
});

describe('what guards requests', () => {
  const guards = (lines: string) => siteIn(lines).csrf.guards.map(({ kind, where, name }) => `${kind} ${where} ${name}`);

  it('a header whose value is no token guards by being there', () => {
    expect(guards(`${SIGN_IN}fetch POST /api/orders [item] (x-csrf-protection=1) 201`)).toContain(
      'custom-header header x-csrf-protection',
    );
  });

  it('a cookie that a script repeats in a header of any name is a token', () => {
    const lines = `${SIGN_IN}GET /app 200 | CANARY={C:60}; Path=/
      fetch POST /api/orders [item] (x-app-canary={C:60}) 201
      fetch POST /api/items [item] (x-app-canary={C:60}) 201`;
    expect(guards(lines)).toContain('double-submit header x-app-canary');
  });

  it('RelayState says where to go back, and is no token', () => {
    expect(isCsrfName('RelayState')).toBe(false);
    expect(isCsrfName('state')).toBe(true);
  });
});

it('a name beside one password is whose it is', () => {
  const use = (...names: readonly string[]) => fieldUse(names.map((name) => ({ name, digest: null })));
  expect(use('name', 'password', 'autologin').user).toBe(true);
  expect(use('name', 'street').user).toBe(false);
});

describe('a form that says what to do in a field is no sign-out', () => {
  const IN = `GET /home 200 <content-length: 900>
    GET /login 200 <content-length: 1200>
    POST /login [user password] 302 /home | sid={A}; HttpOnly
    -> /home 200 <content-length: 4000>
    `;
  const endOf = (lines: string) => signInScript(IN + lines).signIns[0]?.end;
  const form = 'POST /cart [action item] 302 /home\n-> /home 200 <content-length: 900>\n';

  it('where the next page only looks like one for nobody, and the same id is served again', () => {
    expect(endOf(form)).toBe('signed out by form');
    expect(endOf(`${form}GET /home 200 <content-length: 4000>`)).toBeNull();
  });

  it.each(['POST /search.php [do keywords]', 'POST /index.php [action=search2 search]', 'POST /suche [do text]'])(
    'where it searches, and the server ended the session: %s',
    (search) => {
      expect(endOf(`${search} 302 /home\n-> /home 200 <content-length: 900>\n`)).toBe('expired by server');
    },
  );

  it('where nobody had used the session for long: it may have been over', () => {
    expect(endOf(`wait 600\n${form}`)).toBe('signed out by form');
    expect(endOf(`wait 3600\n${form}`)).toBe('expired by server');
  });
});
