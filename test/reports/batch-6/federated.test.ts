import { describe, expect, test } from 'vitest';
import { bothAnswered, type MendedReport } from '../incident-answers';
import { authorize, hop, ID, OTHER, page, STATE, to } from '../steps';

const REPORTS: readonly MendedReport[] = [
  // https://github.com/okta/okta-oidc-middleware/issues/33
  [
    'the authorization request details are not in the session, if it is Strict',
    (ok) => {
      const app = 'https://app.example';
      const back = `${app}/authorization-code/callback`;
      return [
        page(`${app}/login`, {
          ...to(authorize(back)),
          sets: [`connect.sid=s%3A${ID}.${OTHER}; Path=/; HttpOnly; Secure; SameSite=${ok ? 'Lax' : 'Strict'}`],
        }),
        { ask: `GET ${authorize(back)}`, isRedirect: true },
        { ask: `GET ${back}?code=c0de&state=${STATE}`, from: 'https://idp.example', ...(ok ? to('/') : { status: 500 }) },
        ...(ok ? [hop(`${app}/`, { from: 'https://idp.example' })] : []),
      ];
    },
    { kind: 'federated-sign-in', cookie: 'connect.sid', cause: 'withheld', fix: 'SameSite=Lax' },
  ],
  // https://github.com/mozilla/mozilla-django-oidc/issues/497
  [
    'the sessionid does not go to the callback, and its claims are not found',
    (ok) => {
      const app = 'https://cold.example';
      const back = `${app}/oidc/callback/`;
      return [
        page(`${app}/oidc/authenticate/`, {
          ...to(authorize(back)),
          sets: [`sessionid=${ID}; HttpOnly; Path=/; SameSite=${ok ? 'Lax' : 'Strict'}; Secure`],
        }),
        { ask: `GET ${authorize(back)}`, isRedirect: true },
        {
          ask: `GET ${back}?code=c0de&state=${STATE}`,
          from: 'https://idp.example',
          ...(ok ? { ...to('/'), sets: [`sessionid=${OTHER}; HttpOnly; Path=/; SameSite=Lax; Secure`] } : { status: 400 }),
        },
        ...(ok ? [hop(`${app}/`, { from: 'https://idp.example' })] : []),
      ];
    },
    { kind: 'federated-sign-in', cookie: 'sessionid', cause: 'withheld', fix: 'SameSite=Lax' },
  ],
  // https://github.com/DuendeArchive/IdentityServer4/issues/4258
  [
    'Azure AD: correlation failed, if the minimum for SameSite is Lax',
    (ok) => {
      const app = 'https://ids.example';
      const same = ok ? 'none' : 'lax';
      const idp = authorize(`${app}/signin-oidc`, '&response_mode=form_post');
      return [
        page(`${app}/external/challenge`, {
          ...to(idp),
          sets: [
            `.AspNetCore.Correlation.aad.${STATE}=N; path=/signin-oidc; secure; samesite=${same}; httponly`,
            `.AspNetCore.OpenIdConnect.Nonce.CfDJ8=N; path=/signin-oidc; secure; samesite=${same}; httponly`,
          ],
        }),
        { ask: `GET ${idp}`, isRedirect: true },
        {
          ask: `POST ${app}/signin-oidc`,
          from: 'https://idp.example',
          fields: { code: 'c0de', state: STATE },
          ...(ok ? { ...to('/'), sets: [`idsrv=${ID}${OTHER}; path=/; secure; samesite=lax; httponly`] } : { status: 500 }),
        },
        ...(ok ? [hop(`${app}/`, { from: 'https://idp.example' })] : []),
      ];
    },
    {
      kind: 'federated-sign-in',
      cookie: `.AspNetCore.Correlation.aad.${STATE}`,
      cause: 'withheld',
      fix: 'SameSite=None; Secure',
    },
  ],
  // https://github.com/better-auth/better-auth/issues/5243
  [
    'state_mismatch with providers that answer by POST',
    (ok) => {
      const app = 'https://web.example';
      const idp = authorize(`${app}/api/auth/callback/apple`, '&response_mode=form_post');
      return [
        page(`${app}/api/auth/sign-in/apple`, {
          ...to(idp),
          sets: [
            `__Secure-better-auth.state=${OTHER}.${ID}; Path=/; Max-Age=300; HttpOnly; Secure; SameSite=${ok ? 'None' : 'Lax'}`,
          ],
        }),
        { ask: `GET ${idp}`, isRedirect: true },
        {
          ask: `POST ${app}/api/auth/callback/apple`,
          from: 'https://idp.example',
          fields: { code: 'c0de', state: STATE },
          ...(ok
            ? { ...to('/'), sets: [`__Secure-better-auth.session_token=${ID}; Path=/; HttpOnly; Secure; SameSite=Lax`] }
            : to('/api/auth/error?error=state_mismatch')),
        },
        hop(`${app}${ok ? '/' : '/api/auth/error?error=state_mismatch'}`, { from: 'https://idp.example' }),
      ];
    },
    { kind: 'federated-sign-in', cookie: '__Secure-better-auth.state', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
];

describe('signing in through another site', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(bothAnswered(report)).toEqual({ broken: report[2], mended: null });
  });
});
