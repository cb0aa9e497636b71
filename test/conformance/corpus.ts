import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Fields } from '../../src/cli/simulate/case-form';

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** A file of cases, read whole: the tests' files are small. */
export interface Corpus {
  readonly now: string | undefined;
  readonly cases: readonly (Fields & { readonly id: string; readonly kind: string })[];
}

/** Whether the recordings and other people's cases are here; a user's checkout has neither. */
export const hasShared = (): boolean => existsSync(`${SHARED}conformance`) && existsSync(`${SHARED}truth`);

/** @param path within the shared folder, such as `conformance/wpt.json` */
export function corpus(path: string): Corpus {
  // A file of our own tests: its shape is the format's.
  return JSON.parse(readFileSync(`${SHARED}${path}`, 'utf8')) as Corpus;
}
