import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportRecording } from '../../src/formats/export-recording';
import { aTrace, digestOf, hexDigestOf } from '../build/trace';
import { REPORTS } from './declarations';
import { docExamples } from './doc-examples';
import { type InstalledProject, installedProject } from './installed';

let installed: InstalledProject;
const SIGN_IN = `GET / 200
  POST /login [user password] 302 /account | sid={A}; Path=/
  -> /account 200`;

beforeAll(() => {
  if (!existsSync('dist/library/index.js')) throw new Error('dist/library is not built: run npm run build first.');
  installed = installedProject(true);
  const har = exportRecording(aTrace('https://shop.example', SIGN_IN), 'har', { digest: digestOf, redaction: hexDigestOf });
  writeFileSync(join(installed.project, 'shop.har'), har.text);
}, 240_000);
afterAll(() => rmSync(installed.folder, { recursive: true }));

it('the public surface is the one that was committed', () => {
  for (const name of readdirSync(REPORTS))
    expect(readFileSync(join(installed.folder, name), 'utf8'), 'If the change is meant: npm run api').toBe(
      readFileSync(join(REPORTS, name), 'utf8'),
    );
});

it('installs into a clean folder without a registry, and nothing beside it', () => {
  expect(readdirSync(join(installed.project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['cookie-flow']);
});

describe('docs/library.md: what each example prints', () => {
  const examples = docExamples(readFileSync('docs/library.md', 'utf8'));
  it('there are examples', () => expect(examples.length).toBeGreaterThan(6));
  it.each(examples.map((example, index) => [`${index + 1}, ${example.heading}`, example] as const))('%s', (_, example) => {
    const file = join(installed.project, 'example.mjs');
    writeFileSync(file, example.code);
    expect(installed.run(process.execPath, [file])).toBe(example.prints);
  });
});

it('its types are understood by a strict program of its users', () => {
  writeFileSync(
    join(installed.project, 'program.mts'),
    `import { analyse, createJar, decideSending, type Cookie, parseSetCookie, readHar, replay, rules } from 'cookie-flow';
const jar = createJar({ browser: 'chromium' });
const decision = jar.set('a=1', { url: 'https://a.example/', at: 0 });
const cookie: Cookie | null = decision.cookie;
if (cookie !== null) decideSending(cookie, { url: 'https://a.example/', at: 0, as: 'image' });
const kinds: readonly string[] = parseSetCookie('a').notes.map(({ kind }) => kind);
const names: string[] = replay(readHar('{}')).flatMap(({ cookies }) => cookies.map(({ name }) => name));
analyse(readHar({}), { failOn: ['error', 'grade:B'] }).failures.concat(rules[0]?.id ?? '', kinds, names);
// @ts-expect-error the time is no text
jar.get({ url: 'https://a.example/', at: 'now' });
// @ts-expect-error there is no such word
analyse(readHar({}), { failOn: 'eror' });
`,
  );
  const tsc = resolve('node_modules/typescript/bin/tsc');
  installed.run(process.execPath, [tsc, '--noEmit', '--strict', '--module', 'nodenext', 'program.mts']);
  mkdirSync(join(installed.project, 'node_modules/@playwright'));
  symlinkSync(resolve('node_modules/@playwright/test'), join(installed.project, 'node_modules/@playwright/test'));
  writeFileSync(
    join(installed.project, 'matcher.mts'),
    `import { expect, recordCookies, test } from 'cookie-flow/playwright';
test('types', async ({ context, page }) => {
  await recordCookies(page.context());
  await expect(context).toHaveSoundCookies({ failOn: 'incident', ignore: [{ rule: 'hsts-missing', reason: 'of the proxy' }] });
  await expect(page).toHaveTitle('as before');
  // @ts-expect-error a page is no context
  await expect(page).toHaveSoundCookies();
});
`,
  );
  // Playwright's own types ask for those of Node, which are not in this folder.
  installed.run(process.execPath, [tsc, '--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', 'matcher.mts']);
});

it('says what is wrong with a file, and with a word', () => {
  const says = (code: string) => {
    writeFileSync(
      join(installed.project, 'fault.mjs'),
      `import { analyse, readHar } from 'cookie-flow';\ntry { ${code} } catch (e) { console.log(e.name, e.message); }`,
    );
    return installed.run(process.execPath, [join(installed.project, 'fault.mjs')]);
  };
  expect(says("readHar('<html>')")).toContain('UnreadableRecordingError');
  expect(says("readHar('<html>')")).toContain('looks like HTML');
  expect(says('analyse({})')).toBe('TypeError This is no recording: make one with readHar.\n');
  expect(says("analyse(readHar((await import('node:fs')).readFileSync('shop.har')), { failOn: 'eror' })")).toMatch(
    /^RangeError failOn: there is no eror\. There are error, /,
  );
});
