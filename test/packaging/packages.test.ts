import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { folderOf, noticesText } from './notices';
import { zipped } from './zipped';

const BROWSERS = ['chrome', 'firefox'] as const;

beforeAll(() => {
  for (const browser of BROWSERS) {
    if (!existsSync(`dist/${browser}`)) throw new Error(`dist/${browser} is not built: run npm run build first.`);
  }
});

const textIn = (zip: Uint8Array, path: string): string => new TextDecoder().decode(unzipSync(zip)[path]);

test.each(BROWSERS)('the package for %s bears our licence and those of all it is made of', (browser) => {
  const zip = zipped(`dist/${browser}`);
  expect(textIn(zip, 'LICENSE')).toBe(readFileSync('LICENSE', 'utf8'));
  const notices = textIn(zip, 'THIRD-PARTY-NOTICES.txt');
  // What is written by hand here is what the code is known to use: each with a phrase of its own licence.
  for (const phrase of [
    /^react 19\./m,
    /^react-dom 19\./m,
    /^scheduler 0\./m,
    /Copyright \(c\) Meta Platforms/,
    /^zustand 5\./m,
    /Copyright \(c\) 2019 Paul Henschel/,
    /^@noble\/hashes 2\./m,
    /Copyright \(c\) 2022 Paul Miller/,
    /^tldts 7\./m,
    /^tldts-core 7\./m,
  ])
    expect(notices).toMatch(phrase);
});

test.each(BROWSERS)('the package for %s says where the source of what is under the MPL is', (browser) => {
  const notices = textIn(zipped(`dist/${browser}`), 'THIRD-PARTY-NOTICES.txt');
  const { version } = JSON.parse(readFileSync('node_modules/webextension-polyfill/package.json', 'utf8')) as { version: string };
  expect(notices).toContain(`Source: https://www.npmjs.com/package/webextension-polyfill/v/${version}`);
  expect(notices).toContain('Mozilla Public License Version 2.0');
  expect(notices).toContain('https://publicsuffix.org/list/public_suffix_list.dat');
});

test('the same files are the same package, octet for octet', () => {
  for (const browser of BROWSERS) expect(Buffer.compare(zipped(`dist/${browser}`), zipped(`dist/${browser}`))).toBe(0);
});

test('notices do not depend on the order in which the bundler meets the packages', () => {
  const used = ['b', 'a', '@c/d'].map((name) => ({ name, version: '1', licence: 'MIT', source: '', text: `of ${name}` }));
  expect(noticesText(used)).toBe(noticesText(used.toReversed()));
});

test.each([
  ['/x/node_modules/react/index.js', '/x/node_modules/react'],
  ['/x/node_modules/@noble/hashes/sha2.js', '/x/node_modules/@noble/hashes'],
  ['/x/node_modules/a/node_modules/b/index.js?commonjs', '/x/node_modules/a/node_modules/b'],
  ['\0/x/node_modules/react/index.js', '/x/node_modules/react'],
  ['/x/src/panel/main.tsx', null],
  ['\0vite/preload-helper.js', null],
])('a module %j is of the package in %j', (module, folder) => {
  expect(folderOf(module)).toBe(folder);
});
