import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { FormFields } from '../../src/cli/simulate/case-form';

const SUITES = fileURLToPath(new URL('../../../shared/conformance/', import.meta.url));

/** A file of cases, read whole: the tests' files are small. */
export interface Corpus {
  readonly now: string | undefined;
  readonly cases: readonly (FormFields & { readonly id: string; readonly kind: string })[];
}

/** Whether other people's cases lie beside the checkout; a user's has none. */
export const hasSuites = (): boolean => existsSync(SUITES);

/** Other people's cases. @param file such as `wpt.json` */
export const suite = (file: string): Corpus => corpus(readFileSync(`${SUITES}${file}`));

/** What a real browser did, recorded by us. @param name such as `chromium-set-get` */
export const truth = (name: string): Corpus =>
  corpus(gunzipSync(readFileSync(new URL(`truth/${name}.json.gz`, import.meta.url))));

// Files of our own tests: their shape is the format's.
const corpus = (content: Buffer): Corpus => JSON.parse(content.toString('utf8')) as Corpus;
