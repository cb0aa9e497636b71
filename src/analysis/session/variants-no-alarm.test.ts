import { describe, expect, it } from 'vitest';
import { sessionsIn, signInScript, siteIn } from '../../../test/build/sign-in-script';

describe('what is none, or beside the point', () => {
  it('a page parameter that stays is no token in the address', () => {
    const { csrf } = siteIn(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login?tenant=acme2026shop [user password csrf_token={T:32}] 302 /home | sid={B}; HttpOnly
      -> /home 200
      POST /a?tenant=acme2026shop [x csrf_token={U:32}] 302 /home
      -> /home 200
      POST /b?tenant=acme2026shop [y csrf_token={U:32}] 302 /home
      -> /home 200
    `);
    expect(csrf.inAddresses).toEqual([]);
    expect(csrf.guards).toMatchObject([{ where: 'field' }]);
  });
  it('payment provider return is no sign-in', () => {
    const r = sessionsIn(`
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password csrf_token={T:32}] 302 /home | sid={B}; HttpOnly
      -> /home 200
      POST /checkout [csrf_token={U:32}] 302 https://pay.test/session/abc?return=x
      -> https://pay.test/session/abc?return=x 200
      POST https://pay.test/confirm [card] 302 https://app.example/checkout/return?payment=ok&ref=12345678
      -> https://app.example/checkout/return?payment=ok&ref=12345678 302 /orders/9 | last_order={O:24}; HttpOnly
      -> https://app.example/orders/9 200
      GET https://app.example/home 200
    `).sites.find(({ site }) => site === 'app.example');
    expect(r?.attempts.map(({ step }) => step)).toEqual(['password']);
    expect(r?.signIns).toHaveLength(1);
  });
  it('consent gate of another site that comes back to the page is no sign-in', () => {
    const r = sessionsIn(`
      GET /news 302 https://consent.test/gate?site=app | visit={V:24}
      -> https://consent.test/gate?site=app 302 https://app.example/consent-cb?ok=1
      -> https://app.example/consent-cb?ok=1 302 /news | euconsent={C:60}; Max-Age=31536000
      -> https://app.example/news 200
      GET https://app.example/sport 200
    `).sites.find(({ site }) => site === 'app.example');
    expect(r?.signIns).toEqual([]);
  });
  it('A/B, locale and preferences set at sign-in beside a rotated id do not make it open', () => {
    expect(
      signInScript(`
      GET /account 302 /login | lang=de; Max-Age=31536000 | ab_bucket=f3c1b7a09e5d8c26aa; Max-Age=31536000 | sid={A}; HttpOnly
      -> /login 200
      POST /login [user password] 302 /account | sid={B}; HttpOnly
      -> /account 200
      GET /orders 200
    `).signIns,
    ).toMatchObject([{ id: 'rotated', by: ['sid'] }]);
  });
  it('a session that was there and a cart session beside: rotated one counts', () => {
    expect(
      signInScript(`
      GET /account 302 /login | sid={A}; HttpOnly | cart_session={C}; HttpOnly
      -> /login 200
      POST /login [user password] 302 /account | sid={B}; HttpOnly
      -> /account 200
      GET /orders 200
    `).signIns[0]?.id,
    ).toBe('rotated');
  });
  it('anonymous PHPSESSID stays, a sealed auth cookie by name is issued and ended: issued', () => {
    expect(
      signInScript(`
      GET /account 302 /login | PHPSESSID={A:26}; HttpOnly
      -> /login 200
      POST /login [user password] 302 /account | auth_token={R:60}; HttpOnly
      -> /account 200
      GET /orders 200
      POST /logout [csrf={T}] 302 / | auth_token=; Max-Age=0
      -> / 200
    `).signIns,
    ).toMatchObject([{ id: 'issued', by: ['auth_token'] }]);
  });
  it('an id changed that ends like the old by its node is rotated', () => {
    expect(
      signInScript(`
      GET /account 302 /login | app={A:32}.node1; HttpOnly
      -> /login 200
      POST /login [user password] 302 /account | app={B:32}.node1; HttpOnly
      -> /account 200
      GET /orders 200
    `).signIns,
    ).toMatchObject([{ id: 'rotated' }]);
  });
  it('a signed id with a constant key id in front is rotated', () => {
    expect(
      signInScript(`
      GET /account 302 /login | app=v1.k2026.{A:43}.{X:43}; HttpOnly
      -> /login 200
      POST /login [user password] 302 /account | app=v1.k2026.{B:43}.{Y:43}; HttpOnly
      -> /account 200
      GET /orders 200
    `).signIns,
    ).toMatchObject([{ id: 'rotated' }]);
  });
});
