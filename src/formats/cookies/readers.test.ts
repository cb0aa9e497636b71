import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CookieJar } from 'tough-cookie';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headerByEngine, pairsOf, type SignedInJar, signedInJar, WELCOME } from '../../../test/build/signed-in-jar';
import { ensureProgram } from '../../../test/services/ensure-program';
import { instant } from '../../analysis/engine/base/units';
import { importFile } from '../import-file';
import { cookieFormat } from './cookie-formats';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'cookie-readers-'));
let jar: SignedInJar;

beforeAll(async () => {
  jar = await signedInJar();
});
afterAll(async () => {
  await jar.close();
  rmSync(folder, { recursive: true });
});

const text = (format: 'netscape' | 'header' | 'curl', isPlain = false): string =>
  cookieFormat(format, false).write(jar.cookies, { url: jar.url, at: instant(0), isPlain });

function file(isPlain: boolean): string {
  const path = join(folder, `cookies-${isPlain}.txt`);
  writeFileSync(path, text('netscape', isPlain));
  return path;
}

const PYTHON = `
import sys, ssl, urllib.request, http.cookiejar
jar = http.cookiejar.MozillaCookieJar(sys.argv[1])
jar.load(ignore_discard=True)
https = urllib.request.HTTPSHandler(context=ssl._create_unverified_context())
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), https, urllib.request.HTTPCookieProcessor(jar))
sys.stdout.buffer.write(opener.open(sys.argv[2]).read())
`;

/** The page as the tool got it, and the Cookie header as the server did. A missing tool is installed from its Debian package. */
async function visitBy(program: string, debianPackage: string, args: readonly string[]) {
  const path = ensureProgram(program, [], debianPackage);
  const { stdout } = await run(path, [...args], { encoding: 'latin1', env: { ...process.env, no_proxy: '*' } });
  return { page: stdout, header: jar.received.at(-1) ?? '' };
}

describe('of forty cookies each tool sends those that the engine says, and is signed in', () => {
  it('curl, by cookies.txt', async () => {
    const { page, header } = await visitBy('curl', 'curl', ['-sk', '-b', file(false), jar.url]);
    expect(page).toContain(WELCOME);
    expect(pairsOf(header)).toEqual(pairsOf(headerByEngine(jar.cookies, jar.url)));
  });

  it('wget, by the plain one; without that it drops what is HttpOnly, the session too', async () => {
    const args = (isPlain: boolean) => ['-q', '-O', '-', '--no-check-certificate', '--load-cookies', file(isPlain), jar.url];
    const plain = await visitBy('wget', 'wget', args(true));
    expect(plain.page).toContain(WELCOME);
    expect(pairsOf(plain.header)).toEqual(pairsOf(headerByEngine(jar.cookies, jar.url)));
    const { page, header } = await visitBy('wget', 'wget', args(false));
    expect(page).not.toContain(WELCOME);
    const readable = jar.cookies.filter(({ httpOnly }) => !httpOnly);
    expect(pairsOf(header)).toEqual(pairsOf(headerByEngine(readable, jar.url)));
  });

  it('Python, by cookies.txt; it drops session cookies, as is said', async () => {
    const { page, header } = await visitBy('python3', 'python3', ['-c', PYTHON, file(false), jar.url]);
    expect(page).toContain(WELCOME);
    const lasting = jar.cookies.filter(({ expires }) => expires !== null);
    // What is not ASCII Python encodes in its own way.
    const ascii = (pairs: readonly string[]) => pairs.filter((pair) => !/[^\x00-\x7f]/.test(pair));
    expect(ascii(pairsOf(header))).toEqual(ascii(pairsOf(headerByEngine(lasting, jar.url))));
  });

  it('curl, by the Cookie header, octet for octet', async () => {
    const { page, header } = await visitBy('curl', 'curl', ['-sk', '-H', text('header').trimEnd(), jar.url]);
    expect(page).toContain(WELCOME);
    expect(header).toBe(headerByEngine(jar.cookies, jar.url));
  });

  it('a shell, by the curl command, octet for octet', async () => {
    const { page, header } = await visitBy('sh', 'dash', ['-c', text('curl').replace('curl', 'curl -sk')]);
    expect(page).toContain(WELCOME);
    expect(header).toBe(headerByEngine(jar.cookies, jar.url));
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
