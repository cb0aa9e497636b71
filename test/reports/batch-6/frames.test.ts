import { describe, expect, test } from 'vitest';
import { bothAnswered, type MendedReport } from '../incident-answers';
import { authorize, framed, ID, LOGIN, OTHER, page, post, STATE, to } from '../steps';

const LMS = 'https://lms.example';

const REPORTS: readonly MendedReport[] = [
  // https://github.com/ucfopen/UDOIT/issues/460
  [
    'the tool fails to load in Canvas with the new defaults of Chrome',
    (ok) => {
      const tool = 'https://tool.example';
      const more = ok ? '; SameSite=None; Secure' : '';
      return [
        framed(`POST ${tool}/udoit/`, LMS, {
          fields: { oauth_consumer_key: 'k', oauth_signature: 's' },
          ...to('/udoit/dashboard'),
          sets: [`PHPSESSID=${ID}; path=/${more}`],
        }),
        framed(`GET ${tool}/udoit/dashboard`, LMS, { isRedirect: true, status: ok ? 200 : 401 }),
      ];
    },
    { kind: 'embedded-session', cookie: 'PHPSESSID', cause: 'rejected', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/1EdTech/lti-1-3-php-library/pull/42
  [
    'state not found, when the tool is launched in a frame',
    (ok) => {
      const tool = 'https://tool.example';
      const same = ok ? '; SameSite=None; Secure' : '';
      return [
        framed(`POST ${tool}/login.php`, LMS, {
          fields: { iss: LMS, login_hint: '1', target_link_uri: `${tool}/launch.php` },
          ...to(authorize(`${tool}/launch.php`, '&response_mode=form_post')),
          sets: [`lti1p3_${STATE}=${STATE}; path=/; Max-Age=60${same}`],
        }),
        framed(`GET ${authorize(`${tool}/launch.php`, '&response_mode=form_post')}`, LMS, { isRedirect: true }),
        framed(`POST ${tool}/launch.php`, LMS, {
          from: 'https://idp.example',
          fields: { id_token: 't', state: STATE },
          status: ok ? 200 : 500,
        }),
      ];
    },
    { kind: 'federated-sign-in', cookie: `lti1p3_${STATE}`, cause: 'rejected', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/Cvmcosta/ltijs/issues/29
  [
    'the cookie of /login lacks SameSite=None, and every launch fails',
    (ok) => {
      const tool = 'https://tool.example';
      const same = ok ? '; SameSite=None; Secure' : '; SameSite=Lax; Secure';
      return [
        framed(`POST ${tool}/login`, LMS, {
          fields: { iss: LMS, login_hint: '1', target_link_uri: `${tool}/` },
          ...to(authorize(`${tool}/`, '&response_mode=form_post')),
          sets: [`state${STATE}=s%3A${ID}.${OTHER}; Path=/; Max-Age=600; HttpOnly${same}`],
        }),
        framed(`GET ${authorize(`${tool}/`, '&response_mode=form_post')}`, LMS, { isRedirect: true }),
        framed(`POST ${tool}/`, LMS, {
          from: 'https://idp.example',
          fields: { id_token: 't', state: STATE },
          status: ok ? 200 : 401,
        }),
      ];
    },
    { kind: 'federated-sign-in', cookie: `state${STATE}`, cause: 'rejected', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/openstax/tutor-server/pull/2174
  [
    'launched in the frame of a learning platform, the session is not sent',
    (ok) => {
      const tutor = 'https://tutor.example';
      return [
        page(`${tutor}/accounts/callback?code=c0de`, {
          ...to('/dashboard'),
          sets: [`_tutor_session=${ID}${OTHER}; path=/; secure; HttpOnly; SameSite=${ok ? 'None' : 'Lax'}`],
        }),
        page(`${tutor}/dashboard`, { isRedirect: true }),
        framed(`GET ${tutor}/course/1`, LMS, ok ? {} : to('/accounts/login')),
      ];
    },
    { kind: 'embedded-session', cookie: '_tutor_session', cause: 'withheld', fix: 'SameSite=None' },
  ],
  // https://github.com/openwebwork/webwork2/issues/2438
  [
    'the selection of content works in Firefox and not in Chrome',
    (ok) => {
      const hw = 'https://hw.example';
      return [
        framed(`POST ${hw}/webwork2/ltiadvantage/content_selection`, LMS, {
          fields: { id_token: 't', state: STATE },
          sets: [`WeBWorK.CourseAuthen=${ID}; path=/; SameSite=None${ok ? '; Secure' : ''}`],
        }),
        framed(`POST ${hw}/webwork2/course/content_selection`, LMS, {
          from: hw,
          fields: { set: '1' },
          status: ok ? 200 : 403,
        }),
      ];
    },
    { kind: 'embedded-session', cookie: 'WeBWorK.CourseAuthen', cause: 'rejected', fix: 'Secure' },
  ],
  // https://github.com/dmitry-viskov/pylti1.3-flask-example/issues/21
  [
    'the frame is not shown: the proxy does not say that it is https',
    (ok) => {
      const tool = 'https://game.example';
      return [
        framed(`POST ${tool}/login/`, LMS, {
          fields: { iss: LMS, login_hint: '1', target_link_uri: `${tool}/launch/` },
          ...to(authorize(`${tool}/launch/`, '&response_mode=form_post')),
          sets: [`lti1p3-session-id=${ID}; Path=/; HttpOnly; SameSite=None${ok ? '; Secure' : ''}`],
        }),
        framed(`GET ${authorize(`${tool}/launch/`, '&response_mode=form_post')}`, LMS, { isRedirect: true }),
        framed(`POST ${tool}/launch/`, LMS, {
          from: 'https://idp.example',
          fields: { id_token: 't', state: STATE },
          status: ok ? 200 : 500,
        }),
      ];
    },
    { kind: 'federated-sign-in', cookie: 'lti1p3-session-id', cause: 'rejected', fix: 'Secure' },
  ],
  // https://github.com/avalonmediasystem/avalon/issues/5376
  [
    'signed in by the popup, and the embedded player still asks to sign in',
    (ok) => {
      const media = 'https://media.example';
      return [
        framed(`GET ${media}/master_files/1/embed`, 'https://course.example', to('/users/sign_in?login_popup=1')),
        framed(`GET ${media}/users/sign_in?login_popup=1`, 'https://course.example', { isRedirect: true }),
        post(
          `${media}/users/sign_in`,
          { 'user[login]': 'a', 'user[password]': 'b' },
          {
            ...to('/popup-done'),
            sets: [`_avalon_session=${ID}${OTHER}; path=/; secure; HttpOnly; SameSite=None`],
          },
        ),
        page(`${media}/popup-done`, { isRedirect: true }),
        ...(ok
          ? []
          : [framed(`GET ${media}/master_files/1/embed`, 'https://course.example', to('/users/sign_in?login_popup=1'))]),
      ];
    },
    { kind: 'embedded-session', cookie: '_avalon_session', cause: 'withheld', fix: 'requestStorageAccess' },
    { thirdParty: 'block' },
  ],
  // https://github.com/GoogleChromeLabs/samesite-examples/issues/55
  [
    'SameSite=None and Secure, and the frame still has no session',
    (ok) => {
      const other = 'https://xyu.example';
      return [
        post(`${other}/login`, LOGIN, {
          ...to('/home'),
          sets: [`JSESSIONID=${ID.toUpperCase()}; Path=/; Secure; HttpOnly; SameSite=None`],
        }),
        page(`${other}/home`, { isRedirect: true }),
        ...(ok ? [] : [framed(`GET ${other}/test`, 'https://abc.example', to('/login'))]),
      ];
    },
    { kind: 'embedded-session', cookie: 'JSESSIONID', cause: 'withheld', fix: 'requestStorageAccess' },
    { thirdParty: 'block' },
  ],
  // https://github.com/oauth2-proxy/oauth2-proxy/issues/2998
  [
    'the cookie of the proxy is shared with a frame in Chrome and not in Firefox',
    (ok) => {
      const app = 'https://tools.example';
      return [
        page(`${app}/oauth2/callback?code=c0de&state=${STATE}`, {
          ...to('/'),
          sets: [`_oauth2_proxy=${ID}${OTHER}; Path=/; HttpOnly; Secure; SameSite=None`],
        }),
        page(`${app}/`, { isRedirect: true }),
        ...(ok ? [] : [framed(`GET ${app}/`, 'https://saas.example', to('/oauth2/sign_in'))]),
      ];
    },
    { kind: 'embedded-session', cookie: '_oauth2_proxy', cause: 'other-partition', fix: 'requestStorageAccess' },
    { browser: 'firefox' },
  ],
];

describe('frames', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(bothAnswered(report)).toEqual({ broken: report[2], mended: null });
  });
});
