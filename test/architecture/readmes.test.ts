import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foldersBelow, ROOT, sourceFiles } from './source-files';

const SCREEN = 45;

/** What is wrong with a folder's README; null = nothing. */
function complaint(readme: string | null): string | null {
  if (readme === null) return 'has no README.md: say on a screen what lives there';
  const lines = readme.trim().split('\n');
  if (lines.length > SCREEN) return `README.md has ${lines.length} lines: shorten it to a screen, ${SCREEN}`;
  return lines.length < 3 ? 'README.md says nothing: say why the folder exists' : null;
}

test('every folder with code in src, and test, playground and bench, say what lives there, on at most a screen', () => {
  const code = sourceFiles('src');
  const folders = [
    ...foldersBelow('src').filter((folder) => code.some((file) => file.path.startsWith(`${folder}/`))),
    'test',
    'playground',
    'bench',
  ];
  expect(folders).toContain('src/analysis/facts');
  const complaints = folders.map((folder) => [folder, complaint(readmeOf(folder))]).filter(([, wrong]) => wrong !== null);
  expect(complaints).toEqual([]);
});

test.each([
  ['a missing one', null],
  ['a long one', 'a line\n'.repeat(60)],
  ['an empty one', '# analysis'],
])('reports %s', (_, readme) => {
  expect(complaint(readme)).not.toBeNull();
});

function readmeOf(folder: string): string | null {
  const path = join(ROOT, folder, 'README.md');
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
