import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';
import type { Figure } from './figures';

/** What a program takes of the package, and what a bundler makes of it. */
const PROGRAMS = {
  'parseSetCookie alone': "export { parseSetCookie } from 'cookie-flow'",
  'createJar, decideStorage, decideSending': "export { createJar, decideSending, decideStorage } from 'cookie-flow'",
  'all of cookie-flow': "export * from 'cookie-flow'",
  'cookie-flow/playwright': "export * from 'cookie-flow/playwright'",
} as const;

/** Octets of each entry of the npm package in a bundle, minified and packed with gzip. `npm run build` first. */
export async function run(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [what, program] of Object.entries(PROGRAMS)) {
    const { raw, packed } = await bundled(program);
    figures.push({ what: `size: ${what}`, ours: `${kilobytes(packed)} gzip`, beside: { minified: kilobytes(raw) } });
  }
  return figures;
}

const kilobytes = (octets: number): string => `${(octets / 1000).toFixed(0)} kB`;

async function bundled(program: string): Promise<{ readonly raw: number; readonly packed: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'cookie-flow-size-'));
  const entry = join(folder, 'program.js');
  writeFileSync(entry, program);
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    plugins: [asPackage()],
    build: {
      write: false,
      lib: { entry, formats: ['es'] },
      minify: true,
      target: 'es2022',
      rolldownOptions: { external: ['@playwright/test'] },
    },
  });
  rmSync(folder, { recursive: true });
  const outputs = Array.isArray(result) ? result : [result];
  const code = outputs
    .flatMap((each) => ('output' in each ? each.output : []))
    .map((file) => (file.type === 'chunk' ? file.code : ''))
    .join('');
  return { raw: Buffer.byteLength(code), packed: gzipSync(code).length };
}

const ENTRIES: Readonly<Record<string, string>> = {
  'cookie-flow': resolve('dist/library/index.js'),
  'cookie-flow/playwright': resolve('dist/library/playwright.js'),
};

/** The built library under the package's name. As package.json of the package says, no file has side effects. */
const asPackage = (): Plugin => ({
  name: 'package',
  enforce: 'pre',
  resolveId: (id) => ENTRIES[id] ?? null,
  transform: (code, id) => (id.includes('/dist/library/') ? { code, map: null, moduleSideEffects: false } : null),
});
