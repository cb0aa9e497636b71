import { describe, expect, test } from 'vitest';
import { adviceOfWithheld, advised, graded } from './advice';

const SESSION = { auth: 'session-id' } as const;

describe('my sign-in through another site posts back, and after two minutes it fails', () => {
  const steps = [
    { ask: 'GET https://app.example/login', sets: ['auth=v31d4d96e407aad42; Path=/; Secure; HttpOnly'] },
    { ask: 'POST https://app.example/acs', from: 'https://idp.example', after: 150, status: 403 },
  ] as const;

  test('the advice is None, because of that request, and never Lax', () => {
    const advice = advised(steps, 'same-site-missing', SESSION);
    expect(advice?.line).toBe('auth=v31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=None');
    expect(advice?.says).toContain('because of POST /acs, started by idp.example');
  });

  test('the request that failed is a finding of its own', () => {
    const found = advised(steps, 'same-site-withholds', SESSION);
    expect(found).toMatchObject({ severity: 'error', heading: 'Let auth be sent with POST /acs' });
    expect(found?.found[0]).toBe(
      'observed: 1 request failed and had been sent without auth: POST /acs, started by idp.example, was answered 403.',
    );
  });

  test('so is one that carried it within two minutes: what works by chance is no reason for Lax', () => {
    const young = [steps[0], { ...steps[1], after: 30, status: 200, sends: 'auth=v31d4d96e407aad42' }];
    expect(advised(young, 'same-site-missing', SESSION)?.line).toMatch(/; SameSite=None$/);
  });

  test('over plain http there is no None: the advice is https, not a line', () => {
    const plain = [
      { ask: 'GET http://app.example/login', sets: ['auth=v31d4d96e407aad42; Path=/; HttpOnly'] },
      { ask: 'POST http://app.example/acs', from: 'https://idp.example', after: 150, status: 403 },
    ];
    const advice = advised(plain, 'same-site-missing', SESSION);
    expect(advice?.line).toBeNull();
    expect(advice?.says).toContain('serve both over https first');
    expect(advice?.remedy.settings('express')?.lines[0]?.text).toContain("app.set('trust proxy', 1)");
  });
});

describe('the state cookie is withheld at the callback', () => {
  const steps = [
    { ask: 'GET https://app.example/login', sets: ['corr=N; Path=/signin; Secure; SameSite=Lax'], status: 302 },
    { ask: 'POST https://app.example/signin', from: 'https://idp.example', status: 500 },
  ] as const;
  const roles = { corr: 'sign-in-transaction' } as const;

  test('it is a finding, and not an A', () => {
    expect(advised(steps, 'same-site-withholds', roles)).toMatchObject({
      severity: 'error',
      line: 'corr=N; Path=/signin; Secure; SameSite=None',
    });
    expect(graded(steps, roles).site?.letter).not.toMatch(/^A/);
  });

  test('its explanation has a fix, as that of a refused line has', () => {
    expect(adviceOfWithheld(steps, 'corr')).toMatchObject({ line: 'corr=N; Path=/signin; Secure; SameSite=None' });
  });

  test('a role that nobody knows does not hide it', () => {
    expect(advised(steps, 'same-site-withholds', { corr: 'unknown' })?.severity).toBe('warning');
  });
});

test('people who follow a link in a mail are signed out: Strict becomes Lax', () => {
  const advice = adviceOfWithheld(
    [
      { ask: 'POST https://app.example/login', sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Strict'] },
      { ask: 'GET https://app.example/order', from: 'https://mail.example', status: 302, answers: { location: '/login' } },
    ],
    'sid',
  );
  expect(advice?.line).toBe('sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax');
});

test('a CSRF token that is withheld from a link may stay Strict: Lax is advised only if the page needs it', () => {
  const advice = adviceOfWithheld(
    [
      { ask: 'GET https://app.example/', sets: ['__Host-csrf=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Strict'] },
      { ask: 'GET https://app.example/callback?code=1', from: 'https://idp.example', status: 303 },
    ],
    '__Host-csrf',
  );
  expect(advice?.says).toMatch(/^Write SameSite=Lax if GET \/callback\S* needs the cookie: .* can stay Strict\./);
});

test('a misspelt SameSite on a cookie that another site posts back becomes None, not the nearest word', () => {
  const advice = advised(
    [
      { ask: 'GET https://app.example/login', sets: ['auth=v31d4d96e407aad42; Path=/; Secure; SameSite=Lex'] },
      { ask: 'POST https://app.example/acs', from: 'https://idp.example', after: 150, status: 403 },
    ],
    'same-site-misspelt',
    SESSION,
  );
  expect(advice?.line).toBe('auth=v31d4d96e407aad42; Path=/; Secure; SameSite=None');
});

test('None is not called needless where a request from another site went without the cookie and failed', () => {
  const own = Array.from({ length: 6 }, (_, at) => ({ ask: `GET https://app.example/${at}`, sends: 'auth=v31d4d96e407aad42' }));
  const steps = [
    { ask: 'GET https://app.example/login', sets: ['auth=v31d4d96e407aad42; Path=/; Secure; SameSite=None'] },
    ...own,
    { ask: 'POST https://app.example/acs', from: 'https://idp.example', sends: 'auth=v31d4d96e407aad42' },
  ];
  expect(advised(steps, 'same-site-none-unneeded', SESSION)).toBeNull();
});
