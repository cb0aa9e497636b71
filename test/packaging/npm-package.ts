import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEPT = ['name', 'version', 'description', 'license', 'type', 'engines', 'bin'] as const;

/**
 * Writes the folder of the npm package from what was built: the command line with all it is made of, so that it installs
 * without a registry. @param folder is emptied first
 */
export function writeNpmPackage(folder: string): void {
  const project = JSON.parse(readFileSync('package.json', 'utf8')) as Readonly<Record<string, unknown>>;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'dist'), { recursive: true });
  cpSync('dist/cli', join(folder, 'dist/cli'), { recursive: true });
  // For `serve`.
  cpSync('dist/web', join(folder, 'dist/web'), { recursive: true });
  const own = Object.fromEntries(KEPT.map((key) => [key, project[key]]));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
  cpSync('LICENSE', join(folder, 'LICENSE'));
  cpSync('docs/cli.md', join(folder, 'README.md'));
}
