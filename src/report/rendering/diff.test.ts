import { expect, test } from 'vitest';
import { aTrace, digestOf } from '../../../test/build/trace';
import { hasDifferences, reportedDiff } from '../model/reported-diff';
import { diffText } from './diff-text';
import { markdownDiff } from './markdown-diff';
import { NO_PAINT } from './text-report';

const OPTIONS = { digest: digestOf, ownHosts: [], browser: null, thirdParty: null };
const side = (file: string, lines: string) => ({ file, facts: aTrace('https://app.example', lines), notes: [] });
const SIGN_IN = (value: string, attributes: string) => `GET / 200
  POST /login?next=${value} [user password] 302 /account | sid={${value}}; Path=/${attributes}
  -> /account 200`;
const SOUND = '; HttpOnly; Secure; SameSite=Lax';

test('two visits that only have other values have no differences', () => {
  const diff = reportedDiff(side('one.har', SIGN_IN('A', SOUND)), side('two.har', SIGN_IN('B', SOUND)), OPTIONS);
  expect(hasDifferences(diff)).toBe(false);
  expect(diff).toMatchObject({ matched: 3, jar: { different: [], otherValues: 1 } });
  expect(diffText(diff, NO_PAINT)).toContain('No differences');
});

test('a cookie that is refused in one is where they part, with what only one has', () => {
  const bad = '; HttpOnly; Secure; SameSite=Lax; Domain=other.example';
  const diff = reportedDiff(side('works.har', SIGN_IN('A', SOUND)), side('fails.har', SIGN_IN('B', bad)), OPTIONS);
  expect(hasDifferences(diff)).toBe(true);
  expect(diff.differing[0]).toEqual({
    method: 'POST',
    address: 'app.example/login?next',
    differences: [{ kind: 'line', cookie: 'sid', a: 'stored', b: 'rejected' }],
  });
  expect(diff.jar.different).toEqual([{ cookie: 'sid', domain: 'app.example', path: '/', only: 'a', aspects: [] }]);
  const told = diffText(diff, NO_PAINT);
  expect(told).toMatch(/They part here\n {2}POST app\.example\/login\?next\n {4}Set-Cookie for sid: stored in A, rejected in B/);
  expect(told).toMatch(/The jar at the end\n {2}sid \(app\.example\/\): only in A/);
  expect(told).toContain('Findings only in B');
});

test('no name steers a terminal or becomes markup, and no value is reported', () => {
  const hostile = (value: string, more: string) => `GET / 200 | <b>\u202e|x={${value}}; Path=/${more}`;
  const diff = reportedDiff(side('a\u001b[2J.har', hostile('A', '')), side('b.har', hostile('B', '; Secure')), OPTIONS);
  expect(diff.jar.different[0]).toMatchObject({ only: null, aspects: ['secure'] });
  expect(diffText(diff, NO_PAINT)).not.toMatch(/[\u001b\u202e]/);
  expect(markdownDiff(diff)).toContain('\\<b\\>');
  expect(JSON.stringify(diff)).not.toMatch(/[0-9a-f]{32}/);
});
