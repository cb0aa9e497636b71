import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { authorize, ID, LOGIN, OTHER, STATE } from '../steps';

const SSO = 'https://idp.example/sso?SAMLRequest=fZJ&RelayState=abc';
const SAML = { SAMLResponse: 'PHNhbWw=', RelayState: 'abc' };

const REPORTS: readonly Report[] = [
  // https://github.com/simplesamlphp/simplesamlphp/issues/1411
  [
    'state lost in postredirect.php: the POST data we should restore was lost',
    [
      {
        ask: 'POST https://app.example/order',
        from: 'https://app.example',
        fields: { item: '1' },
        status: 302,
        answers: { location: SSO },
        sets: [`SimpleSAML=${ID}; path=/; secure; HttpOnly; SameSite=Lax`],
      },
      { ask: `GET ${SSO}`, isRedirect: true, from: 'https://app.example' },
      {
        ask: 'POST https://app.example/simplesaml/module.php/saml/sp/saml2-acs.php/default-sp',
        from: 'https://idp.example',
        fields: SAML,
        status: 303,
        answers: { location: '/simplesaml/module.php/core/postredirect.php?RedirId=_5f' },
        sets: [`SimpleSAML=${OTHER}; path=/; secure; HttpOnly; SameSite=Lax`],
      },
      {
        ask: 'GET https://app.example/simplesaml/module.php/core/postredirect.php?RedirId=_5f',
        isRedirect: true,
        from: 'https://idp.example',
        status: 500,
      },
    ],
    { kind: 'federated-sign-in', cookie: 'SimpleSAML', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/OpenAEV-Platform/openaev/issues/6793
  [
    'single sign-on broken since the sessions are in PostgreSQL',
    [
      {
        ask: 'GET https://aev.example/saml2/authenticate/okta',
        status: 302,
        answers: { location: SSO },
        sets: [`openaev_session=${ID}; Path=/; Secure; HttpOnly; SameSite=Lax`],
      },
      { ask: `GET ${SSO}`, isRedirect: true },
      {
        ask: 'POST https://aev.example/login/saml2/sso/okta',
        from: 'https://idp.example',
        fields: SAML,
        status: 302,
        answers: { location: '/login?error' },
      },
    ],
    { kind: 'federated-sign-in', cookie: 'openaev_session', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/spring-projects/spring-security/issues/10828
  [
    'SAML with Spring Session: a new session, and I am at the sign-in page again',
    [
      {
        ask: 'GET https://app.example/secured',
        status: 302,
        answers: { location: '/saml2/authenticate/one' },
        sets: [`SESSION=${ID}; Path=/; Secure; HttpOnly; SameSite=Lax`],
      },
      {
        ask: 'GET https://app.example/saml2/authenticate/one',
        isRedirect: true,
        status: 302,
        answers: { location: SSO },
      },
      { ask: `GET ${SSO}`, isRedirect: true },
      {
        ask: 'POST https://app.example/login/saml2/sso/one',
        from: 'https://idp.example',
        fields: SAML,
        status: 302,
        answers: { location: '/login' },
        sets: [`SESSION=${OTHER}; Path=/; Secure; HttpOnly; SameSite=Lax`],
      },
    ],
    { kind: 'federated-sign-in', cookie: 'SESSION', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/codelibs/fess/pull/3215
  [
    'Entra ID with response_mode=form_post: the redirects repeat forever',
    [
      {
        ask: 'GET https://fess.example/sso/',
        status: 302,
        answers: { location: authorize('https://fess.example/sso/', '&response_mode=form_post') },
        sets: [`JSESSIONID=${ID}; Path=/; Secure; HttpOnly; SameSite=lax`],
      },
      { ask: `GET ${authorize('https://fess.example/sso/', '&response_mode=form_post')}`, isRedirect: true },
      {
        ask: 'POST https://fess.example/sso/',
        from: 'https://idp.example',
        fields: { code: 'c0de', state: STATE },
        status: 302,
        answers: { location: authorize('https://fess.example/sso/', '&response_mode=form_post') },
        sets: [`JSESSIONID=${OTHER}; Path=/; Secure; HttpOnly; SameSite=lax`],
      },
      {
        ask: `GET ${authorize('https://fess.example/sso/', '&response_mode=form_post')}`,
        isRedirect: true,
        from: 'https://idp.example',
      },
    ],
    { kind: 'federated-sign-in', cookie: 'JSESSIONID', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/spring-projects/spring-session/issues/1577
  [
    'after SAML I am sent to / and not to the page that I asked for',
    [
      {
        ask: 'GET https://app.example/login?redirectBack=/reports',
        status: 302,
        answers: { location: SSO },
        sets: [`SESSION=${ID}; Path=/; Secure; HttpOnly; SameSite=Lax`],
      },
      { ask: `GET ${SSO}`, isRedirect: true },
      {
        ask: 'POST https://app.example/saml/SSO',
        from: 'https://idp.example',
        fields: SAML,
        status: 302,
        answers: { location: '/' },
        sets: [`SESSION=${OTHER}; Path=/; Secure; HttpOnly; SameSite=Lax`],
      },
      { ask: 'GET https://app.example/', isRedirect: true, from: 'https://idp.example' },
    ],
    // No answer shows a failure: who signed in stays signed in, and only the page to go back to is lost.
    null,
  ],
  // https://github.com/shetabit/payment/issues/148
  [
    'the user is signed out after coming back from the bank’s gateway',
    [
      {
        ask: 'POST https://shop.example/login',
        from: 'https://shop.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/home' },
        sets: [`laravel_session=${ID}; path=/; secure; httponly; samesite=lax`],
      },
      { ask: 'GET https://shop.example/home', isRedirect: true, from: 'https://shop.example' },
      {
        ask: 'POST https://shop.example/pay',
        from: 'https://shop.example',
        fields: { order: '7' },
        status: 302,
        answers: { location: 'https://bank.example/gateway/7' },
      },
      { ask: 'GET https://bank.example/gateway/7', isRedirect: true, from: 'https://shop.example' },
      {
        ask: 'POST https://shop.example/payment/callback',
        from: 'https://bank.example',
        fields: { transaction: '7' },
        after: 50,
        sets: [`laravel_session=${OTHER}; path=/; secure; httponly; samesite=lax`],
      },
      { ask: 'GET https://shop.example/home', from: 'https://shop.example', status: 302, answers: { location: '/login' } },
    ],
    { kind: 'session-lost', cookie: 'laravel_session', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/keycloak/keycloak/issues/36833
  [
    'Keycloak behind a proxy: KC_RESTART is not sent to the endpoint of the broker',
    [
      {
        ask: 'GET https://sso.example/realms/r/broker/okta/login?session_code=x&client_id=app',
        status: 303,
        answers: { location: SSO },
        sets: [`AUTH_SESSION_ID=${ID}; Path=/realms/r/; HttpOnly`, `KC_RESTART=${OTHER}.${ID}; Path=/realms/r/; HttpOnly`],
      },
      { ask: `GET ${SSO}`, isRedirect: true },
      {
        ask: 'POST https://sso.example/realms/r/broker/okta/endpoint',
        from: 'https://idp.example',
        fields: SAML,
        after: 180,
        status: 400,
      },
    ],
    { kind: 'federated-sign-in', cookie: 'KC_RESTART', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
];

describe('forms that another site posts', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
