import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaFiles } from '../../docs/schema-files';

test.each([...schemaFiles()])('docs/schemas/%s is what `npm run docs` writes today', (name, text) => {
  expect(readFileSync(`docs/schemas/${name}`, 'utf8')).toBe(text);
  expect(JSON.parse(text)).toMatchObject({ properties: { version: { const: 1 } } });
});
