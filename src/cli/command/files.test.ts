import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolder } from './files';

const place = mkdtempSync(join(tmpdir(), 'cookie-flow-files-'));
afterAll(() => rmSync(place, { recursive: true }));

test('a folder is made with those above it, and may be there already', () => {
  const folder = join(place, 'a/b/c');
  makeFolder(folder);
  makeFolder(folder);
  expect(statSync(folder).isDirectory()).toBe(true);
});

test('one that cannot be made is told, below a file and in a file system that takes none', () => {
  writeFileSync(join(place, 'file'), '');
  expect(() => makeFolder(join(place, 'file'))).toThrow('there is a file of that name');
  expect(() => makeFolder(join(place, 'file/below'))).toThrow('cannot be made');
  if (process.platform === 'linux') expect(() => makeFolder('/proc/results')).toThrow('/proc/results cannot be made');
});
