import { expect, test } from 'vitest';
import { bytes } from '../facts/bytes';
import { corrected } from '../fixes/correct';
import { readLine } from '../header/read-line';
import { sessionsOf } from '../session/sign-in';
import { audit } from './audit';
import { exampleDigest, rowsOf } from './form/example-facts';
import { correctAll, remedyOf } from './remedy';

const audited = (...sets: readonly string[]) => {
  const rows = rowsOf({ says: '', steps: [{ ask: 'GET https://shop.example/', sets }], expect: 'pass' });
  return audit(rows, 'shop.example', sessionsOf(rows, exampleDigest));
};

const LINE = 'PHPSESSID=p3v8hjm2q1c0k9t7r5n4b6d8fa; path=/';

test('one line takes the corrections of all findings on its cookie', () => {
  const { findings } = audited(LINE);
  const mended = corrected(correctAll(readLine(bytes(LINE)), findings));
  expect(mended).toBe('PHPSESSID=p3v8hjm2q1c0k9t7r5n4b6d8fa; path=/; HttpOnly; Secure; SameSite=Lax');
});

test('the framework is known by the cookie’s name, and its settings mark what changes', () => {
  const { findings, subjects } = audited(LINE);
  const finding = findings.find(({ rule }) => rule === 'http-only-missing');
  if (finding === undefined) throw new Error('not found');
  const { recognised, settings } = remedyOf(finding, subjects);
  expect(recognised).toBe('php');
  const changed = settings('php').snippet?.lines.filter((line) => line.changed);
  expect(changed?.map(({ text }) => text.trim())).toEqual(["'cookie_httponly' => true,"]);
});

test('a cookie of nobody in particular is set by the framework of the others', () => {
  const { findings, subjects } = audited(
    'laravel_session=eyJpdiI6IjEifQ%3D%3D; Path=/; Secure; HttpOnly; SameSite=Lax',
    'theme=dark; Path=/',
  );
  const finding = findings.find(({ rule, cookie }) => rule === 'secure-missing' && cookie?.startsWith('theme'));
  expect(finding && remedyOf(finding, subjects).recognised).toBe('laravel');
});

test('a deletion is code, not a setting', () => {
  const rows = rowsOf({
    says: '',
    steps: [
      { ask: 'GET https://shop.example/', sets: ['theme=dark; Path=/; Domain=shop.example; Secure'] },
      { ask: 'GET https://shop.example/off', sends: 'theme=dark', sets: ['theme=; Path=/; Max-Age=0'] },
    ],
    expect: 'pass',
  });
  const { findings, subjects } = audit(rows, 'shop.example', sessionsOf(rows, exampleDigest));
  const finding = findings.find(({ rule }) => rule === 'deletion-mismatch');
  const settings = finding && remedyOf(finding, subjects).settings('express');
  expect(settings?.snippet).toBeNull();
  expect(settings?.action?.join()).toContain('res.clearCookie');
});
