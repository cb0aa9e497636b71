import { describe, expect, test } from 'vitest';
import { exchangesOf } from '../build/browsing';
import { adviceOfLine, advised } from './advice';

const SESSION = { sid: 'session-id' } as const;

/** Whether a recording with this line in the last step deletes the cookie. */
function outcomes(steps: Parameters<typeof advised>[0], line: string | null | undefined): readonly string[] {
  const last = steps.at(-1);
  if (last === undefined || line == null) return [];
  const changed = [...steps.slice(0, -1), { ...last, sets: [line] }];
  return (
    exchangesOf({ title: '', steps: changed, expect: 'fail' })
      .at(-1)
      ?.lines.map(({ predicted }) => predicted.outcome) ?? []
  );
}

describe('sign-out does not sign out: the deletion names another path', () => {
  const steps = [
    { ask: 'POST https://app.example/login', sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly'] },
    { ask: 'POST https://app.example/account', sends: 'sid=31d4d96e407aad42', sets: ['sid=; Path=/account; Max-Age=0'] },
  ];

  test('it is an error by what the cookie is that stays, and the line given deletes it', () => {
    const found = advised(steps, 'deletion-mismatch', SESSION);
    expect(found?.severity).toBe('error');
    expect(found?.line).toBe('sid=; Path=/; Max-Age=0; Secure');
    expect(outcomes(steps, found?.line)).toEqual(['deleted']);
    expect(adviceOfLine(steps, 'sid')).toMatchObject({ line: found?.line });
  });

  test('that it stays is not called observed where nobody looked', () => {
    const { found = [] } = advised(steps, 'deletion-mismatch', SESSION) ?? {};
    expect(found.at(-1)).toBe('predicted: It stays in the jar; the jar was not read.');
  });
});

describe('a partitioned cookie, deleted without Partitioned', () => {
  const inPortal = { as: 'subdocument', from: 'https://portal.example', top: 'https://portal.example/' } as const;
  const steps = [
    { ...inPortal, ask: 'GET https://app.example/w', sets: ['W=31d4d96e; Path=/; Secure; SameSite=None; Partitioned'] },
    {
      ...inPortal,
      ask: 'POST https://app.example/out',
      sends: 'W=31d4d96e',
      sets: ['W=; Path=/; Max-Age=0; Secure; SameSite=None'],
    },
  ];

  test('the corrected line is another one, and deletes it', () => {
    const advice = adviceOfLine(steps, 'W', { thirdParty: 'allow' });
    expect(advice?.line).toBe('W=; Path=/; Max-Age=0; Secure; SameSite=None; Partitioned');
    const changed = steps.map((step, at) => (at === 1 ? { ...step, sets: [advice?.line ?? ''] } : step));
    const after = exchangesOf({ title: '', steps: changed, thirdParty: 'allow', expect: 'fail' });
    expect(after.at(-1)?.lines[0]?.predicted.outcome).toBe('deleted');
  });
});

describe('two cookies of one name', () => {
  const steps = [
    { ask: 'GET https://app.example/', sets: ['sid=aaaa1111; Path=/', 'sid=bbbb2222; Domain=app.example; Path=/; Secure'] },
    { ask: 'GET https://app.example/account', sends: 'sid=aaaa1111; sid=bbbb2222' },
  ];

  test('the other one is reported with its scope and what set it, and a line that deletes it', () => {
    const found = advised(steps, 'shadowed', SESSION);
    expect(found?.found.join('\n')).toContain(
      'The other one has no Domain (host app.example) and Path=/; GET / of app.example set it.',
    );
    expect(found?.code).toBe('Set-Cookie: sid=; Path=/; Max-Age=0');
    expect(found?.remedy.settings('express')?.lines[0]?.text).toBe("res.clearCookie('sid', { path: '/' });");
  });
});

test('thirty cookies thrown out, the session among them: the past is reported, not the future', () => {
  const found = advised(
    [
      { ask: 'POST https://app.example/login', sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly'] },
      {
        ask: 'GET https://app.example/a',
        sets: Array.from({ length: 150 }, (_, at) => `c${at}=1; Path=/; Secure`),
        evicts: ['sid=31d4d96e407aad42', ...Array.from({ length: 29 }, (_, at) => `c${at}=1`)],
      },
      { ask: 'GET https://app.example/b' },
    ],
    'cookies-evicted',
    SESSION,
  );
  expect(found?.severity).toBe('error');
  expect(found?.found[0]).toMatch(/^observed: 30 cookies of this site were evicted/);
  expect(found?.found[1]).toBe('observed: Among them: sid.');
});
