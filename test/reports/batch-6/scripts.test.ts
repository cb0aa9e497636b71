import { describe, expect, test } from 'vitest';
import { bothAnswered, type MendedReport } from '../incident-answers';
import { across, framed, ID, LOGIN, OTHER, page, post, to } from '../steps';

const REPORTS: readonly MendedReport[] = [
  // https://github.com/metabase/metabase/issues/42170
  [
    'embedding breaks where Chrome blocks third-party cookies',
    (ok) => {
      const meta = 'https://meta.example';
      const more = ok ? '; Partitioned' : '';
      return [
        framed(`GET ${meta}/dashboard/1`, 'https://app.example'),
        framed(`POST ${meta}/api/session`, 'https://app.example', {
          as: 'fetch',
          from: meta,
          fields: LOGIN,
          sets: [`metabase.SESSION=${ID}; HttpOnly; Path=/; SameSite=None; Secure${more}`],
        }),
        framed(`GET ${meta}/api/user/current`, 'https://app.example', { as: 'fetch', from: meta, status: ok ? 200 : 401 }),
      ];
    },
    { kind: 'embedded-session', cookie: 'metabase.SESSION', cause: 'rejected', fix: 'Partitioned' },
    { thirdParty: 'block' },
  ],
  // https://github.com/supertokens/supertokens-core/issues/242
  [
    'sessions do not work in frames of Incognito',
    (ok) => {
      const auth = 'https://auth.example';
      const more = ok ? '; Partitioned' : '';
      const inside = { as: 'fetch', from: auth } as const;
      return [
        framed(`GET ${auth}/embed`, 'https://app.example'),
        framed(`POST ${auth}/auth/signin`, 'https://app.example', {
          ...inside,
          fields: LOGIN,
          sets: [`sAccessToken=${ID}${OTHER}; Path=/; HttpOnly; Secure; SameSite=None${more}`],
        }),
        framed(`GET ${auth}/api/sessioninfo`, 'https://app.example', { ...inside, status: ok ? 200 : 401 }),
      ];
    },
    { kind: 'embedded-session', cookie: 'sAccessToken', cause: 'rejected', fix: 'Partitioned' },
    { thirdParty: 'block' },
  ],
  // https://github.com/JakeChampion/fetch/issues/284
  [
    'credentials: include, and nothing that was posted is in the session',
    (ok) => {
      const [front, back] = ['http://localhost:8080', 'http://localhost:3000'];
      return [
        page(`${back}/login`, { sets: [`connect.sid=s%3A${ID}.${OTHER}; Path=/`] }),
        page(`${front}/`),
        across(`POST ${back}/api/users`, front, 'same-site', {
          fields: { accessToken: 't' },
          sends: `connect.sid=s%3A${ID}.${OTHER}`,
          ...(ok ? {} : { answers: { 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' } }),
        }),
      ];
    },
    { kind: 'embedded-session', cookie: 'connect.sid', cause: 'unreadable', fix: 'http://localhost:8080' },
  ],
  // https://github.com/Talend/ui/pull/5127
  [
    'the session is not renewed: the script asks the sign-in host with same-origin credentials',
    (ok) => {
      const [app, iam] = ['https://app.cloud.example', 'https://iam.cloud.example'];
      const asked = `GET ${iam}/oidc/idp/authorize?client_id=app&response_type=code&prompt=none`;
      return [
        post(`${iam}/login`, LOGIN, { ...to(`${app}/`), sets: [`IAMSESSION=${ID}; Path=/; Secure; HttpOnly`] }),
        page(`${app}/`, { from: iam, isRedirect: true }),
        across(asked, app, 'same-site', ok ? { sends: `IAMSESSION=${ID}` } : { status: 401 }),
      ];
    },
    { kind: 'embedded-session', cookie: 'IAMSESSION', cause: 'withheld', fix: 'credentials' },
  ],
  // https://github.com/ts-rest/ts-rest/pull/78
  [
    'cookies are not sent to an API of a subdomain',
    (ok) => {
      const [app, api] = ['https://www.rest.example', 'https://api.rest.example'];
      return [
        post(`${api}/login`, LOGIN, { ...to(`${app}/`), sets: [`session=${ID}; Path=/; Secure; HttpOnly; SameSite=Lax`] }),
        page(`${app}/`, { from: api, isRedirect: true }),
        across(`GET ${api}/posts`, app, 'same-site', ok ? { sends: `session=${ID}` } : { status: 401 }),
      ];
    },
    { kind: 'embedded-session', cookie: 'session', cause: 'withheld', fix: 'credentials' },
  ],
];

describe('requests of scripts', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(bothAnswered(report)).toEqual({ broken: report[2], mended: null });
  });
});
