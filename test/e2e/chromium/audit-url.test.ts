import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VISITOR } from '../../../playground/start/walk';
import type { VariantId } from '../../../playground/variants';
import type { Report, ReportedRecording } from '../../../src/report/model/report-schema';
import { until } from '../../browsers/until';
import { ProgramFolder } from '../../packaging/program';
import { shopWithAccount } from '../shop-with-account';

/** Signs in, in one of the shop's two ways; fails where the address says so. */
const SCRIPT = `export default async ({ page, url }) => {
  const send = async (action) => {
    await page.goto(new URL(action, url).href);
    await page.fill(\`form[action="\${action}"] [name=user]\`, 'alice');
    await page.fill(\`form[action="\${action}"] [name=password]\`, 'correct horse battery');
    await page.click(\`form[action="\${action}"] button\`);
  };
  if (url.endsWith('?fails')) await page.click('#not-there', { timeout: 300 });
  await send(url.includes('/token/') ? '/token/sign-in' : '/sign-in');
  await page.waitForURL(url.includes('/token/') ? /token/ : /account/);
};
`;

const folder = new ProgramFolder();
const stop: (() => Promise<void>)[] = [];

/** A shop in which alice has an account. */
async function shop(...flaws: readonly VariantId[]): Promise<string> {
  const { hosts, close } = await shopWithAccount(...flaws);
  stop.push(close);
  return hosts.shop;
}

