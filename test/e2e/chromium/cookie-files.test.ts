import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '../../../src/analysis/engine/base/units';
import { type CookieFormatId, exportCookies } from '../../../src/formats/export-cookies';
import { ensureBrowser } from '../../browsers/ensure';
import { aCookie } from '../../build/cookie';

/** Forty cookies of one host: session and lasting, HttpOnly and not, with values that readers are known to stumble over. */
const VALUES = ['1', '', 'a=b', '"quoted"', 'a%20b', '{"a":[1]}', 'a|b&c', '#hash', "it's", 'x'.repeat(200)];
const JAR = Array.from({ length: 40 }, (_, n) => {
  const cookie = aCookie(`c${n}=${VALUES[n % VALUES.length]}`)
    .on('127.0.0.1')
    .sameSite('lax');
  if (n % 2 === 0) cookie.until(instant(4_000_000_000_000));
  if (n % 3 === 0) cookie.httpOnly();
  return cookie.cookie;
});
const ALL = JAR.map(({ name, value }) => `${name}=${value}`).toSorted();

let browser: Browser;
let server: Server;
let url = '';

beforeAll(async () => {
  server = createServer((request, response) => response.end(request.headers.cookie ?? ''));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(async () => {
  await browser.close();
  server.close();
});

const file = (format: CookieFormatId) =>
  JSON.parse(exportCookies(JAR, format, { redaction: null, url, at: instant(0), isPlain: false }).text);

test('Playwright takes the storage state, and the browser sends each cookie of it', async () => {
  const context = await browser.newContext({ storageState: file('playwright') });
  const page = await context.newPage();
  const sent = await (await page.goto(url))?.text();
  expect(sent?.split('; ').toSorted()).toEqual(ALL);
  await context.close();
});

test.each(['cdp', 'puppeteer'] as const)(
  'Chromium takes the cookies of the %s file over its protocol, as Puppeteer sets them',
  async (format) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const read = file(format);
    const cookies = (Array.isArray(read) ? read : read.cookies).map(({ expires, ...cookie }: { readonly expires: number }) =>
      expires < 0 ? cookie : { ...cookie, expires },
    );
    await session.send('Network.setCookies', { cookies });
    const sent = await (await page.goto(url))?.text();
    expect(sent?.split('; ').toSorted()).toEqual(ALL);
    await context.close();
  },
);
