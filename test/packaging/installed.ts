import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeNpmPackage } from './npm-package';

/** A project that our package was installed into, without a registry. */
export interface InstalledProject {
  /** To be removed in the end; `project` and the texts of the public surface are in it. */
  readonly folder: string;
  readonly project: string;
  /** Runs a program in the project. @returns what it writes to standard output; throws where it fails */
  readonly run: (command: string, args: readonly string[], env?: NodeJS.ProcessEnv) => string;
}

/** @param withTypes takes some ten seconds more */
export function installedProject(withTypes: boolean): InstalledProject {
  const folder = mkdtempSync(join(tmpdir(), 'cookie-flow-installed-'));
  const project = join(folder, 'project');
  mkdirSync(project);
  const run: InstalledProject['run'] = (command, args, env = {}) =>
    execFileSync(command, args, {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    });
  const npm = (...args: readonly string[]) =>
    run('npm', [...args, '--loglevel', 'error', '--cache', join(folder, 'cache'), '--offline']);
  writeNpmPackage(join(folder, 'package'), withTypes ? folder : null);
  const tarball = npm('pack', '../package').trim();
  npm('install', '--no-audit', '--no-fund', `./${tarball}`);
  return { folder, project, run };
}
