import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { differencesPage } from '../../docs/differences-page';

test('docs/browser-differences.md is what `npm run docs` writes today', () => {
  expect(readFileSync('docs/browser-differences.md', 'utf8')).toBe(differencesPage());
});
