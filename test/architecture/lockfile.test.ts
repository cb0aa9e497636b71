import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './source-files';

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly extraneous?: boolean;
}
type Lock = Readonly<Record<string, Entry>>;

const ANEW = 'delete node_modules and write package-lock.json anew';

/**
 * What `npm ci` would stumble over. A lock written where node_modules was already filled lacks the packages of other
 * platforms (npm issue 4828): `npm ci` then fails, or installs no binary on a Mac.
 */
function gaps(lock: Lock): readonly string[] {
  return Object.entries(lock).flatMap(([path, entry]) => [
    ...(entry.extraneous === true ? [`${path} is extraneous: ${ANEW}`] : []),
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !placesFor(path, name).some((place) => place in lock))
      .map((name) => `${path} wants ${name}: ${ANEW}`),
  ]);
}

/** Where Node looks for a package from a path: in its own node_modules, then in those above. */
function placesFor(path: string, name: string): readonly string[] {
  const above = path.split('/node_modules/').map((_, at, parts) => parts.slice(0, at + 1).join('/node_modules/'));
  return [...above.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
}

test('the lockfile holds the packages of every platform', () => {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { readonly packages: Lock };
  expect(Object.keys(lock.packages).length).toBeGreaterThan(300);
  expect(gaps(lock.packages)).toEqual([]);
});

test('a missing one is reported', () => {
  expect(gaps({ 'node_modules/a': { optionalDependencies: { b: '1', c: '1' } }, 'node_modules/c': {} })).toEqual([
    `node_modules/a wants b: ${ANEW}`,
  ]);
  expect(
    gaps({ 'node_modules/a/node_modules/b': { optionalDependencies: { c: '1' } }, 'node_modules/a/node_modules/c': {} }),
  ).toEqual([]);
});
