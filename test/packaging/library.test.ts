import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportRecording } from '../../src/formats/export-recording';
import { aTrace, digestOf, hexDigestOf } from '../build/trace';
import { REPORTS } from './declarations';
import { docExamples } from './doc-examples';
import { writeNpmPackage } from './npm-package';

const folder = mkdtempSync(join(tmpdir(), 'cookie-flow-library-'));
const project = join(folder, 'project');
const SIGN_IN = `GET / 200
  POST /login [user password] 302 /account | sid={A}; Path=/
  -> /account 200`;

const run = (command: string, ...args: readonly string[]) =>
  execFileSync(command, args, { cwd: project, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined } });

beforeAll(() => {
  if (!existsSync('dist/library/index.js')) throw new Error('dist/library is not built: run npm run build first.');
  writeNpmPackage(join(folder, 'package'), folder);
  execFileSync('mkdir', [project]);
  const npm = (...args: readonly string[]) =>
    run('npm', ...args, '--loglevel', 'error', '--cache', join(folder, 'cache'), '--offline');
  const tarball = npm('pack', '../package').trim();
  npm('install', '--no-audit', '--no-fund', `./${tarball}`);
  const har = exportRecording(aTrace('https://shop.example', SIGN_IN), 'har', { digest: digestOf, redaction: hexDigestOf });
  writeFileSync(join(project, 'shop.har'), har.text);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

it('the public surface is the one that was committed', () => {
  for (const name of readdirSync(REPORTS))
    expect(readFileSync(join(folder, name), 'utf8'), 'If the change is meant: npm run api').toBe(
      readFileSync(join(REPORTS, name), 'utf8'),
    );
});

it('installs into a clean folder without a registry, and nothing beside it', () => {
  expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['cookie-flow']);
});

describe('docs/library.md: what each example prints', () => {
  const examples = docExamples(readFileSync('docs/library.md', 'utf8'));
  it('there are examples', () => expect(examples.length).toBeGreaterThan(6));
  it.each(examples.map((example, index) => [`${index + 1}, ${example.heading}`, example] as const))('%s', (_, example) => {
    const file = join(project, 'example.mjs');
    writeFileSync(file, example.code);
    expect(run(process.execPath, file)).toBe(example.prints);
  });
});

it('its types are understood by a strict program of its users', () => {
  writeFileSync(
    join(project, 'program.mts'),
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
  run(
    process.execPath,
    resolve('node_modules/typescript/bin/tsc'),
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    'program.mts',
  );
});

it('says what is wrong with a file, and with a word', () => {
  const says = (code: string) => {
    writeFileSync(
      join(project, 'fault.mjs'),
      `import { analyse, readHar } from 'cookie-flow';\ntry { ${code} } catch (e) { console.log(e.name, e.message); }`,
    );
    return run(process.execPath, join(project, 'fault.mjs'));
  };
  expect(says("readHar('<html>')")).toContain('UnreadableRecordingError');
  expect(says("readHar('<html>')")).toContain('looks like HTML');
  expect(says('analyse({})')).toBe('TypeError This is no recording: make one with readHar.\n');
  expect(says("analyse(readHar((await import('node:fs')).readFileSync('shop.har')), { failOn: 'eror' })")).toMatch(
    /^RangeError failOn: there is no eror\. There are error, /,
  );
});
