import { expect, test } from 'vitest';
import { rowsOf } from '../../../test/build/example-facts';
import { bytes } from '../../analysis/engine/base/bytes';
import { linesOf } from './trial';
import { trialOf, trialOfCookie } from './trial-of';

const rows = rowsOf({
  title: '',
  expect: 'pass',
  steps: [
    { ask: 'GET https://shop.example/', sets: ['sid=1; Path=/; Secure', 'theme=dark; Path=/'] },
    { ask: 'GET https://shop.example/x', sets: ['__Host-a=1; Path=/x; Secure'] },
  ],
});
const cookie = (name: string, path = '/') => ({
  name: bytes(name),
  value: bytes('secret'),
  domain: 'shop.example',
  hostOnly: true,
  path: bytes(path),
  expires: null,
  secure: true,
  httpOnly: false,
  sameSite: 'absent' as const,
  partition: null,
  storeId: null,
});

test('a recorded line stands among the others of its response', () => {
  const [first] = rows.filter((row) => row.kind === 'exchange');
  const trial = first === undefined ? null : trialOf(first, 1);
  expect(trial?.line).toBe('theme=dark; Path=/');
  expect(trial === null ? [] : linesOf(trial)).toEqual(['sid=1; Path=/; Secure', 'theme=dark; Path=/']);
});

test('a cookie of the table opens with the line that set it, or was refused', () => {
  expect(trialOfCookie(cookie('sid') as never, rows).trial.line).toBe('sid=1; Path=/; Secure');
  expect(trialOfCookie(cookie('__Host-a', '/x') as never, rows).trial.line).toBe('__Host-a=1; Path=/x; Secure');
  expect(trialOfCookie(cookie('sid') as never, rows).source).toMatchObject({ index: 0 });
});

test('one whose line was not recorded opens with a line that would set it', () => {
  const { trial, source } = trialOfCookie(cookie('old') as never, rows);
  expect(trial).toMatchObject({ line: 'old=secret; Path=/; Secure', url: 'https://shop.example/' });
  expect(source).toBeNull();
});
