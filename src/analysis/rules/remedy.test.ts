import { describe, expect, test } from 'vitest';
import { exampleDigest, rowsOf } from '../../../test/build/example-facts';
import { subjectsIn } from '../../../test/build/rule-examples';
import { examplesOf } from '../../../test/build/rule-files';
import { ACTIONS, FRAMEWORKS } from '../fixes/frameworks/framework';
import { frameworks } from '../fixes/frameworks/registry';
import { sessionsOf } from '../session/sessions';
import { audit, auditOf } from './audit';
import { rules } from './registry';
import { remedyOf } from './remedy';
import { frameworkToShow } from './remedy-of-fix';

const audited = (...sets: readonly string[]) => {
  const rows = rowsOf({ title: '', steps: [{ ask: 'GET https://shop.example/', sets }], expect: 'pass' });
  return audit(rows, 'shop.example', sessionsOf(rows, exampleDigest));
};

const LINE = 'PHPSESSID=p3v8hjm2q1c0k9t7r5n4b6d8fa; path=/';

test('the framework is known by the cookie’s name, and its settings mark what changes', () => {
  const { findings, subjects } = audited(LINE);
  const finding = findings.find(({ rule }) => rule === 'http-only-missing');
  if (finding === undefined) throw new Error('not found');
  const { recognised, settings } = remedyOf(finding, subjects);
  expect(recognised).toBe('php');
  const changed = settings('php')?.lines.filter((line) => line.changed);
  expect(changed?.map(({ text }) => text.trim())).toEqual(["'cookie_httponly' => true,"]);
});

test('a cookie that no framework is known by is set by the framework of the others', () => {
  const { findings, subjects } = audited(
    'laravel_session=eyJpdiI6IjEifQ%3D%3D; Path=/; Secure; HttpOnly; SameSite=Lax',
    'theme=dark; Path=/',
  );
  const finding = findings.find(({ rule, cookie }) => rule === 'secure-missing' && cookie?.startsWith('theme'));
  expect(finding && remedyOf(finding, subjects).recognised).toBe('laravel');
});

test('a deletion is code, not a setting', () => {
  const rows = rowsOf({
    title: '',
    steps: [
      { ask: 'GET https://shop.example/', sets: ['theme=dark; Path=/; Domain=shop.example; Secure'] },
      { ask: 'GET https://shop.example/off', sends: 'theme=dark', sets: ['theme=; Path=/; Max-Age=0'] },
    ],
    expect: 'pass',
  });
  const { findings, subjects } = audit(rows, 'shop.example', sessionsOf(rows, exampleDigest));
  const finding = findings.find(({ rule }) => rule === 'deletion-mismatch');
  const settings = finding && remedyOf(finding, subjects).settings('express');
  expect(settings?.lines.map(({ text }) => text).join('\n')).toMatch(/^res\.clearCookie\(.*\);$/);
});

test('the lines of the chosen framework come before those of the recognised one, where it has any', () => {
  const { findings, subjects } = audited(LINE.replace('PHPSESSID', '__Host-PHPSESSID'));
  const finding = findings.find(({ rule }) => rule === 'prefix-broken');
  if (finding === undefined) throw new Error('not found');
  const remedy = { ...remedyOf(finding, subjects), recognised: 'php' } as const;
  expect(frameworkToShow(remedy, null)).toBe('php');
  expect(frameworkToShow(remedy, 'django')).toBe('django');
  expect(frameworkToShow({ ...remedy, frameworks: ['php'] }, 'django')).toBe('php');
  expect(frameworkToShow({ ...remedy, frameworks: ['express'] }, 'django')).toBeNull();
});

describe.each(rules.map((rule) => [rule.id, examplesOf(rule.id)] as const))('%s', (id, examples) => {
  const remedies = examples.flatMap((example) => {
    const { findings, subjects } = auditOf(subjectsIn(example));
    return findings
      .filter(({ rule }) => rule === id)
      .map((finding) => ({ fix: finding.texts.fix(), ...remedyOf(finding, subjects) }));
  });

  test('every action has lines for every framework that knows it', () => {
    for (const { fix, frameworks: offered } of remedies) {
      const { action } = fix;
      if (action === null) continue;
      expect(offered).toEqual(FRAMEWORKS.filter((each) => frameworks[each].actions[action].length > 0));
    }
  });

  test('every framework that is offered has lines, and marks those that make the change', () => {
    for (const { settings, frameworks: offered } of remedies) {
      for (const each of FRAMEWORKS) {
        const made = settings(each);
        expect(made !== null).toBe(offered.includes(each));
        if (made !== null) expect(made.lines.filter(({ changed }) => changed)).not.toEqual([]);
      }
    }
  });
});

test('actions and corrected lines are both among the examples, so that the tests above look at something', () => {
  const fixes = rules.flatMap(({ id }) =>
    examplesOf(id).flatMap((example) => auditOf(subjectsIn(example)).findings.filter(({ rule }) => rule === id)),
  );
  expect(new Set(fixes.flatMap(({ texts }) => texts.fix().action ?? []))).toEqual(new Set(ACTIONS));
  expect(fixes.filter(({ texts }) => texts.fix().changes.length > 0).length).toBeGreaterThan(30);
});
