import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { authorize, ID, LOGIN, OTHER, STATE } from '../steps';

const REPORTS: readonly Report[] = [
  // https://github.com/aspnet/Security/issues/1231
  [
    'OAuth broken: the cookie of the sign-in is Strict, and the challenge never ends',
    [
      { ask: 'GET https://app.example/', status: 302, answers: { location: authorize('https://app.example/signin-oauth') } },
      { ask: `GET ${authorize('https://app.example/signin-oauth')}`, isRedirect: true },
      {
        ask: `GET https://app.example/signin-oauth?code=c0de&state=${STATE}`,
        from: 'https://idp.example',
        status: 302,
        answers: { location: '/' },
        sets: [`.AspNetCore.Cookies=${ID}${OTHER}; path=/; secure; samesite=strict; httponly`],
      },
      {
        ask: 'GET https://app.example/',
        isRedirect: true,
        from: 'https://idp.example',
        status: 302,
        answers: { location: authorize('https://app.example/signin-oauth') },
      },
    ],
    { kind: 'federated-sign-in', cookie: '.AspNetCore.Cookies', cause: 'withheld', fix: 'SameSite=Lax' },
  ],
  // https://github.com/Arize-ai/phoenix/pull/4693
  [
    'state and nonce are Strict: they are missing at the callback of who must first sign in at the provider',
    [
      {
        ask: 'POST https://phoenix.example/oauth2/google/login',
        from: 'https://phoenix.example',
        status: 302,
        answers: { location: authorize('https://phoenix.example/oauth2/google/tokens') },
        sets: [
          `phoenix-oauth2-state=${STATE}; HttpOnly; Max-Age=900; Path=/; SameSite=strict; Secure`,
          `phoenix-oauth2-nonce=${OTHER}; HttpOnly; Max-Age=900; Path=/; SameSite=strict; Secure`,
        ],
      },
      { ask: `GET ${authorize('https://phoenix.example/oauth2/google/tokens')}`, isRedirect: true },
      {
        ask: `GET https://phoenix.example/oauth2/google/tokens?code=c0de&state=${STATE}`,
        from: 'https://idp.example',
        status: 422,
      },
    ],
    { kind: 'federated-sign-in', cookie: 'phoenix-oauth2-state', cause: 'withheld', fix: 'SameSite=Lax' },
  ],
  // https://github.com/joestump/spotter/pull/162
  [
    'I connect Spotify, and am asked to sign in to my own application',
    [
      {
        ask: 'POST https://spotter.example/auth/login',
        from: 'https://spotter.example',
        fields: LOGIN,
        status: 303,
        answers: { location: '/preferences' },
        sets: [`spotter_session=${ID}; Path=/; HttpOnly; Secure; SameSite=Strict`],
      },
      { ask: 'GET https://spotter.example/preferences', isRedirect: true, from: 'https://spotter.example' },
      {
        ask: 'GET https://spotter.example/auth/spotify/login',
        from: 'https://spotter.example',
        status: 302,
        answers: { location: authorize('https://spotter.example/auth/spotify/callback') },
        sets: [`oauth_state=${STATE}; Path=/; Max-Age=600; HttpOnly; Secure; SameSite=Lax`],
      },
      { ask: `GET ${authorize('https://spotter.example/auth/spotify/callback')}`, isRedirect: true },
      {
        ask: `GET https://spotter.example/auth/spotify/callback?code=c0de&state=${STATE}`,
        from: 'https://idp.example',
        status: 303,
        answers: { location: '/preferences/providers' },
      },
      {
        ask: 'GET https://spotter.example/preferences/providers',
        isRedirect: true,
        from: 'https://idp.example',
        status: 303,
        answers: { location: '/auth/login' },
      },
    ],
    { kind: 'session-lost', cookie: 'spotter_session', cause: 'withheld', fix: 'SameSite=Lax' },
  ],
  // https://github.com/roundcube/roundcubemail/issues/10212
  [
    'with session_samesite Strict the sign-in by OIDC shows the form again',
    [
      {
        ask: `GET https://mail.example/index.php/login/oauth?code=c0de&state=${STATE}`,
        from: 'https://idp.example',
        status: 302,
        answers: { location: '/?_task=mail' },
        sets: [
          `__Host-Http-roundcube_sessid=${ID}; path=/; secure; HttpOnly; SameSite=Strict`,
          `__Host-Http-roundcube_sessauth=${OTHER}-1; path=/; secure; HttpOnly; SameSite=Strict`,
        ],
      },
      {
        ask: 'GET https://mail.example/?_task=mail',
        isRedirect: true,
        from: 'https://idp.example',
        sets: [`__Host-Http-roundcube_sessid=${OTHER}; path=/; secure; HttpOnly; SameSite=Strict`],
      },
    ],
    { kind: 'federated-sign-in', cookie: '__Host-Http-roundcube_sessid', cause: 'withheld', fix: 'SameSite=Lax' },
  ],
  // https://github.com/guardian/gateway/pull/1490
  [
    'in Firefox the state cookie is not there when Okta sends back',
    [
      {
        ask: 'GET https://profile.example/signin?useOkta=true',
        status: 303,
        answers: { location: authorize('https://profile.example/oauth/authorization-code/callback') },
        sets: [`GU_oidc_auth_state=${STATE}.${OTHER}; Path=/; HttpOnly; Secure; SameSite=Strict`],
      },
      { ask: `GET ${authorize('https://profile.example/oauth/authorization-code/callback')}`, isRedirect: true },
      {
        ask: `GET https://profile.example/oauth/authorization-code/callback?code=c0de&state=${STATE}`,
        from: 'https://idp.example',
        status: 303,
        answers: { location: '/signin?error=oidc_callback_error' },
      },
    ],
    { kind: 'federated-sign-in', cookie: 'GU_oidc_auth_state', cause: 'withheld', fix: 'SameSite=Lax' },
    { browser: 'firefox' },
  ],
  // https://github.com/ElixirTeSS/TeSS/pull/1015
  [
    'LS-Login broken: Rails makes a new session at the callback',
    [
      {
        ask: 'POST https://tess.example/users/auth/oidc',
        from: 'https://tess.example',
        status: 302,
        answers: { location: authorize('https://tess.example/users/auth/oidc/callback') },
        sets: [`_tess_session=${ID}${ID}; path=/; secure; httponly; samesite=strict`],
      },
      { ask: `GET ${authorize('https://tess.example/users/auth/oidc/callback')}`, isRedirect: true },
      {
        ask: `GET https://tess.example/users/auth/oidc/callback?code=c0de&state=${STATE}`,
        from: 'https://idp.example',
        status: 302,
        answers: { location: '/users/sign_in' },
        sets: [`_tess_session=${OTHER}${OTHER}; path=/; secure; httponly; samesite=strict`],
      },
    ],
    { kind: 'federated-sign-in', cookie: '_tess_session', cause: 'withheld', fix: 'SameSite=Lax' },
  ],
  // https://github.com/onetimesecret/onetimesecret/issues/2405
  [
    'after Stripe’s checkout the user is sent to sign in',
    [
      {
        ask: 'POST https://ots.example/auth/login',
        as: 'fetch',
        from: 'https://ots.example',
        fields: LOGIN,
        sets: [`onetime.session=${ID}${OTHER}; path=/; secure; HttpOnly; SameSite=Strict`],
      },
      { ask: 'GET https://ots.example/account', from: 'https://ots.example' },
      {
        ask: 'GET https://ots.example/billing/plans/pro/yearly',
        from: 'https://ots.example',
        status: 303,
        answers: { location: 'https://checkout.stripe.example/c/pay/cs_test_a1' },
      },
      { ask: 'GET https://checkout.stripe.example/c/pay/cs_test_a1', isRedirect: true, from: 'https://ots.example' },
      {
        ask: 'GET https://ots.example/billing/welcome?session_id=cs_test_a1',
        from: 'https://checkout.stripe.example',
        after: 60,
        status: 302,
        answers: { location: '/signin' },
      },
    ],
    { kind: 'session-lost', cookie: 'onetime.session', cause: 'withheld', fix: 'SameSite=Lax' },
  ],
  // https://github.com/mysociety/alaveteli/pull/5407
  [
    'the link of the confirmation mail, clicked in a webmail, does not sign in',
    [
      {
        ask: 'GET https://foi.example/c/abc1def2',
        from: 'https://webmail.example',
        status: 302,
        answers: { location: '/request/new' },
        sets: [`_wdtk_cookie_session=${ID}${OTHER}; path=/; secure; HttpOnly; SameSite=Strict`],
      },
      {
        ask: 'GET https://foi.example/request/new',
        isRedirect: true,
        from: 'https://webmail.example',
        status: 302,
        answers: { location: '/profile/sign_in?token=x1' },
      },
    ],
    { kind: 'session-lost', cookie: '_wdtk_cookie_session', cause: 'withheld', fix: 'SameSite=Lax' },
  ],
];

describe('Strict, on the way back from another site', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
