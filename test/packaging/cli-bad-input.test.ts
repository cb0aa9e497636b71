import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Report } from '../../src/report/model/report-schema';
import { until } from '../browsers/until';
import { ProgramFolder, SIGN_IN } from './program';

const folder = new ProgramFolder();
beforeAll(() => {
  folder.writeHar('shop.har', SIGN_IN(''));
  mkdirSync(join(folder.path, 'folder'));
  folder.write('empty.har', '');
  folder.write('binary.har', '\u0000\u0000\u0001');
  folder.write('torn.har', readFileSync(join(folder.path, 'shop.har'), 'utf8').slice(0, 700));
  folder.write('other.json', '{"name":"x"}');
});
afterAll(() => folder.remove());

const expected = (status: number, words: string) => ({ status, stdout: '', stderr: expect.stringContaining(words) });

describe('a file that is no recording ends with 3 and a sentence', () => {
  test.each([
    ['audit', 'none.har', 'there is no such file or folder'],
    ['audit', 'folder', 'it is a folder, not a file'],
    ['audit', 'empty.har', 'The file is empty.'],
    ['audit', 'binary.har', 'The file is binary'],
    ['audit', '/dev/zero', 'larger than 256 MB'],
    ['flow', 'torn.har', 'ends in the middle'],
    ['convert --to csv', 'other.json', 'JSON of another kind'],
    ['serve', 'other.json', 'JSON of another kind'],
    ['diff shop.har', 'binary.har', 'The file is binary'],
  ])('%s %s', (command, file, words) => {
    const { status, stdout, stderr } = folder.run([...command.split(' '), file]);
    expect({ status, stdout, stderr }).toEqual(expected(3, words));
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

test.each([
  [['simulate', 'none.json', '--profile', 'spec'], 'none.json cannot be read: there is no such file or folder.'],
  [['simulate', 'folder', '--profile', 'spec'], 'folder cannot be read: it is a folder, not a file.'],
  [['merge', 'shop.har'], 'shop.har is no report of Cookie Flow.'],
  [['audit', 'localhost:3000'], 'An address begins with http:// or https://'],
  [['audit', 'shop.har', '--format', 'json=folder'], 'folder cannot be written: it is a folder, not a file.'],
  [['audit', 'shop.har', '--format', 'json=nowhere/report.json'], 'nowhere/report.json cannot be written'],
  // A receipt of what is not there would say something false.
  [['convert', 'shop.har', '--to', 'har', '--out', 'folder'], /^convert: folder cannot be written.*\n$/],
])('%j ends with 3 and a sentence', (args, words) => {
  expect(folder.run(args)).toEqual({ status: 3, stdout: '', stderr: expect.stringMatching(words) });
});

test.each([
  [['--verison'], 'Did you mean --version?'],
  [['audit', '--halp'], 'Did you mean --help?'],
  [['decode', '-abc'], 'What begins with - and is no option stands behind --.'],
  [['audit', 'shop.har', '--browser', 'firefox'], '--browser is for URLs, and there is none.'],
  [['audit', 'shop.har', '--script', 'sign-in.mjs'], '--script is for URLs, and there is none.'],
  [['audit', 'shop.har', '--format', 'json='], '--format json= needs the name of a file.'],
  [['audit', 'shop.har', '--format', 'json=r', '--format', 'sarif=./r'], 'r would be written over'],
  [['audit', 'shop.har', '--fail-on', 'never,error'], '--fail-on never goes with no other.'],
  [['explain', 'a=1', '--url', 'http://['], 'not http://[.'],
])('%j ends with 2 and says what to do', (args, words) => {
  expect(folder.run(args)).toEqual(expected(2, words));
});

it('a directory for standard input is said', () => {
  expect(folder.shell('cookie-flow decode - < folder')).toEqual(
    expected(3, 'standard input cannot be read: it is a folder, not a file.'),
  );
});

it('a part of the list that falls to no page takes the options of pages all the same', () => {
  const args = ['audit', 'http://127.0.0.1:9/', 'shop.har', '--browser', 'firefox', '--shard', '2/2', '--format', 'json'];
  const { status, stdout } = folder.run(args);
  expect([status, (JSON.parse(stdout) as Report).recordings.map(({ file }) => file)]).toEqual([1, ['shop.har']]);
});

it('findings end with 1 also where the reader of the report has seen enough', () => {
  const codes = folder.shell('{ cookie-flow audit shop.har; echo $? > code; } | true');
  expect(codes.stderr).toBe('');
  expect(readFileSync(join(folder.path, 'code'), 'utf8')).toBe('1\n');
});

it('a report that cannot be written keeps no other back', () => {
  const { status, stdout, stderr } = folder.run(['audit', 'shop.har', '--format', 'json=/dev/full', '--format', 'json']);
  expect([status, stderr]).toEqual([3, 'audit: /dev/full cannot be written: the disk is full.\n']);
  expect((JSON.parse(stdout) as Report).recordings).toHaveLength(1);
});

it('Ctrl-C stops files that are audited one at a time', async () => {
  const many = Array.from({ length: 60 }, (_, n) => `many-${n}.har`);
  for (const file of many) folder.write(file, readFileSync(join(folder.path, 'shop.har'), 'utf8'));
  const { child, output, ended } = folder.start(['audit', ...many, '--format', 'json', '--fail-on', 'never']);
  await until('one is finished', () => output.stderr.includes('1 of 60: '));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  const { recordings } = JSON.parse(output.stdout) as Report;
  expect(recordings.length).toBeGreaterThanOrEqual(1);
  expect(recordings.length).toBeLessThan(60);
  expect(output.stderr).toMatch(/stopped: \d+ of 60 were not audited\./);
});
