import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { ID, LOGIN, OTHER } from '../steps';

const PAST = 'Thu, 01 Jan 1970 00:00:00 GMT';
const own = (host: string) => ({ as: 'fetch', from: `https://${host}` }) as const;

const REPORTS: readonly Report[] = [
  // https://github.com/payloadcms/payload/issues/351
  [
    'signing out is not possible when a domain is set for the cookies',
    [
      {
        ask: 'POST https://cms.shop.example/api/users/login',
        ...own('cms.shop.example'),
        fields: LOGIN,
        sets: [`payload-token=${ID}.${OTHER}; Domain=shop.example; Path=/; HttpOnly; Secure; SameSite=Lax`],
      },
      { ask: 'GET https://cms.shop.example/api/users/me', ...own('cms.shop.example') },
      {
        ask: 'POST https://cms.shop.example/api/users/logout',
        ...own('cms.shop.example'),
        sets: [`payload-token=; Path=/; Expires=${PAST}; HttpOnly; Secure; SameSite=Lax`],
      },
      { ask: 'GET https://cms.shop.example/api/users/me', ...own('cms.shop.example') },
    ],
    { kind: 'sign-out-ineffective', cookie: 'payload-token', cause: 'not-deleted', fix: 'Domain=shop.example' },
  ],
  // https://github.com/Uninett/mod_auth_mellon/issues/14
  [
    'mellon sets Domain when it sets its cookie, and not when it removes it',
    [
      {
        ask: 'POST https://mywebsite.example/mellon/postResponse',
        from: 'https://idp.example',
        fields: { SAMLResponse: 'PHNhbWw=' },
        status: 303,
        answers: { location: '/app' },
        sets: [`mellon-cookie=${ID}; Version=1; Path=/; Domain=mywebsite.example;`],
      },
      { ask: 'GET https://mywebsite.example/app', isRedirect: true, from: 'https://idp.example' },
      {
        ask: 'GET https://mywebsite.example/mellon/logout?SAMLRequest=abcd',
        from: 'https://idp.example',
        status: 303,
        answers: { location: 'https://idp.example/slo?SAMLResponse=efgh' },
        sets: ['mellon-cookie=NULL; version=1; expires=Thu, 01-Jan-1970 00:00:00 GMT; path=/'],
      },
      { ask: 'GET https://idp.example/slo?SAMLResponse=efgh', isRedirect: true, from: 'https://idp.example' },
      { ask: 'GET https://mywebsite.example/app' },
    ],
    { kind: 'sign-out-ineffective', cookie: 'mellon-cookie', cause: 'not-deleted', fix: 'Domain=mywebsite.example' },
  ],
  // https://github.com/maxcountryman/flask-login/issues/180
  [
    'logout_user does nothing when REMEMBER_COOKIE_DOMAIN is set',
    [
      {
        ask: 'POST https://www.team.example/login',
        from: 'https://www.team.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/' },
        sets: [
          `remember_token=7|${ID}${OTHER}; Domain=.team.example; Expires=Wed, 23 Nov 2027 12:00:00 GMT; Path=/`,
          `session=.${OTHER}; HttpOnly; Path=/`,
        ],
      },
      { ask: 'GET https://www.team.example/', isRedirect: true, from: 'https://www.team.example' },
      {
        ask: 'GET https://www.team.example/logout',
        from: 'https://www.team.example',
        status: 302,
        answers: { location: '/' },
        sets: [`remember_token=; Expires=${PAST}; Path=/`, `session=; Expires=${PAST}; HttpOnly; Path=/`],
      },
      {
        ask: 'GET https://www.team.example/',
        isRedirect: true,
        from: 'https://www.team.example',
        sets: [`session=.${ID}; HttpOnly; Path=/`],
      },
    ],
    { kind: 'sign-out-ineffective', cookie: 'remember_token', cause: 'not-deleted', fix: 'Domain=team.example' },
  ],
  // https://github.com/strelov1/freehire/pull/682
  [
    'since COOKIE_DOMAIN is set, signing out does nothing for those who were signed in before',
    [
      {
        ask: 'POST https://hire.example/api/auth/login',
        ...own('hire.example'),
        fields: LOGIN,
        sets: [`hire_token=${ID}.${OTHER}; path=/; secure; HttpOnly; SameSite=Lax`],
      },
      { ask: 'GET https://hire.example/api/me', ...own('hire.example') },
      {
        ask: 'POST https://hire.example/api/auth/logout',
        ...own('hire.example'),
        status: 204,
        sets: [`hire_token=; Domain=.hire.example; path=/; expires=${PAST}; secure; HttpOnly; SameSite=Lax`],
      },
      { ask: 'GET https://hire.example/api/me', ...own('hire.example') },
    ],
    { kind: 'sign-out-ineffective', cookie: 'hire_token', cause: 'not-deleted', fix: 'Domain' },
  ],
];

describe('sign-outs that do not sign out', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
