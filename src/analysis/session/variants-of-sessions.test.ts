import { describe, expect, it } from 'vitest';
import { ownSite } from '../../../test/build/applications/application';
import { scriptOf, sessionsIn, signInScript } from '../../../test/build/sign-in-script';

const own = (lines: string) => scriptOf(ownSite(lines));
const b64 = (text: string) => Buffer.from(text).toString('base64url');

describe('what lies beside the session', () => {
  it('load balancer cookie that sticks is no session', () => {
    expect(
      signInScript(`
      GET /account 302 /login | AWSALB={L:88}; Max-Age=604800 | BIGipServerpool=1677787402.36895.0000 | sid={A}; HttpOnly
      -> /login 200 | AWSALB={M:88}; Max-Age=604800
      POST /login [user password] 302 /account | sid={B}; HttpOnly | AWSALB={N:88}; Max-Age=604800
      -> /account 200 | AWSALB={O:88}; Max-Age=604800
      GET /orders 200 | AWSALB={P:88}; Max-Age=604800
    `).signIns,
    ).toMatchObject([{ id: 'rotated', by: ['sid'] }]);
  });
  it('WAF and analytics beside', () => {
    expect(
      signInScript(`
      GET /account 302 /login | __cf_bm={L:88}; HttpOnly; Max-Age=1800 | _ga=GA1.1.123456789.1795435200; Max-Age=63072000 | SSESSID={A}; HttpOnly
      -> /login 200
      POST /login [user password] 302 /account | SSESSID={B}; HttpOnly | __cf_bm={M:88}; HttpOnly; Max-Age=1800
      -> /account 200
      GET /orders 200
    `).signIns,
    ).toMatchObject([{ id: 'rotated', by: ['SSESSID'] }]);
  });
  it('flash and message cookies', () => {
    const lines = `
      GET /account 302 /login | flash={L:40}; HttpOnly
      -> /login 200 | flash=; Max-Age=0
      POST /login [user password] 302 /account | ident={B:48}; HttpOnly | flash={M:40}; HttpOnly
      -> /account 200 | flash=; Max-Age=0
      GET /orders 200
    `;
    expect(signInScript(lines).signIns).toMatchObject([{ id: 'issued', by: ['ident'] }]);
  });
  it('a return-to cookie is no session', () => {
    const lines = `
      GET /account/orders?page=2 302 /login | return_to=%2Faccount%2Forders%3Fpage%3D2; HttpOnly
      -> /login 200
      POST /login [user password] 302 /account/orders | tok={B:48}; HttpOnly | return_to=; Max-Age=0
      -> /account/orders 200
      GET /orders 200
    `;
    expect(signInScript(lines).signIns).toMatchObject([{ id: 'issued', by: ['tok'] }]);
  });
  it('JWT split into payload readable and signature HttpOnly', () => {
    const lines = `
      GET / 200
      fetch GET /api/me 401
      fetch POST /api/login [email password] 200 | jwt_hp=${b64('{"alg":"HS256"}')}.${b64('{"sub":"7"}')}; SameSite=Strict | jwt_s={S:43}; HttpOnly; SameSite=Strict
      fetch GET /api/me 200
      GET /home 200
    `;
    expect(signInScript(lines).signIns[0]).toMatchObject({ id: 'issued' });
    expect(signInScript(lines).signIns[0]?.by).toContain('jwt_s');
  });
});
describe('how an attempt ended', () => {
  it.each([
    ['429 too many', 'POST /login [user password] 429', 'password refused'],
    ['423 locked', 'POST /login [user password] 423', 'password refused'],
    ['503', 'POST /login [user password] 503', 'password cannot-tell'],
    ['401 html form', 'POST /login [user password] 401', 'password refused'],
    ['redirect with message', 'POST /login [user password] 303 /login?reason=bad\n-> /login?reason=bad 200', 'password refused'],
    ['fetch 400', 'fetch POST /login [user password] 400', 'password refused'],
    [
      'fetch 200 with error then tries',
      'fetch POST /login [user password] 200\nfetch POST /login [user password] 401',
      'password refused',
    ],
  ])('%s', (_, line, said) => {
    expect(signInScript(`GET /home 302 /login\n-> /login 200 | sid={A}; HttpOnly\n${line}`).attempts[0]).toBe(said);
  });
  it('lost: SameSite=Strict withheld at the return from the provider is never refused credentials', () => {
    const { transactions, sites } = sessionsIn(`
      GET /account 302 https://idp.test/authorize?client_id=a&response_type=code&scope=openid&state={S:24} | tx={S:24}; HttpOnly; SameSite=Strict
      -> https://idp.test/authorize?client_id=a&response_type=code&scope=openid&state={S:24} 200
      without tx
      POST https://idp.test/login [username password] 302 https://app.example/cb?code=c&state={S:24}
      -> https://app.example/cb?code=c&state={S:24} 302 /login?error=state
      -> https://app.example/login?error=state 200
    `);
    expect(transactions[0]?.outcome.kind).not.toBe('signed-in');
    expect(sites.find(({ site }) => site === 'app.example')?.signIns).toEqual([]);
  });
  it('SAML POST without the transaction cookie: sent on to sign in again', () => {
    const { transactions } = sessionsIn(`
      GET /inside 302 https://idp.test/sso?SAMLRequest={R:80}&RelayState={L:24} | saml_rs={L:24}; HttpOnly; SameSite=Lax
      -> https://idp.test/sso?SAMLRequest={R:80}&RelayState={L:24} 200
      POST https://idp.test/login [username password] 200
      without saml_rs
      POST https://app.example/acs [SAMLResponse={P:80} RelayState={L:24}] 403
    `);
    expect(transactions).toHaveLength(1);
    expect(transactions[0]?.outcome.kind).not.toBe('signed-in');
  });
  it('silent renewal refused: login_required is nobody signed out', () => {
    const r = own(`
      GET /account 302 /login
      -> /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /account | sid={B}; HttpOnly
      -> /account 200
      GET /renew 302 https://idp.test/authorize?client_id=a&response_type=code&prompt=none&state={R:24}
      -> https://idp.test/authorize?client_id=a&response_type=code&prompt=none&state={R:24} 302 https://app.example/cb?error=login_required&state={R:24}
      -> https://app.example/cb?error=login_required&state={R:24} 200
      GET https://app.example/account 200
    `);
    expect(r.signIns[0]?.end).toBe(null);
  });
});
