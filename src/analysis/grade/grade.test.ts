import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleDigest, rowsOf } from '../../../test/build/example-facts';
import { aRole, withRoles } from '../../../test/build/rule-examples';
import { type Audit, auditOf } from '../rules/audit';
import type { RuleExample } from '../rules/engine/example';
import { type SessionResults, sessionResults } from '../rules/subject/session-results';
import { subjectsOf } from '../rules/subject/subjects';
import { sessionsOf } from '../session/sessions';
import type { Role } from '../session/shared/role-kinds';
import { grade } from './grade';
import { bandOf, letterOf, nextLetter } from './letter';
import { LETTERS } from './weights';

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
const SOUND = `__Host-sid=${ID}; Path=/; Secure; HttpOnly; SameSite=Lax`;
const HSTS = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

type Roles = Readonly<Record<string, Role>>;

const audited = (
  steps: RuleExample['steps'],
  roles: Roles | ((known: SessionResults) => SessionResults),
  more: Partial<RuleExample> = {},
): Audit => {
  const rows = rowsOf({ title: '', steps, expect: 'pass', ...more });
  const known = sessionResults(sessionsOf(rows, exampleDigest), 'shop.example');
  return auditOf(subjectsOf(rows, 'shop.example', typeof roles === 'function' ? roles(known) : withRoles(known, roles)));
};

const auditLines = (sets: readonly string[], roles: Roles = {}): Audit =>
  audited([{ ask: 'GET https://shop.example/', sets, answers: HSTS }], roles);

const siteOf = (found: Audit) => {
  const { site } = grade(found);
  if (site === null) throw new Error('not graded');
  return site;
};

test('a sound session and a sound theme make an A+ with nothing to deduct', () => {
  const found = auditLines([SOUND, 'theme=dark; Path=/; Secure; SameSite=Lax'], {
    '__Host-sid': 'session-id',
    theme: 'preference',
  });
  expect(found.findings.map(({ rule }) => rule)).toEqual([]);
  expect(siteOf(found)).toMatchObject({ score: 100, letter: 'A+', next: null, cap: null });
});

test('the sum of each cookie adds up to its score', () => {
  const found = auditLines([`sid=${ID}; Path=/`, 'theme=dark; Path=/;'], { sid: 'session-id', theme: 'preference' });
  for (const { deductions, score } of grade(found).cookies.values()) {
    expect(
      Math.max(
        0,
        deductions.reduce((sum, { points }) => sum + points, 100),
      ),
    ).toBe(score);
  }
});

test('the same fault weighs more on a session than on a theme', () => {
  const { cookies } = grade(
    auditLines([`sid=${ID}; Path=/; HttpOnly`, 'theme=dark; Path=/'], { sid: 'session-id', theme: 'preference' }),
  );
  const [session, theme] = [...cookies.values()];
  expect(session?.score).toBeLessThan(theme?.score ?? 0);
});

test('the worst session cookie caps the site', () => {
  const others = Array.from({ length: 30 }, (_, i) => `p${i}=1; Path=/; Secure; SameSite=Lax`);
  const site = siteOf(auditLines([`sid=${ID}; Path=/; Secure; SameSite=Lax`, ...others], { sid: 'session-id' }));
  expect(site.mean).toBeGreaterThan(90);
  expect(site.cap?.grade.cookie.name).toBe('sid');
  expect(site.score).toBe(site.cap?.grade.score);
});

test('a session that is only guessed caps nothing', () => {
  const steps = [
    { ask: 'GET https://shop.example/', sets: [`x=${ID}; Path=/`, 'a=1; Path=/; Secure; SameSite=Lax'], answers: HSTS },
  ];
  const guessed = (known: SessionResults): SessionResults => ({
    ...known,
    roleOf: ({ identity }) => aRole(identity.name === 'x' ? 'session-id' : 'unknown', 'low'),
  });
  expect(siteOf(audited(steps, guessed)).cap).toBeNull();
});

test('what rules cannot answer takes nothing off', () => {
  const found = auditLines(['x=abcdef; Path=/; Secure; SameSite=Lax']);
  expect(found.inconclusive.map(({ rule }) => rule)).toContain('http-only-missing');
  expect(siteOf(found).score).toBe(100);
});

