import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { ID, LOGIN, OTHER } from '../steps';

const CANVAS = { as: 'subdocument', top: 'https://canvas.example/' } as const;
const FORGERY = '.AspNetCore.Antiforgery.9TtSrW0hzOs';
const AUTH = '.AspNetCore.Identity.Application';

const REPORTS: readonly Report[] = [
  // https://github.com/GreedyBear-Project/GreedyBear/issues/1328
  [
    'CSRF verification fails when I open the admin site over http',
    [
      {
        ask: 'GET http://bear.example/admin/login/?next=/admin/',
        sets: [`csrftoken=${ID}; expires=Mon, 22 Nov 2027 12:00:00 GMT; Max-Age=31449600; Path=/; SameSite=Lax; Secure`],
      },
      {
        ask: 'POST http://bear.example/admin/login/?next=/admin/',
        from: 'http://bear.example',
        fields: { ...LOGIN, csrfmiddlewaretoken: OTHER },
        status: 403,
      },
    ],
    { kind: 'scheme-change', cookie: 'csrftoken', cause: 'rejected', fix: 'https' },
  ],
  // https://github.com/bradleyg/django-s3direct/issues/70
  [
    'CSRF verification failed on /s3direct/get_upload_params/, with CSRF_COOKIE_HTTPONLY',
    [
      {
        ask: 'GET https://site.example/upload',
        sets: [`csrftoken=${ID}; HttpOnly; Max-Age=31449600; Path=/; SameSite=Lax; Secure`],
      },
      {
        ask: 'POST https://site.example/s3direct/get_upload_params/',
        as: 'fetch',
        from: 'https://site.example',
        fields: { type: 'image/png', name: 'a.png' },
        status: 403,
      },
    ],
    { kind: 'csrf-check', cookie: 'csrftoken', cause: 'unreadable', fix: 'HttpOnly' },
  ],
  // https://github.com/ccnmtl/mediathread/pull/4609
  [
    'CSRF failure when a course is created from inside Canvas',
    [
      {
        ask: 'POST https://media.example/lti/',
        ...CANVAS,
        from: 'https://canvas.example',
        fields: { oauth_nonce: OTHER, user_id: '1' },
        status: 302,
        answers: { location: '/course/lti/create/' },
        sets: [`sessionid=${ID}; HttpOnly; Path=/; SameSite=None; Secure`],
      },
      {
        ask: 'GET https://media.example/course/lti/create/',
        ...CANVAS,
        isRedirect: true,
        from: 'https://canvas.example',
        sets: [`csrftoken=${OTHER}; Max-Age=31449600; Path=/; SameSite=Lax; Secure`],
      },
      {
        ask: 'POST https://media.example/course/lti/create/',
        ...CANVAS,
        from: 'https://media.example',
        fields: { group: '1', csrfmiddlewaretoken: 'a8Kd93kf02mfKq1l' },
        status: 403,
      },
    ],
    { kind: 'embedded-session', cookie: 'csrftoken', cause: 'rejected', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/dotnet/aspnetcore/issues/13632
  [
    'the antiforgery tokens do not match, if a link of a mail is opened twice',
    [
      {
        ask: 'GET https://app.example/confirm?t=1',
        from: 'https://webmail.example',
        sets: [`${FORGERY}=CfDJ8${ID}; path=/; secure; samesite=strict; httponly`],
      },
      {
        ask: 'GET https://app.example/confirm?t=1',
        from: 'https://webmail.example',
        sets: [`${FORGERY}=CfDJ8${OTHER}; path=/; secure; samesite=strict; httponly`],
      },
      {
        ask: 'POST https://app.example/confirm?t=1',
        from: 'https://app.example',
        fields: { name: 'x', __RequestVerificationToken: 'CfDJ8tokenAAAAAAA1' },
        status: 400,
      },
    ],
    { kind: 'csrf-check', cookie: FORGERY, cause: 'overwritten', fix: 'SameSite=Lax' },
  ],
  // https://github.com/rhythmagency/formulate/issues/158
  [
    'antiforgery error on the first form after coming back from another site; F5 helps',
    [
      {
        ask: 'POST https://app.example/account/login',
        from: 'https://app.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/' },
        sets: [`${AUTH}=CfDJ8${ID}${OTHER}; path=/; secure; samesite=strict; httponly`],
      },
      { ask: 'GET https://app.example/', isRedirect: true, from: 'https://app.example' },
      { ask: 'GET https://partner.example/quiz', from: 'https://app.example' },
      {
        ask: 'GET https://app.example/form?result=1',
        from: 'https://partner.example',
        after: 40,
        sets: [`${FORGERY}=CfDJ8${OTHER}; path=/; secure; samesite=strict; httponly`],
      },
      {
        ask: 'POST https://app.example/form?result=1',
        from: 'https://app.example',
        fields: { answer: 'x', __RequestVerificationToken: 'CfDJ8tokenAAAAAAA1' },
        headers: { referer: 'https://app.example/form?result=1' },
        status: 400,
      },
    ],
    { kind: 'csrf-check', cookie: AUTH, cause: 'withheld', fix: 'SameSite=Lax' },
  ],
];

describe('tokens against forgery', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
