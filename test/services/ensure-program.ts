import { delimiter, join } from 'node:path';
import { install, isExecutable, mayInstall } from '../browsers/apt';

/**
 * The path of an installed program; where it is missing, its Debian package is installed first if we may.
 * @param places where it is outside of PATH
 * @throws Error that names the package, where we may not install it
 */
export function ensureProgram(
  program: string,
  places: readonly string[] | (() => readonly string[]),
  debianPackage: string,
): string {
  const candidates = () => [
    ...(typeof places === 'function' ? places() : places),
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program)),
  ];
  const found = candidates().find(isExecutable);
  if (found) return found;
  if (mayInstall()) install([debianPackage]);
  const installed = candidates().find(isExecutable);
  if (installed) return installed;
  throw new Error(`No ${program} was found. On Debian or Ubuntu:  sudo apt-get install ${debianPackage}`);
}
