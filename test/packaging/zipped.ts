import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** The earliest time a zip can hold, so that the same files give the same octets on every day and machine. */
const NO_TIME = new Date(1980, 0, 1);

/** A folder as a zip: entries sorted by name, without times. */
export function zipped(folder: string): Uint8Array {
  const entries: Zippable = {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
  for (const path of paths) entries[path.split(sep).join('/')] = readFileSync(join(folder, path));
  return zipSync(entries, { mtime: NO_TIME, level: 9 });
}
