import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { across, authorize, framed, hop, ID, LOGIN, OTHER, page, post, STATE, to } from '../steps';

const LMS = 'https://lms.example';
const META = 'https://meta.example';
/** Signs in inside the frame of a page of such a site, with a cookie for that site alone. */
const signedInFrame = (top: string) => [
  framed(`GET ${META}/dashboard/1`, top),
  framed(`POST ${META}/api/session`, top, {
    as: 'fetch',
    from: META,
    fields: LOGIN,
    sets: [`metabase.SESSION=${ID}; HttpOnly; Path=/; SameSite=None; Secure; Partitioned`],
  }),
];
const [APP, API] = ['https://www.rest.example', 'https://api.rest.example'];
const SESSION = `session=${ID}`;

const REPORTS: readonly Report[] = [
  [
    'embedding breaks: Partitioned, and another site’s page frames it next',
    [
      ...signedInFrame('https://app.example'),
      framed(`GET ${META}/api/user/current`, 'https://portal.example', { as: 'fetch', from: META, status: 401 }),
    ],
    { kind: 'embedded-session', cookie: 'metabase.SESSION', cause: 'other-partition', fix: 'from inside this one' },
    { thirdParty: 'block' },
  ],
  [
    'the tool fails to load: its signature is wrong',
    [framed('POST https://tool.example/udoit/', LMS, { fields: { oauth_consumer_key: 'k', oauth_signature: 's' }, status: 401 })],
    null,
  ],
  [
    'SameSite=None and Secure, and the frame has no session: nobody had signed in',
    [
      page('https://xyu.example/', { sets: ['theme=dark; Path=/; Secure; SameSite=Lax'] }),
      framed('GET https://xyu.example/test', 'https://abc.example', to('/login')),
    ],
    null,
    { thirdParty: 'block' },
  ],
  [
    'signed in by the popup: what the player asks for is not there (404)',
    [
      post(
        'https://media.example/users/sign_in',
        { 'user[login]': 'a', 'user[password]': 'b' },
        {
          ...to('/popup-done'),
          sets: [`_avalon_session=${ID}${OTHER}; path=/; secure; HttpOnly; SameSite=None`],
        },
      ),
      page('https://media.example/popup-done', { isRedirect: true }),
      framed('GET https://media.example/master_files/1/embed', 'https://course.example', { status: 404 }),
    ],
    null,
    { thirdParty: 'block' },
  ],
  [
    'the status frame has no KEYCLOAK_IDENTITY: signed out before',
    [
      post('https://sso.example/realms/r/login-actions/authenticate', LOGIN, {
        ...to('http://localhost:3000/?code=c0de&state=s7a7e'),
        sets: [`KEYCLOAK_IDENTITY=${ID}${OTHER}; Path=/realms/r/; Secure; HttpOnly; SameSite=None`],
      }),
      { ask: 'GET http://localhost:3000/?code=c0de&state=s7a7e', isRedirect: true },
      page('https://sso.example/realms/r/protocol/openid-connect/logout', {
        from: 'http://localhost:3000',
        ...to('http://localhost:3000/'),
        sets: ['KEYCLOAK_IDENTITY=; Path=/realms/r/; Max-Age=0; Secure; HttpOnly; SameSite=None'],
      }),
      { ask: 'GET http://localhost:3000/', isRedirect: true },
      framed(
        'GET https://sso.example/realms/r/protocol/openid-connect/auth?client_id=app&response_type=code&prompt=none&redirect_uri=http://localhost:3000/silent',
        'http://localhost:3000',
        to('http://localhost:3000/silent?error=login_required'),
      ),
    ],
    null,
    { browser: 'firefox' },
  ],
  [
    'launched in the frame of a learning platform: the course is refused to this user (403)',
    [
      page('https://tutor.example/accounts/callback?code=c0de', {
        ...to('/dashboard'),
        sets: [`_tutor_session=${ID}${OTHER}; path=/; secure; HttpOnly; SameSite=None`],
      }),
      page('https://tutor.example/dashboard', { isRedirect: true }),
      framed('GET https://tutor.example/course/1', LMS, { sends: `_tutor_session=${ID}${OTHER}`, status: 403 }),
    ],
    null,
  ],
  [
    'state not found in a frame: the provider says that the user is unknown',
    [
      framed('POST https://tool.example/login.php', LMS, {
        fields: { iss: LMS, login_hint: '1', target_link_uri: 'https://tool.example/launch.php' },
        ...to(authorize('https://tool.example/launch.php', '&response_mode=form_post')),
        sets: [`lti1p3_${STATE}=${STATE}; path=/; Max-Age=60; SameSite=None; Secure`],
      }),
      framed(`GET ${authorize('https://tool.example/launch.php', '&response_mode=form_post')}`, LMS, {
        isRedirect: true,
        status: 400,
      }),
    ],
    null,
  ],
  [
    'cookies are not sent to an API of a subdomain: they are, and the right is missing',
    [
      post(`${API}/login`, LOGIN, { ...to(`${APP}/`), sets: [`${SESSION}; Path=/; Secure; HttpOnly; SameSite=Lax`] }),
      page(`${APP}/`, { from: API, isRedirect: true }),
      across(`GET ${API}/posts`, APP, 'same-site', { sends: SESSION, status: 403 }),
    ],
    null,
  ],
  [
    'cookies are not sent to an API of a subdomain: signed out before',
    [
      post(`${API}/login`, LOGIN, { ...to(`${APP}/`), sets: [`${SESSION}; Path=/; Secure; HttpOnly; SameSite=Lax`] }),
      page(`${APP}/`, { from: API, isRedirect: true }),
      post(`${API}/logout`, {}, { ...to(`${APP}/`), sets: ['session=; Path=/; Max-Age=0; Secure; HttpOnly'] }),
      page(`${APP}/`, { from: API, isRedirect: true }),
      across(`GET ${API}/posts`, APP, 'same-site', { status: 401 }),
    ],
    null,
  ],
  [
    'credentials: include, and nothing is in the session: asked without cookies, which * allows',
    [
      page('http://localhost:3000/login', { sets: [`connect.sid=s%3A${ID}.${OTHER}; Path=/`] }),
      page('http://localhost:8080/'),
      across('GET http://localhost:3000/api/users', 'http://localhost:8080', 'same-site', {
        answers: { 'access-control-allow-origin': '*' },
      }),
    ],
    null,
  ],
  [
    'a preflight is sent on to sign in: nobody had signed in',
    [
      page('https://bob.corp.example/some/route'),
      across('OPTIONS https://alice.corp.example/api/route', 'https://bob.corp.example', 'same-site', {
        headers: { 'access-control-request-method': 'POST' },
        status: 302,
        answers: { location: 'https://auth.corp.example/sign_in?client_id=p' },
      }),
    ],
    // Nobody’s preflight may be sent on, for none brings a cookie.
    { kind: 'preflight-refused', cookie: '', cause: 'not-set', fix: 'Answer OPTIONS' },
  ],
  [
    'the session of an embedded app: framed by a page of its own site, and the shop is unknown there',
    [
      page('https://app.shops.example/auth/callback?code=c0de&shop=a', {
        ...to('/'),
        sets: [`_app_session=${ID}${OTHER}; path=/; secure; HttpOnly; SameSite=Lax`],
      }),
      hop('https://app.shops.example/'),
      framed('GET https://app.shops.example/?shop=b', 'https://admin.shops.example', to('/login?shop=b')),
    ],
    null,
  ],
];

describe('one thing differs: frames and scripts', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
