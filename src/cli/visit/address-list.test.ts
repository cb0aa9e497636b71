import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { addressesIn } from './address-list';

const folder = mkdtempSync(join(tmpdir(), 'cookie-flow-sitemap-'));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const PAGES = (...urls: readonly string[]) =>
  `<?xml version="1.0"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((url) => `<url><loc>${url}</loc></url>`).join('')}</urlset>`;

const server = createServer((request, response) => {
  if (request.url === '/shop.xml') response.end(gzipSync(PAGES('https://shop.example/a', 'https://shop.example/b')));
  else response.writeHead(404).end();
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test.each([
  ['white space and entities', PAGES(' https://shop.example/?a=1&amp;b=2 '), ['https://shop.example/?a=1&b=2']],
  ['character data', PAGES('<![CDATA[https://shop.example/x]]>'), ['https://shop.example/x']],
  ['a prefix', '<s:urlset xmlns:s="x"><s:url><s:loc>https://shop.example/</s:loc></s:url></s:urlset>', ['https://shop.example/']],
  [
    'the place of a picture, which is no page',
    PAGES('https://shop.example/</loc><image><loc>https://shop.example/i.png</loc></image><loc>'),
    ['https://shop.example/'],
  ],
  [
    'one address twice, and one of another scheme',
    PAGES('https://a.example/', 'https://a.example/', 'ftp://a.example/'),
    ['https://a.example/'],
  ],
  ['a line each', '\nhttps://a.example/\r\nhttps://b.example/\n', ['https://a.example/', 'https://b.example/']],
])('with %s', async (_, content, expected) => {
  expect(await addressesIn(file('pages', content))).toEqual(expected);
});

test('a sitemap of sitemaps gives the pages of all, packed ones too', async () => {
  const index = `<sitemapindex><sitemap><loc>${origin}/shop.xml</loc></sitemap></sitemapindex>`;
  expect(await addressesIn(file('index.xml', index))).toEqual(['https://shop.example/a', 'https://shop.example/b']);
  expect(await addressesIn(file('packed.xml.gz', gzipSync(index)))).toHaveLength(2);
});

test.each([
  ['that is not well-formed', file('torn.xml', '<urlset><url></urlset>'), 'is no sitemap'],
  ['that lists nothing', file('none.xml', PAGES()), 'lists no address'],
  ['that is not there', join(folder, 'nowhere.xml'), 'no such file or folder'],
  ['that the server has not', `${origin}/none.xml`, 'the server answers 404'],
  ['of a packed file that is torn', file('torn.gz', gzipSync(PAGES('https://a.example/')).subarray(0, 30)), 'cannot be unpacked'],
])('one %s is refused with the reason', async (_, place, words) => {
  await expect(addressesIn(place)).rejects.toThrow(words);
});
