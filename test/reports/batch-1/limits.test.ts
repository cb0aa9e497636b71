import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { authorize, LOGIN, STATE } from '../steps';

const REPORTS: readonly Report[] = [
  // https://github.com/dotnet/aspnetcore/issues/43041
  [
    'Nginx: Request Header Or Cookie Too Large, because of Nonce and Correlation cookies',
    [
      ...Array.from({ length: 14 }, (_, i) => ({
        ask: `GET https://app.example/svc${i}`,
        status: 302,
        answers: { location: authorize('https://app.example/signin-oidc') },
        sets: [
          `.AspNetCore.OpenIdConnect.Nonce.${'q'.repeat(200)}${i}=${'N'.repeat(200)}; Path=/; SameSite=None; Secure; HttpOnly; Max-Age=900`,
          `.AspNetCore.Correlation.${'z'.repeat(40)}${i}=${'N'.repeat(200)}; Path=/; SameSite=None; Secure; HttpOnly; Max-Age=900`,
        ],
      })),
      { ask: 'GET https://app.example/svcX', from: 'https://app.example', status: 400 },
    ],
    {
      kind: 'cookie-limits',
      cookie: `.AspNetCore.OpenIdConnect.Nonce.${'q'.repeat(200)}0`,
      cause: 'too-large',
      fix: 'begin none',
    },
  ],
  // https://github.com/pomerium/pomerium/issues/211
  [
    'redirect loop for users of Azure: the session is very large',
    [
      {
        ask: 'GET https://app.corp.example/',
        status: 302,
        answers: {
          location: 'https://auth.corp.example/sign_in?redirect_uri=https%3A%2F%2Fapp.corp.example%2F.pomerium%2Fcallback',
        },
      },
      {
        ask: 'GET https://auth.corp.example/sign_in?redirect_uri=https%3A%2F%2Fapp.corp.example%2F.pomerium%2Fcallback',
        isRedirect: true,
        status: 302,
        answers: { location: 'https://app.corp.example/.pomerium/callback?code=x1' },
      },
      {
        ask: 'GET https://app.corp.example/.pomerium/callback?code=x1',
        isRedirect: true,
        status: 302,
        answers: { location: 'https://app.corp.example/' },
        sets: [`_pomerium=${'k3Jw9xQ1'.repeat(640)}; Path=/; Secure; HttpOnly`],
      },
      {
        ask: 'GET https://app.corp.example/',
        isRedirect: true,
        status: 302,
        answers: {
          location: 'https://auth.corp.example/sign_in?redirect_uri=https%3A%2F%2Fapp.corp.example%2F.pomerium%2Fcallback',
        },
      },
    ],
    { kind: 'cookie-limits', cookie: '_pomerium', cause: 'rejected', fix: 'only an id' },
  ],
  // https://github.com/aws-samples/sample-claude-apps-gateway-on-aws/issues/9
  [
    'users in many groups are sent from / to /signin with 303, no error anywhere',
    [
      {
        ask: `GET https://admin.example/auth/callback?code=c0de&state=${STATE}`,
        from: 'https://idp.example',
        status: 303,
        answers: { location: '/' },
        sets: [`session=${'k3Jw9xQ1'.repeat(640)}; path=/; httponly; samesite=lax; secure`],
      },
      {
        ask: 'GET https://admin.example/',
        isRedirect: true,
        from: 'https://idp.example',
        status: 303,
        answers: { location: '/signin' },
      },
    ],
    { kind: 'cookie-limits', cookie: 'session', cause: 'rejected', fix: 'groups' },
  ],
  // https://github.com/AbsaOSS/enceladus/issues/1080
  [
    'too many groups make the cookie too big, and the browser rejects it',
    [
      {
        ask: 'POST https://menas.example/api/login',
        as: 'fetch',
        from: 'https://menas.example',
        fields: LOGIN,
        sets: [`JWT=${'k3Jw9xQ1'.repeat(640)}; Path=/; HttpOnly`],
      },
      { ask: 'GET https://menas.example/api/user/info', as: 'fetch', from: 'https://menas.example', status: 401 },
    ],
    { kind: 'cookie-limits', cookie: 'JWT', cause: 'rejected', fix: '4,096' },
  ],
  // https://github.com/supabase/auth-helpers/issues/661
  [
    'the auth cookie is not set in the OAuth flow for users with two identities',
    [
      {
        ask: `GET https://app.example/auth/callback?code=c0de`,
        from: 'https://idp.example',
        status: 307,
        answers: { location: '/dashboard' },
        sets: [`sb-abc-auth-token=${'k3Jw9xQ1'.repeat(640)}; Path=/; SameSite=Lax; Max-Age=31536000`],
      },
      {
        ask: 'GET https://app.example/dashboard',
        isRedirect: true,
        from: 'https://idp.example',
        status: 307,
        answers: { location: '/login' },
      },
    ],
    { kind: 'cookie-limits', cookie: 'sb-abc-auth-token', cause: 'rejected', fix: '4,096' },
  ],
];

describe('sizes and counts', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
