import { describe, expect, test } from 'vitest';
import { remedyOfLine } from '../../src/analysis/rules/bead-remedy';
import { aJarRead } from '../build/cookie';
import { aRecording } from '../build/recording';
import { aResponse } from '../build/response';
import { exchangesOf, replayed } from '../build/rows';
import { adviceOf, adviceOfWithheld, advised } from './advice';

const FETCH = {
  as: 'fetch',
  from: 'https://app.example',
  top: 'https://app.example/',
  headers: { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-site' },
} as const;

test('a fetch to a sibling origin answers with a session cookie that is not stored: credentials were the question', () => {
  const replay = replayed(
    aRecording()
      .add(aResponse().from('https://app.example/'))
      .add(aJarRead(null))
      .after(500)
      .add(
        aResponse()
          .from('https://api.app.example/login')
          .by('POST')
          .fetchedBy('https://app.example')
          .asks('sec-fetch-mode', 'cors')
          .asks('sec-fetch-site', 'same-site')
          .heads('access-control-allow-origin', '*')
          .sets('connect.sid=31d4d96e407aad42; Path=/; Secure; HttpOnly'),
      )
      .after(2000)
      .add(aJarRead(null)),
  );
  const answer = exchangesOf(replay).at(-1);
  const line = answer?.lines[0];
  expect(line?.observed.outcome).toBe('rejected');
  const remedy = answer && line && remedyOfLine(answer, line, replay.rows);
  const advice = remedy && adviceOf(remedy);
  expect(advice?.says).toContain('The fix is in the page’s script');
  expect(advice?.says).toContain('must name https://app.example in Access-Control-Allow-Origin, for * does not count');
  expect(advice?.code).toContain("fetch('https://api.app.example/login', { method: 'POST', credentials: 'include' })");
  expect(advice?.line).toBeNull();
});

describe('a session that the page leaves at home', () => {
  const steps = [
    { ask: 'POST https://app.example/login', sets: ['sid=31d4d96e407aad42; Domain=app.example; Path=/; Secure; HttpOnly'] },
    { ...FETCH, ask: 'GET https://api.app.example/me', status: 401 },
  ];

  test('is a finding whose fix has lines for the server too', () => {
    const found = advised(steps, 'credentials-left-out', { sid: 'session-id' });
    expect(found?.severity).toBe('error');
    expect(found?.code).toContain("credentials: 'include'");
    expect(found?.remedy.settings('django')?.lines.map(({ text }) => text)).toContain(
      "CORS_ALLOWED_ORIGINS = ['https://app.example']",
    );
  });

  test('is none where the request proves itself by a header', () => {
    const bearer = [steps[0], { ...steps[1], ask: 'GET https://api.app.example/me', status: 200 }];
    expect(
      advised(
        bearer.flatMap((one) => one ?? []),
        'credentials-left-out',
        { sid: 'session-id' },
      ),
    ).toBeNull();
  });
});

test('a Secure cookie stays at home over http: the fix is https, and the proxy must say so', () => {
  const advice = adviceOfWithheld(
    [
      { ask: 'POST https://app.example/login', sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax'] },
      { ask: 'GET http://app.example/account', status: 401 },
    ],
    'sid',
  );
  expect(advice?.says).toMatch(/Ask app\.example over https.*proxy/);
});
