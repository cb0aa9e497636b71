import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeNpmPackage } from './npm-package';

const folder = mkdtempSync(join(tmpdir(), 'cookie-flow-npm-'));
const prefix = join(folder, 'prefix');

beforeAll(() => {
  for (const part of ['dist/cli', 'dist/web'])
    if (!existsSync(part)) throw new Error(`${part} is not built: run npm run build first.`);
  const npm = (...args: readonly string[]) =>
    execFileSync('npm', [...args, '--loglevel', 'error', '--cache', join(folder, 'cache'), '--offline'], {
      cwd: folder,
      encoding: 'utf8',
    });
  writeNpmPackage(join(folder, 'package'), null);
  const tarball = npm('pack', './package').trim();
  npm('install', '--global', '--prefix', prefix, '--no-audit', '--no-fund', resolve(folder, tarball));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const installed = (...args: readonly string[]) =>
  spawnSync(join(prefix, 'bin/cookie-flow'), args, { cwd: folder, encoding: 'utf8' });

it('installs on a clean prefix without a registry, and its program runs', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  expect(installed('--version')).toMatchObject({ status: 0, stdout: `${version}\n` });
  const recording = resolve('test/recordings/chromium-sign-in.json');
  expect(installed('audit', recording)).toMatchObject({ stdout: expect.stringContaining('shop.localhost: 100 of 100 (A+)') });
});

it('has the page that serve shows', () => {
  expect(existsSync(join(prefix, 'lib/node_modules/cookie-flow/dist/web/index.html'))).toBe(true);
});

it('bears our licence and those of all it is made of', () => {
  const textOf = (path: string) => readFileSync(join(prefix, 'lib/node_modules/cookie-flow', path), 'utf8');
  expect(textOf('LICENSE')).toBe(readFileSync('LICENSE', 'utf8'));
  for (const name of ['tldts', 'valibot', 'fflate', 'picocolors', '@noble/hashes'])
    expect(textOf('dist/cli/THIRD-PARTY-NOTICES.txt')).toMatch(new RegExp(`^${name} \\d`, 'm'));
});

it('asks for no other package', () => {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8')) as Record<string, unknown>;
  expect(dependencies).toBeUndefined();
});
