import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CookieJar } from 'tough-cookie';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCookie } from '../../../test/build/cookie';
import { ensureProgram } from '../../../test/services/ensure-program';
import { instant } from '../../analysis/engine/base/units';
import type { JarCookie } from '../../analysis/facts/jar-cookie';
import { importFile } from '../import-file';
import { cookieFormat } from './cookie-formats';

const run = promisify(execFile);
const FOREVER = instant(4_000_000_000_000);

/** Forty cookies for one host: session and lasting, HttpOnly and not, with values that readers are known to stumble over. */
const VALUES = ['1', '', 'a=b', '"quoted"', 'a%20b', '{"a":[1]}', 'a|b&c', '#hash', 'é', "it's"];
const JAR: readonly JarCookie[] = Array.from({ length: 40 }, (_, n) => {
  const cookie = aCookie(`c${n}=${VALUES[n % VALUES.length]}`).on('127.0.0.1');
  if (n % 2 === 0) cookie.until(FOREVER);
  if (n % 3 === 0) cookie.httpOnly();
  return cookie.cookie;
});
const sentAll = JAR.map(({ name, value }) => `${name}=${value}`).sort();
const isIn = (header: string): readonly string[] => (header === '' ? [] : header.split('; ').sort());

let server: Server;
let url = '';
const folder = mkdtempSync(join(tmpdir(), 'cookie-readers-'));

/** Answers with the Cookie header as it came, its octets one a character. */
beforeAll(async () => {
  server = createServer((request, response) => response.end(Buffer.from(request.headers.cookie ?? '', 'latin1')));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function file(isPlain: boolean): string {
  const path = join(folder, `cookies-${isPlain}.txt`);
  writeFileSync(path, cookieFormat('netscape', false).write(JAR, { url, at: instant(0), isPlain }));
  return path;
}

const PYTHON = `
import sys, urllib.request, http.cookiejar
jar = http.cookiejar.MozillaCookieJar(sys.argv[1])
jar.load(ignore_discard=True)
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(jar))
sys.stdout.buffer.write(opener.open(sys.argv[2]).read())
`;

/** What the reader sent; it is installed where it is missing, from the Debian package. */
async function sentBy(program: string, debianPackage: string, args: readonly string[]): Promise<readonly string[]> {
  const path = ensureProgram(program, [], debianPackage);
  const { stdout } = await run(path, [...args], { encoding: 'latin1', env: { ...process.env, no_proxy: '*' } });
  return isIn(stdout);
}

describe('forty cookies are sent by the tools that read the file', () => {
  it('curl reads cookies.txt', async () => {
    const sent = await sentBy('curl', 'curl', ['-s', '-b', file(false), url]);
    expect(sent).toEqual(sentAll);
  });

  it('wget reads the plain one, and without that drops what is HttpOnly', async () => {
    const args = (isPlain: boolean) => ['-q', '-O', '-', '--load-cookies', file(isPlain), url];
    const sent = await sentBy('wget', 'wget', args(true));
    expect(sent).toEqual(sentAll);
    expect(await sentBy('wget', 'wget', args(false))).toHaveLength(JAR.filter(({ httpOnly }) => !httpOnly).length);
  });

  it('Python reads it, and drops session cookies, as is said', async () => {
    const sent = await sentBy('python3', 'python3', ['-c', PYTHON, file(false), url]);
    // What is not ASCII Python encodes in its own way.
    const lasting = JAR.filter(({ expires, value }) => expires !== null && !/[^\x00-\x7f]/.test(value)).map(
      ({ name, value }) => `${name}=${value}`,
    );
    expect(sent.filter((pair) => !/[^\x00-\x7f]/.test(pair))).toEqual(lasting.sort());
  });

  it('a shell runs the curl command', async () => {
    const command = cookieFormat('curl', false).write(JAR, { url, at: instant(0), isPlain: false });
    const sent = await sentBy('sh', 'dash', ['-c', command.replace('curl', 'curl -s')]);
    expect(sent).toEqual(sentAll);
  });
});

it('what tough-cookie writes down is read, each cookie as it was set', () => {
  const jar = new CookieJar();
  jar.setCookieSync('sid=1; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=600', 'https://a.example/');
  jar.setCookieSync('wide=2; Domain=a.example; Expires=Wed, 21 Oct 2037 07:28:00 GMT', 'https://www.a.example/deep/er');
  const found = importFile(new TextEncoder().encode(JSON.stringify(jar.serializeSync())), () => null);
  expect(found).toMatchObject({
    kind: 'cookies',
    source: 'tough-cookie',
    cookies: [
      { name: 'sid', hostOnly: true, httpOnly: true, secure: true, sameSite: 'strict' },
      { name: 'wide', domain: 'a.example', hostOnly: false, path: '/deep', expires: Date.UTC(2037, 9, 21, 7, 28) },
    ],
  });
});
