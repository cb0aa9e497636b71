import { bytes } from '../engine/base/bytes';
import type { NamePrefix } from '../engine/header/prefix';
import type { Change } from './change';

const SECURE: Change = { kind: 'add-flag', flag: 'secure' };
const HTTP_ONLY: Change = { kind: 'add-flag', flag: 'httponly' };
const ONE_HOST: readonly Change[] = [
  { kind: 'drop', attribute: 'domain' },
  { kind: 'set', attribute: 'path', value: bytes('/') },
];

/** What a line needs for a name with this prefix to be stored, beyond https. Changes that are already so do nothing. */
export const PREFIX_CHANGES: Readonly<Record<NamePrefix, readonly Change[]>> = {
  none: [],
  secure: [SECURE],
  host: [SECURE, ...ONE_HOST],
  http: [SECURE, HTTP_ONLY],
  'host-http': [SECURE, HTTP_ONLY, ...ONE_HOST],
};
