import fc from 'fast-check';
import { expect, test } from 'vitest';
import { browsed, exchangesOf } from '../../../test/build/browsing';
import { exampleDigest, rowsOf } from '../../../test/build/example-facts';
import { text } from '../engine/base/bytes';
import { corrected } from '../fixes/correct';
import { cookieKey } from '../session/cookies/cookie-key';
import { sessionsOf } from '../session/sessions';
import { audit } from './audit';
import type { ExampleStep, RuleExample } from './engine/example';
import { remedyOf } from './remedy';

const SITES = ['shop.example', 'portal.example'] as const;
const ATTRIBUTES = [
  'Secure',
  'HttpOnly',
  'Partitioned',
  'SameSite=None',
  'SameSite=Lax',
  'SameSite=Lex',
  'SameSite=Strict',
  'Domain=shop.example',
  'Path=/',
  'Path=/app',
  'Max-Age=99999999',
  'Max-Age=3600',
];

/** One line a name, so that what a correction does to a cookie is done wherever the cookie is set. */
const lines = fc
  .tuple(
    ...['sid', '__Secure-id', '_Host-token', 'theme'].map((name) =>
      fc.subarray(ATTRIBUTES).map((attributes) => [`${name}=31d4d96e407aad42f3c1b7a09e5d8c26`, ...attributes].join('; ')),
    ),
  )
  .chain((all) => fc.subarray(all, { minLength: 1 }));

const request = fc.record({
  ask: fc.constantFrom(
    'GET https://shop.example/',
    'GET https://shop.example/app/x',
    'POST https://shop.example/app/acs',
    'GET https://api.shop.example/app',
    'GET http://shop.example/app',
  ),
  as: fc.constantFrom('document', 'subdocument', 'image'),
  from: fc.constantFrom('https://shop.example', 'https://idp.example', 'https://portal.example'),
  top: fc.constantFrom('https://shop.example/', 'https://portal.example/'),
  after: fc.constantFrom(1, 150),
  status: fc.constantFrom(200, 302, 403),
  isSetting: fc.boolean(),
});

const recording = fc
  .record({
    lines,
    requests: fc.array(request, { minLength: 2, maxLength: 6 }),
    browser: fc.constantFrom('chromium', 'firefox'),
    site: fc.constantFrom(...SITES),
  })
  .map(({ lines: sets, requests, browser, site }) => {
    const steps = requests.map(
      ({ isSetting, ...step }, at): ExampleStep => ({ ...step, sets: isSetting || at === 0 ? sets : [] }),
    );
    const example = browsed({ title: '', steps, browser, thirdParty: 'allow', expect: 'fail' });
    return { example, site };
  });

/** What went with each request and what each line did, without the cookies' names: corrections may rename them. */
function seen(example: RuleExample, key?: string): readonly string[] {
  return exchangesOf(example).flatMap(({ id, cookies, lines: set }) => [
    ...cookies.flatMap(({ cookie }) => (cookie && (key === undefined || cookieKey(cookie) === key) ? [`${id} sent`] : [])),
    ...set.flatMap(({ index, result }) =>
      result && (key === undefined || cookieKey(result) === key) ? [`${id} set ${index}`] : [],
    ),
  ]);
}

test('no corrected line withholds or refuses what the recording shows sent and stored', () => {
  let tried = 0;
  fc.assert(
    fc.property(recording, ({ example, site }) => {
      const rows = rowsOf(example);
      const { findings, subjects } = audit(rows, site, sessionsOf(rows, exampleDigest));
      for (const finding of findings) {
        const { edits } = remedyOf(finding, subjects);
        const { line } = finding.texts.fix();
        if (edits === null || line === null || finding.cookie === null) continue;
        tried += 1;
        const before = seen(example, finding.cookie);
        const fixed = text(corrected(edits) as typeof line.line);
        const only = (sets: readonly string[]) => sets.filter((set) => set === line.line).map(() => fixed);
        const after = seen(
          browsed({ ...example, steps: example.steps.map((step) => ({ ...step, sets: only(step.sets ?? []) })) }),
        );
        const alone = before.map((each) => each.replace(/set \d+/, 'set 0'));
        expect({ rule: finding.rule, fixed, lost: alone.filter((each) => !after.includes(each)) }).toEqual({
          rule: finding.rule,
          fixed,
          lost: [],
        });
      }
    }),
    { numRuns: 80 },
  );
  expect(tried).toBeGreaterThan(80);
});
