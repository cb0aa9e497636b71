import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const SCHEMA = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

/** What is wrong with a file by the schema of SARIF 2.1.0; empty = nothing. */
export function sarifFaults(json: unknown): readonly unknown[] {
  // One of the schema's patterns is no regular expression under the flag u.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  const validate = addFormats(ajv).compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
  return validate(json) ? [] : (validate.errors ?? []);
}
