import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleDigest, factsOf, rowsOf } from '../../../test/build/example-facts';
import { bytes } from '../engine/base/bytes';
import { instant } from '../engine/base/units';
import type { Fact } from '../facts/fact';
import { corrected } from '../fixes/correct';
import { FRAMEWORKS } from '../fixes/frameworks/framework';
import { Replay } from '../replay/replay';
import { sessionsOf } from '../session/sessions';
import { type Audit, audit, siteInView } from './audit';
import type { RuleExample } from './engine/example';
import { signingIn } from './engine/example-values';
import { plain } from './engine/sentence';
import { remedyOf } from './remedy';

type Step = RuleExample['steps'][number];
const audited = (steps: RuleExample['steps'], site = 'shop.example'): Audit => {
  const rows = rowsOf({ title: '', steps, expect: 'pass' });
  return audit(rows, site, sessionsOf(rows, exampleDigest));
};

const attribute = fc.oneof(
  fc.constantFrom(
    'Secure',
    'HttpOnly',
    'SameSite=None',
    'SameSite=Lex',
    'Domain=shop.example',
    'Domain=.',
    'Path=x',
    'Path=/',
    'Max-Age=0',
  ),
  fc.constantFrom(
    'Partitioned',
    'Expires=0',
    'Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    'Http-Only',
    'Priority=x',
    '',
    '=',
    'Max-Age=1e9',
  ),
  fc.string({ unit: 'binary' }),
);
const name = fc.constantFrom(
  'sid',
  'PHPSESSID',
  '__Host-sid',
  '_Host-x',
  'theme',
  '',
  'a b',
  'é',
  'csrftoken',
  'token',
  '__proto__',
);
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9.', '1001', '%', '%ZZ', `${'%25'.repeat(1300)}41`, 'O:4:"Cart":0:{}'),
);
const line = fc
  .tuple(name, value, fc.array(attribute, { maxLength: 6 }))
  .map(([left, right, rest]) => [`${left}=${right}`, ...rest].join('; '));
const step = fc.record({
  ask: fc.constantFrom(
    'GET https://shop.example/',
    'POST https://shop.example/login',
    'GET http://shop.example/a?sid=1234567890',
    'GET https://x.shop.example/logout',
  ),
  as: fc.constantFrom('document', 'image', 'fetch'),
  from: fc.constantFrom('https://shop.example', 'https://ads.example'),
  sends: fc.constantFrom('sid=1', 'sid=1; sid=2', 'theme=dark', '=', '', 'token=x; __proto__=y'),
  sets: fc.array(line, { maxLength: 4 }),
  status: fc.constantFrom(200, 302, 403, 500),
  answers: fc.constantFrom({}, { 'cache-control': 'public' }, { 'strict-transport-security': 'max-age=x' }, { date: 'never' }),
}) satisfies fc.Arbitrary<RuleExample['steps'][number]>;

test('whatever servers send, every rule answers and every finding can be told and fixed', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), fc.constantFrom(...FRAMEWORKS), (steps, framework) => {
      const { findings, inconclusive, subjects } = audited(steps);
      for (const finding of findings) {
        expect(plain(finding.texts.heading())).not.toBe('');
        expect(finding.texts.statements().length).toBeGreaterThan(0);
        const remedy = remedyOf(finding, subjects);
        expect(plain(remedy.advice)).not.toBe('');
        if (remedy.edits !== null) corrected(remedy.edits);
        remedy.settings(framework);
      }
      for (const { missing } of inconclusive) expect(plain(missing)).not.toBe('');
    }),
    { numRuns: 60 },
  );
});

test('the worst findings come first', () => {
  const { findings } = audited([
    { ask: 'GET https://shop.example/', sets: ['PHPSESSID=p3v8hjm2q1c0k9t7r5n4b6d8fa; path=/', 'theme=dark;'] },
  ]);
  const rank = { error: 0, warning: 1, note: 2 };
  const ranks = findings.map(({ severity }) => rank[severity]);
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(findings[0]?.severity).toBe('error');
});

test('a fault in a hundred lines alike is one finding', () => {
  const steps = Array.from({ length: 100 }, (_, i) => ({
    ask: `GET https://shop.example/${i}`,
    sets: [`theme=d${i}; Path=/; Secure; SameSite=Lex`],
  }));
  expect(audited(steps).findings.filter(({ rule }) => rule === 'same-site-misspelt')).toHaveLength(1);
});