/** A server of nothing: it takes every request and leaves it. */
async function silent(): Promise<{ readonly origin: string; readonly server: Server }> {
  const server = createServer(() => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  stop.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${port}`, server };
}

/** Without blocking this process, whose servers it visits. */
async function audit(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { output, ended } = folder.start(['audit', ...args], env);
  return { status: await ended, ...output };
}

beforeAll(() => {
  folder.write('sign-in.mjs', SCRIPT);
});
afterAll(async () => {
  for (const each of stop) await each();
  folder.remove();
});

describe('pages that are visited', () => {
  const rules = (recording: ReportedRecording | undefined) => recording?.findings.map(({ rule }) => rule);

  it('are judged by what the extension records, and what fails leaves the others as they are', async () => {
    const [sound, flawed, gone] = await Promise.all([shop(), shop('no-httponly'), silent()]);
    gone.server.close();
    const refusing = await shop('token-refused');
    const targets = [`${sound}/account`, `${flawed}/account`, `${refusing}/token/account`, `${sound}/?fails`, `${gone.origin}/`];
    folder.write('sitemap.xml', `<urlset>${targets.map((url) => `<url><loc>${url}</loc></url>`).join('')}</urlset>`);
    const args = [
      '--sitemap',
      'sitemap.xml',
      '--script',
      'sign-in.mjs',
      '--concurrency',
      '2',
      '--out',
      'kept',
      '--format',
      'json',
    ];
    const { status, stdout, stderr } = await audit(args);
    const { recordings, unread } = JSON.parse(stdout) as Report;
    expect(
      recordings.map(({ file }) => file),
      stderr,
    ).toEqual(targets.slice(0, 3));
    expect(rules(recordings[0])).toEqual([]);
    expect(recordings[0]?.sites[0]).toMatchObject({ site: 'shop.localhost', letter: 'A+' });
    expect(recordings[0]?.sites[0]?.story.map(({ title }) => title)).toContain('Signed in');
    expect(rules(recordings[1])).toEqual(['http-only-missing']);
    expect(recordings[2]?.incidents.length).toBeGreaterThan(0);
    // The script goes first: where nothing answers, it fails at its first step.
    expect(unread.map(({ why }) => why)).toEqual([
      expect.stringMatching(/^the script failed at sign-in\.mjs:8: page\.click: Timeout 300ms exceeded/),
      expect.stringMatching(/^the script failed at sign-in\.mjs:3: .*ERR_CONNECTION_REFUSED/),
    ]);
    expect(status).toBe(3);
    expect(stderr).toContain(' of 5: ');

    const again = await audit([
      ...targets.slice(0, 2),
      '--script',
      'sign-in.mjs',
      '--out',
      'kept',
      '--format',
      'json',
      '--fail-on',
      'never',
      '--browser-path',
      process.execPath,
    ]);
    expect(again.status).toBe(0);
    expect((JSON.parse(again.stdout) as Report).recordings).toEqual(recordings.slice(0, 2));
  });

  it('take a recording of Chrome’s Recorder for a script, and say at which of its steps it failed', async () => {
    const sound = await shop();
    const field = (name: string, value: string) => ({ type: 'change', value, selectors: [[`[name=${name}]`]], target: 'main' });
    const steps = [
      { type: 'setViewport', width: 900, height: 700, deviceScaleFactor: 1 },
      { type: 'navigate', url: `${sound}/register`, assertedEvents: [{ type: 'navigation' }] },
      { ...field('user', 'bob'), selectors: [['aria/Name'], ['[name=user]']] },
      field('password', 'correct horse battery'),
      { type: 'click', selectors: [['aria/Register[role="button"]'], ['main button']], offsetX: 3, offsetY: 3 },
      { type: 'waitForExpression', expression: "location.pathname === '/sign-in'" },
    ];
    folder.write('steps.json', JSON.stringify({ title: 'Register', steps }));
    const good = await audit([`${sound}/`, '--script', 'steps.json', '--format', 'json']);
    expect((JSON.parse(good.stdout) as Report).recordings[0]?.requests, good.stderr).toBeGreaterThan(4);
    const missing = { type: 'click', selectors: [['#not-there']], timeout: 200 };
    folder.write('steps.json', JSON.stringify({ steps: [...steps.slice(0, 2), missing] }));
    expect(await audit([`${sound}/`, '--script', 'steps.json'])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('the script failed at step 3 of 3 (click #not-there): '),
    });
  });
});

/** What docs/cli.md types to visit a page, and its script. */
const documentation = readFileSync('docs/cli.md', 'utf8');
const documented = [...documentation.matchAll(/^cookie-flow (audit .*(?:shop\.localhost|--sitemap).*)$/gm)]
  .map(([, line = '']) => line)
  .filter((line) => !line.includes('--browser firefox'));

it('what docs/cli.md shows works', async () => {
  const sound = await shop();
  folder.write('sign-in.mjs', /```js\n([\s\S]+?)```/.exec(documentation)?.[1] ?? '');
  folder.write('sitemap.xml', `${sound}/`);
  expect(documented.length).toBe(4);
  for (const line of documented.map((each) => each.replaceAll('http://shop.localhost:4180', sound).split(' '))) {
    const [, ...args] = line;
    const { status, stderr } = await audit(args, { SHOP_PASSWORD: VISITOR.password });
    expect([0, 1], `${args.join(' ')}: ${stderr}`).toContain(status);
  }
  // Four commands, each with a browser of its own.
}, 300_000);

describe('what stands in the way is said, with exit code 3', () => {
  it.each([
    ['a browser that is not there', ['http://127.0.0.1:9/', '--browser-path', '/nowhere/chromium'], 'there is no browser'],
    [
      'a program that is no browser',
      ['http://127.0.0.1:9/', '--browser-path', '/bin/false'],
      '/bin/false cannot be started: it ended at once',
    ],
    [
      'a Firefox that is not there',
      ['http://127.0.0.1:9/', '--browser', 'firefox', '--browser-path', '/nowhere/firefox'],
      'there is no browser',
    ],
    ['a script that is not there', ['http://127.0.0.1:9/', '--script', 'none.mjs'], 'none.mjs cannot be read'],
    ['a script without a function', ['http://127.0.0.1:9/', '--script', 'empty.mjs'], 'must export a function as default'],
    ['a script with a mistake', ['http://127.0.0.1:9/', '--script', 'broken.mjs'], 'broken.mjs cannot be loaded'],
    ['a recording that is none', ['http://127.0.0.1:9/', '--script', 'odd.json'], 'steps.0'],
    ['a sitemap that is none', ['--sitemap', 'odd.xml'], 'odd.xml is no sitemap'],
    ['a sitemap without addresses', ['--sitemap', 'odd.json'], 'lists no address'],
  ])('%s', async (_, args, words) => {
    folder.write('empty.mjs', 'export const nothing = 1;');
    folder.write('broken.mjs', 'export default async ( => {');
    folder.write('odd.json', JSON.stringify({ steps: [{ type: 'dance' }] }));
    folder.write('odd.xml', '<urlset><url></urlset>');
    expect(await audit(args)).toMatchObject({ status: 3, stdout: '', stderr: expect.stringContaining(words) });
  });

  it('an installation without playwright-core', async () => {
    for (const part of ['cli', 'capture']) cpSync(`dist/${part}`, join(folder.path, 'alone/dist', part), { recursive: true });
    cpSync('package.json', join(folder.path, 'alone/package.json'));
    const { status, stderr } = folder.shell(`"${process.execPath}" alone/dist/cli/cookie-flow.js audit http://127.0.0.1:9/`);
    expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringContaining('npm install playwright-core') });
  });

  it('a script for Playwright in Firefox, with exit code 2 and what to do', async () => {
    folder.write('sign-in.mjs', SCRIPT);
    const args = ['http://127.0.0.1:9/', '--browser', 'firefox', '--browser-path', process.execPath, '--script', 'sign-in.mjs'];
    expect(await audit(args)).toMatchObject({ status: 2, stderr: expect.stringContaining('export them as JSON') });
  });

  it.each([
    [
      'does not wait for what fails',
      'page.click("#not-there", { timeout: 100 });',
      /page\.click: Timeout 100ms exceeded.*an await is missing/,
    ],
    ['throws where nothing catches it', 'setTimeout(() => { throw new Error("too late"); });', /too late \(stray\.mjs:1\)/],
  ])('a script that %s, and the page is reported all the same', async (_, action, words) => {
    const sound = await shop();
    const body = `${action} await page.waitForTimeout(400);`;
    folder.write('stray.mjs', `export default async ({ page }) => { ${body} };`);
    expect(await audit([`${sound}/`, '--script', 'stray.mjs'])).toMatchObject({
      status: 3,
      stdout: expect.stringContaining('shop.localhost: 100 of 100'),
      stderr: expect.stringMatching(words),
    });
  });

  it('a script that waits for what never comes', async () => {
    folder.write('never.mjs', 'await new Promise(() => {});');
    expect(await audit(['http://127.0.0.1:9/', '--script', 'never.mjs'])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('a script waits for what never comes'),
    });
  });

  it('a page that does not answer in time', async () => {
    const { origin } = await silent();
    expect(await audit([`${origin}/`, '--timeout', '1'])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('it did not answer within 1 seconds'),
    });
  });
});

it('Ctrl-C in the middle of a visit ends the browser and with 130', async () => {
  const { origin, server } = await silent();
  const profiles = join(folder.path, 'profiles');
  mkdirSync(profiles);
  let asked = 0;
  server.on('request', () => asked++);
  const { child, output, ended } = folder.start(['audit', `${origin}/`], { TMPDIR: profiles });
  await until('the page is asked for', () => asked > 0);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(output.stderr).toContain('stopped: 1 of 1 were not audited.');
  expect(readdirSync(profiles).filter((name) => name.includes('profile'))).toEqual([]);
});
