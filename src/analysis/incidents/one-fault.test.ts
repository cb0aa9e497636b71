import { describe, expect, test } from 'vitest';
import { incidentsIn } from '../../../test/build/incident-examples';
import type { ExampleStep } from '../rules/engine/example';

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
const STATE = 'xk3fq9almn0pr7tvw2yb';
const LEAVE = `https://idp.example/authorize?client_id=shop&response_type=code&response_mode=form_post&state=${STATE}&redirect_uri=https%3A%2F%2Fshop.example%2Fcallback`;

const visited = (sid: string): ExampleStep => ({ ask: 'GET https://shop.example/', sets: [`sid=${ID}; Path=/; ${sid}`] });
const LAX = visited('Secure; HttpOnly; SameSite=Lax');
const started = (cookie: string, host = 'shop.example'): readonly ExampleStep[] => [
  { ask: `GET https://${host}/login`, status: 302, answers: { location: LEAVE }, sets: [cookie] },
  { ask: `GET ${LEAVE}`, isRedirect: true },
];
const answered = (location: string, ...sets: readonly string[]): ExampleStep => ({
  ask: 'POST https://shop.example/callback',
  from: 'https://idp.example',
  fields: { code: 'c0de', state: STATE },
  status: 303,
  answers: { location },
  sets,
});
const asked = (more: Partial<ExampleStep> = {}): ExampleStep => ({
  ask: 'GET https://shop.example/account',
  from: 'https://idp.example',
  isRedirect: true,
  status: 303,
  answers: { location: '/sign-in?next=%2Faccount' },
  ...more,
});
const FORM: ExampleStep = {
  ask: 'GET https://shop.example/sign-in?next=%2Faccount',
  from: 'https://idp.example',
  isRedirect: true,
};
const REFUSED: readonly ExampleStep[] = [
  answered('/sign-in?error=request'),
  { ask: 'GET https://shop.example/sign-in?error=request', from: 'https://idp.example', isRedirect: true },
];
const STATE_COOKIE = `oidc_state=${STATE}; Path=/; Secure; HttpOnly; SameSite=None`;
const SPENT = 'oidc_state=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=None';

const told = (...steps: readonly ExampleStep[]): readonly string[] =>
  incidentsIn({ steps }).all.map(({ kind, cookie, cause }) => `${kind}: ${cookie?.name} ${cause}`);

describe('a sign-in through another site, the session of the shop withheld beside', () => {
  test('tells the cookie of the sign-in that was refused', () => {
    expect(told(LAX, ...started('oidc-7f3a=Jm5vQz8kLw2rTx7yBn4cHd9f; Path=/; HttpOnly; SameSite=None'), ...REFUSED)).toEqual([
      'federated-sign-in: oidc-7f3a rejected',
    ]);
  });

  test('tells the cookie of the sign-in that is of another host of the site', () => {
    const cookie = 'oidc-7f3a=Jm5vQz8kLw2rTx7yBn4cHd9f; Path=/; Secure; HttpOnly; SameSite=None';
    expect(told(LAX, ...started(cookie, 'www.shop.example'), ...REFUSED)).toEqual(['federated-sign-in: oidc-7f3a other-host']);
  });

  test('tells the session where the sign-in has no cookie of its own', () => {
    const [leave, there] = started('');
    const bare = [{ ...leave, sets: [] } as ExampleStep, there as ExampleStep];
    expect(told(LAX, ...bare, ...REFUSED)).toEqual(['federated-sign-in: sid withheld']);
  });
});

describe('an answer that was taken', () => {
  test('and deleted its cookie: the pages after it do not miss that', () => {
    expect(told(LAX, ...started(STATE_COOKIE), answered('/account', SPENT), asked(), FORM)).toEqual([
      'session-not-set: undefined not-set',
    ]);
  });

  test('and a strict session is one incident', () => {
    const strict = `sid=${ID.slice(1)}7; Path=/; Secure; HttpOnly; SameSite=Strict`;
    expect(told(...started(STATE_COOKIE), answered('/account', SPENT, strict), asked(), FORM)).toEqual([
      'federated-sign-in: sid withheld',
    ]);
  });

  test('and a session that is refused, at every page before and after it, is one incident', () => {
    const { isRedirect: _, ...page } = asked({ from: 'https://shop.example' });
    const again: ExampleStep = page;
    const refused = (digit: number) => `sid=${ID.slice(1)}${digit}; Path=/; HttpOnly; SameSite=None`;
    const steps = [
      visited('HttpOnly; SameSite=None'),
      again,
      { ...FORM, from: 'https://shop.example', sets: [refused(1)] },
      ...started(STATE_COOKIE),
      answered('/account', SPENT, refused(2)),
      asked(),
      { ...FORM, sets: [refused(3)] },
      again,
      { ...FORM, from: 'https://shop.example', sets: [refused(4)] },
    ];
    expect(told(...steps)).toEqual(['federated-sign-in: sid rejected']);
  });
});