test('cookies of a site that was only visited before are not of this one', () => {
  const { findings } = audited([
    { ask: 'GET https://other.example/', sets: ['PHPSESSID=p3v8hjm2q1c0k9t7r5n4b6d8fa; path=/'] },
    {
      ask: 'GET https://shop.example/',
      sets: ['theme=dark; Path=/; Secure; SameSite=Lax'],
      answers: { 'strict-transport-security': 'max-age=31536000' },
    },
  ]);
  expect(findings).toEqual([]);
});

test('the site in view is that of the page opened last', () => {
  const rows = rowsOf({
    title: '',
    steps: [
      { ask: 'GET https://other.example/' },
      { ask: 'GET https://www.shop.example/' },
      { ask: 'GET https://ads.example/a.png', as: 'image', from: 'https://www.shop.example', top: 'https://www.shop.example/' },
    ],
    expect: 'pass',
  });
  expect(siteInView(rows)).toBe('shop.example');
  expect(siteInView([])).toBeNull();
});

test('a cookie that only went away while recording is nobody’s fault', () => {
  const steps = [{ ask: 'GET https://shop.example/', sends: 'PHPSESSID=p3v8hjm2q1c0k9t7r5n4b6d8fa' }];
  const stored = {
    name: bytes('PHPSESSID'),
    value: bytes('p3v8hjm2q1c0k9t7r5n4b6d8fa'),
    domain: 'shop.example',
    hostOnly: true,
    path: bytes('/'),
  };
  const old = { ...stored, secure: false, httpOnly: false, sameSite: 'absent', expires: null, partition: null } as const;
  const facts: Fact[] = factsOf({ title: '', steps, expect: 'pass' }).map((fact) =>
    fact.kind === 'jar-snapshot' ? { ...fact, cookies: [old] } : fact,
  );
  const at = instant((facts.at(-1)?.at ?? 0) + 1000);
  facts.push({ kind: 'cookie-changed', seq: 99, at, storeId: '0', cookie: old, removed: true, cause: 'explicit' });
  const { rows } = new Replay().add(facts).settle(instant(at + 60_000));
  const { findings, subjects } = audit(rows, 'shop.example', sessionsOf(rows, null));
  expect(subjects.cookies.map(({ name, gone }) => [name, gone])).toEqual([['PHPSESSID', true]]);
  expect(findings.filter(({ cookie }) => cookie !== null)).toEqual([]);
});

test('what lets a session be taken stands before what lets a request be forged, and that of a sign-out weighs less', () => {
  const SID = 'sid=9b02c7715e8fd1a060aa4f18c3d92b7e';
  const leaky = signingIn('sid=31d4d96e407aad42f3c1b7a09e5d8c26', SID).map((step) => ({
    ...step,
    ...('sets' in step && { sets: (step.sets ?? []).map((line) => line.replace('SameSite=Lax', 'SameSite=None')) }),
  }));
  const posting = (url: string, more: object): readonly Step[] => [
    ...leaky,
    { ask: `POST ${url}`, from: 'https://shop.example', sends: SID, fields: { all: 'yes' }, ...more } as Step,
  ];
  const gone = { status: 303, answers: { location: '/' }, sets: ['sid=; Path=/; Max-Age=0; Secure'] };
  const severity = (steps: readonly Step[]) =>
    audited(steps).findings.find(({ rule }) => rule === 'csrf-token-missing')?.severity ?? null;
  expect(severity(posting('https://shop.example/address', {}))).toBe('error');
  expect(severity(posting('https://shop.example/logout', gone))).toBe('warning');

  const { findings } = audited([
    ...posting('https://shop.example/address', {}),
    { ask: `GET https://shop.example/?sid=${SID.slice(4)}`, sends: SID },
    { ask: 'POST https://shop.example/logout', from: 'https://shop.example', sends: SID, fields: { all: 'yes' }, ...gone },
  ]);
  const order = findings.filter(({ severity: each }) => each === 'error').map(({ rule }) => rule);
  expect(order.indexOf('session-id-in-url')).toBeGreaterThanOrEqual(0);
  expect(order.at(-1)).toBe('csrf-token-missing');
});
