import type { Bytes } from '../../analysis/facts/units';
import type { Change } from '../../analysis/fixes/change';
import type { SetReason } from '../../analysis/verdict/verdict';

const ADD_SECURE: Change = { kind: 'add-flag', flag: 'secure' };
const DROP_DOMAIN: Change = { kind: 'drop', attribute: 'domain' };
const ROOT_PATH: Change = { kind: 'set', attribute: 'path', value: '/' as Bytes };

/**
 * What to change in a line so that this reason no longer holds, where that is obvious; null = it lies elsewhere
 * (another scheme, another host, a shorter value) or there are several ways.
 * @param secure whether the response came over a connection that may set Secure cookies
 */
export function mendOf(reason: SetReason, secure: boolean): readonly Change[] | null {
  switch (reason) {
    case 'prefix-secure':
    case 'prefix-host-secure':
    case 'prefix-http-secure':
    case 'same-site-none-insecure':
    case 'partitioned-insecure':
      return secure ? [ADD_SECURE] : null;
    case 'prefix-host-domain':
    case 'domain-mismatch':
    case 'domain-public-suffix':
    case 'domain-invalid':
    case 'domain-non-ascii':
      return [DROP_DOMAIN];
    case 'prefix-host-path':
    case 'path-non-ascii':
    case 'path-too-long':
    case 'path-tab':
      return [ROOT_PATH];
    case 'prefix-http-http-only':
      return [{ kind: 'add-flag', flag: 'httponly' }];
    case 'same-site-cross-site':
      return secure
        ? [{ kind: 'set', attribute: 'samesite', value: 'None' as Bytes }, ADD_SECURE, { kind: 'add-flag', flag: 'partitioned' }]
        : null;
    case 'third-party-blocked':
      return secure
        ? [{ kind: 'set', attribute: 'samesite', value: 'None' as Bytes }, ADD_SECURE, { kind: 'add-flag', flag: 'partitioned' }]
        : null;
    default:
      return null;
  }
}

/** The changes for all reasons at once; null where one of them has no obvious mend: half a fix is none. */
export function mendsOf(reasons: readonly SetReason[], secure: boolean): readonly Change[] | null {
  const changes: Change[] = [];
  for (const reason of reasons) {
    const mend = mendOf(reason, secure);
    if (mend === null) return null;
    changes.push(...mend);
  }
  return changes.length > 0 ? changes : null;
}
