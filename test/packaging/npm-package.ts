import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDeclarations } from './declarations';

const KEPT = ['name', 'version', 'license', 'type', 'engines', 'bin'] as const;

const entry = (name: string) => ({ types: `./dist/library/${name}.d.ts`, default: `./dist/library/${name}.js` });

const FOR_PROGRAMS = {
  description:
    'What happens to a cookie, on which request, and why: the engine, the analysis and the command line of Cookie Flow.',
  exports: { '.': entry('index'), './playwright': entry('playwright'), './package.json': './package.json' },
  sideEffects: false,
  // For `cookie-flow/playwright`, and for `audit URL` alone.
  peerDependencies: { '@playwright/test': '>=1.50', 'playwright-core': '>=1.50', 'puppeteer-core': '>=24' },
  peerDependenciesMeta: Object.fromEntries(
    ['@playwright/test', 'playwright-core', 'puppeteer-core'].map((peer) => [peer, { optional: true }]),
  ),
};

/**
 * Writes the folder of the npm package from what was built: the command line and the library with all they are made of, so that
 * it installs without a registry. @param folder is emptied first
 * @param reports the folder that the texts of the public surface go into; null = types are not asked for, which take long to make
 */
export function writeNpmPackage(folder: string, reports: string | null): void {
  const project = JSON.parse(readFileSync('package.json', 'utf8')) as Readonly<Record<string, unknown>>;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'dist'), { recursive: true });
  // The page is for `serve`, the extension for `audit URL`.
  for (const part of ['cli', 'library', 'web', 'capture'])
    cpSync(join('dist', part), join(folder, 'dist', part), { recursive: true });
  if (reports !== null) writeDeclarations({ declarations: join(folder, 'dist/library'), reports });
  const own = { ...Object.fromEntries(KEPT.map((key) => [key, project[key]])), ...FOR_PROGRAMS };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
  cpSync('LICENSE', join(folder, 'LICENSE'));
  const pages = ['docs/cli.md', 'docs/library.md'].map((page) => readFileSync(page, 'utf8'));
  writeFileSync(join(folder, 'README.md'), pages.join('\n'));
}
