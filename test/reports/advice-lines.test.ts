import { describe, expect, test } from 'vitest';
import { adviceOfLine, advised, audited, graded } from './advice';

describe('a Domain that is no host name is named for what it is', () => {
  test.each([
    ['http://localhost:3000', 'localhost:3000', 'A Domain has no port: :3000 must go', 'sid=1; Path=/'],
    ['https://app.example', 'https://app.example', 'no address: https:// must go', 'sid=1; Domain=app.example; Path=/'],
    ['https://www.app.example', '*.app.example', 'A Domain has no *', 'sid=1; Domain=app.example; Path=/'],
    ['https://app.example', 'undefined', 'what a program writes where a setting is missing', 'sid=1; Path=/'],
    ['https://app.example', 'app', 'app has no dot', 'sid=1; Path=/'],
    ['https://app.co.uk', 'co.uk', 'Anybody can register a name under co.uk', 'sid=1; Path=/'],
  ])('%s sets Domain=%s', (origin, domain, why, line) => {
    const steps = [{ ask: `POST ${origin}/login`, sets: [`sid=1; Domain=${domain}; Path=/`] }];
    const found = advised(steps, 'domain-refused', { sid: 'session-id' });
    expect(found?.found.join('\n')).toContain(why);
    expect(found?.line).toBe(line);
    expect(adviceOfLine(steps, 'sid')).toMatchObject({ line });
    if (domain !== 'co.uk') expect(found?.found.join('\n')).not.toContain('register');
  });
});

describe('two cookies in one line', () => {
  const steps = [{ ask: 'GET https://app.example/', sets: ['foo=1; Path=/; SameSite=Lax, bar=2; Path=/; HttpOnly'] }];

  test('are two header fields, and no advice throws the second one away', () => {
    expect(advised(steps, 'cookies-joined', {})).toMatchObject({
      heading: 'Send foo and bar in separate headers',
      line: null,
      code: 'Set-Cookie: foo=…; Path=/; SameSite=Lax\nSet-Cookie: bar=…; Path=/; HttpOnly',
    });
    const about = audited(steps, {}).findings.filter(({ subject }) => subject.kind === 'line');
    expect(about.map(({ rule }) => rule)).toEqual(['cookies-joined']);
  });
});

describe('a value that is cut at its semicolon', () => {
  const steps = [{ ask: 'GET https://app.example/', sets: ['prefs={"a":1;"b":2}; Path=/; Secure; SameSite=Lax'] }];

  test('is encoded as a whole: its rest is no attribute to leave out', () => {
    const found = advised(steps, 'value-cut', {});
    expect(found?.line).toBe('prefs={%22a%22:1%3B%22b%22:2}; Path=/; Secure; SameSite=Lax');
    expect(advised(steps, 'attribute-unknown', {})).toBeNull();
  });
});

describe('a cookie set by /api/session/x is missing at /api/user', () => {
  const steps = [
    { ask: 'POST https://app.example/api/session/x', sets: ['s=31d4d96e407aad42; Secure; HttpOnly'] },
    { ask: 'GET https://app.example/api/user', status: 401 },
  ];

  test('the path was taken from the address, and the fix is Path=/', () => {
    const found = advised(steps, 'path-left-out', { s: 'session-id' });
    expect(found?.line).toBe('s=31d4d96e407aad42; Secure; HttpOnly; Path=/');
    expect(found?.says).toContain('without it /api/session was used, the directory of the URL');
  });
});

describe('a date that is past when it arrives', () => {
  const set = 'sid=Zk2m31d4d96e407a; Path=/; Expires=Mon, 23 Nov 2026 11:00:01 GMT; Secure; HttpOnly';

  test('without a Date header the server’s clock is the suspect, not a deletion', () => {
    const found = advised([{ ask: 'POST https://app.example/login', sets: [set] }], 'expired-on-arrival', { sid: 'session-id' });
    expect(found?.severity).toBe('error');
    expect(found?.found).toEqual([
      'observed: Its Expires was 60 minutes past when the line arrived.',
      'predicted: The response has no Date: whether the server’s clock is behind cannot be read from it.',
    ]);
    expect(found?.says).toContain('Max-Age');
  });

  test('rules and replay go by the same clock: with a Date an hour behind, the cookie lives', () => {
    const steps = [{ ask: 'POST https://app.example/login', sets: [set], answers: { date: 'Mon, 23 Nov 2026 10:30:00 GMT' } }];
    expect(advised(steps, 'expired-on-arrival', { sid: 'session-id' })).toBeNull();
  });
});

describe('cookies without a name that a script wrote', () => {
  const steps = [
    { ask: 'GET https://app.example/', writes: ['compact'] },
    { ask: 'GET https://app.example/b', sends: 'compact' },
  ];

  test('are a finding, and no heading has an empty name', () => {
    const { findings } = audited(steps, {});
    expect(findings.map(({ rule }) => rule)).toContain('nameless-by-script');
    expect(advised(steps, 'nameless-by-script', {})?.code).toContain("document.cookie = 'name=value");
  });

  test('no corrected line begins with an equals sign', () => {
    expect(advised(steps, 'same-site-missing', {})?.line ?? null).toBeNull();
    expect(advised(steps, 'same-site-missing', {})?.heading).toBe('State SameSite on the cookie without a name');
  });
});

describe('a first look at a sound application on this machine, over http', () => {
  const steps = [
    { ask: 'GET http://localhost:3000/login', sets: ['sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; HttpOnly; SameSite=Lax'] },
    { ask: 'GET http://localhost:3000/', sends: 'sid=31d4d96e407aad42f3c1b7a09e5d8c26' },
  ];

  test('Secure is left open, for the deployed server is not in the recording', () => {
    const { findings, inconclusive } = audited(steps, { sid: 'session-id' });
    expect(findings.map(({ rule }) => rule)).not.toContain('secure-missing');
    expect(inconclusive.map(({ rule }) => rule)).toContain('secure-missing');
    expect(graded(steps, { sid: 'session-id' }).site?.letter).toMatch(/^A/);
  });

  test('HttpOnly is judged there as anywhere', () => {
    const open = [
      {
        ...steps[0],
        ask: 'GET http://localhost:3000/login',
        sets: ['sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; SameSite=Lax'],
      },
    ];
    expect(advised(open, 'http-only-missing', { sid: 'session-id' })?.severity).toBe('error');
  });
});
