import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeNpmPackage } from './npm-package';
import { zipped } from './zipped';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
mkdirSync('dist/packages', { recursive: true });
for (const browser of ['chrome', 'firefox']) {
  const path = `dist/packages/cookie-flow-${version}-${browser}.zip`;
  const zip = zipped(join('dist', browser));
  writeFileSync(path, zip);
  console.log(`${path}  ${(zip.length / 1024).toFixed(0)} KiB`);
}

const reports = mkdtempSync(join(tmpdir(), 'cookie-flow-api-'));
writeNpmPackage('dist/npm', reports);
rmSync(reports, { recursive: true });
execFileSync('npm', ['pack', './dist/npm', '--pack-destination', 'dist/packages', '--loglevel', 'error'], { stdio: 'inherit' });