test('a line that is refused comes off the site, for there is no cookie to bear it', () => {
  const site = siteOf(
    auditLines([SOUND, '__Host-prefs=1; Domain=shop.example; Path=/; Secure; SameSite=Lax'], {
      '__Host-sid': 'session-id',
      '__Host-prefs': 'preference',
    }),
  );
  expect(site.deductions.map(({ finding }) => finding.rule)).toEqual(['prefix-broken']);
  expect(site.score).toBe(94);
});

test('a deletion is no leak: it is neither graded nor blamed for what it lacks', () => {
  const found = auditLines(['sid=; Path=/; Max-Age=0'], { sid: 'session-id' });
  expect(found.findings).toEqual([]);
  expect(grade(found).cookies.size).toBe(0);
});

test('a session that was set and deleted while recording is graded all the same', () => {
  const found = audited(
    [
      { ask: 'POST https://shop.example/login', sets: [`sid=${ID}; Path=/; Secure; SameSite=Lax`], answers: HSTS },
      { ask: 'POST https://shop.example/logout', sends: `sid=${ID}`, sets: ['sid=; Path=/; Max-Age=0'], answers: HSTS },
    ],
    { sid: 'session-id' },
  );
  expect(siteOf(found).score).toBeLessThan(80);
});

test('third parties are graded apart and change nothing', () => {
  const third = {
    ask: 'GET https://ads.example/p',
    as: 'image',
    from: 'https://shop.example',
    top: 'https://shop.example/',
  } as const;
  const grades = grade(
    audited(
      [
        { ask: 'GET https://shop.example/', sets: [SOUND], answers: HSTS },
        { ...third, sets: [`uid=${ID}; Path=/; SameSite=None; Secure`] },
      ],
      { uid: 'advertising', '__Host-sid': 'session-id' },
      { thirdParty: 'allow' },
    ),
  );
  expect(grades.site?.score).toBe(100);
  expect(grades.thirdParties.map(({ cookie }) => cookie.name)).toEqual(['uid']);
  expect([...grades.gains.keys()].filter(({ party }) => party === 'third')).toEqual([]);
});

test('nothing recorded is no grade', () => {
  expect(grade(audited([], {})).site).toBeNull();
});

const ROLES: readonly Role[] = ['session-id', 'auth-token', 'preference', 'cart', 'csrf-token', 'unknown'];
const line = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c', '__Host-d', '_Host-e'),
    fc.subarray([
      'Secure',
      'HttpOnly',
      'SameSite=Lax',
      'SameSite=None',
      'Domain=shop.example',
      'Path=/',
      'Http-Only',
      'Max-Age=99999999',
      '',
    ]),
  )
  .map(([name, attributes]) => [`${name}=${ID}`, ...attributes].join('; '));

test('a finding gains what the site’s score grows by without it', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 6 }),
      fc.array(fc.constantFrom(...ROLES), { minLength: 5, maxLength: 5 }),
      (sets, roles) => {
        const found = auditLines(
          sets,
          Object.fromEntries(['a', 'b', 'c', '__Host-d', '_Host-e'].map((name, i) => [name, roles[i] ?? 'unknown'])),
        );
        const { site, gains } = grade(found);
        for (const [finding, gain] of gains) {
          const without = grade({ ...found, findings: found.findings.filter((other) => other !== finding) });
          expect(gain).toBe((without.site?.score ?? 0) - (site?.score ?? 0));
        }
      },
    ),
    { numRuns: 60 },
  );
});

describe('letters', () => {
  test.each([
    [100, 'A+'],
    [97, 'A+'],
    [96, 'A'],
    [80, 'B'],
    [79, 'C'],
    [55, 'D'],
    [54, 'F'],
    [0, 'F'],
  ])('%i is %s', (score, letter) => {
    expect(letterOf(score)).toBe(letter);
  });

  test('bands touch without gaps from 0 to 100', () => {
    const bands = LETTERS.map(bandOf);
    expect(bands[0]?.to).toBe(100);
    expect(bands.at(-1)?.from).toBe(0);
    for (const [at, band] of bands.entries()) if (at > 0) expect(band.to).toBe((bands[at - 1]?.from ?? 0) - 1);
  });

  test('the next letter is as far away as it says', () => {
    expect(nextLetter(76)).toEqual({ letter: 'B', points: 4 });
    expect(nextLetter(99)).toBeNull();
  });
});
