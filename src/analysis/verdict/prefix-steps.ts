import type { Bytes } from '../facts/units';
import { hasHiddenPrefix } from '../header/prefix';
import { isIpAddress } from '../site/host';
import { failed, type Judgement, NOT_APPLICABLE } from './judgement';
import type { SetScene } from './set-scene';
import { passedOr, type SetStep } from './set-step';

/** What a name promises by its beginning. @see RFC 6265bis §4.1.3 and layered-cookies for `__Http-` */
export const PREFIX_STEPS: readonly SetStep[] = [
  { id: 'set-prefix-secure', section: '§5.7 step 20', judge: prefixSecure },
  { id: 'set-prefix-host', section: '§5.7 step 21', judge: prefixHost },
  { id: 'set-prefix-http', section: 'layered-cookies', judge: prefixHttp },
  { id: 'set-prefix-hidden', section: '§5.7 step 22', judge: prefixHidden },
];

/** Whether none of these steps objects. */
export const isPrefixFine = (scene: SetScene): boolean =>
  prefixSecure(scene).fine && prefixHost(scene).fine && prefixHttp(scene).fine && prefixHidden(scene).fine;

function prefixSecure(scene: SetScene): Judgement {
  return scene.prefix === 'secure' ? passedOr('prefix-secure', isSecure(scene)) : NOT_APPLICABLE;
}

function prefixHost(scene: SetScene): Judgement {
  const { prefix, line, domain, path, access } = scene;
  if (prefix !== 'host' && prefix !== 'host-http') return NOT_APPLICABLE;
  if (!isSecure(scene)) return failed('prefix-host-secure');
  const { conduct, host } = access;
  if (!(conduct.hostPrefixDomain === 'host-only' ? domain.hostOnly : isBare(line.domain, host)))
    return failed('prefix-host-domain');
  return passedOr('prefix-host-path', (conduct.hostPrefixPath === 'path' ? path : line.path) === '/');
}

function prefixHttp(scene: SetScene): Judgement {
  const { prefix, line, access } = scene;
  if (prefix !== 'http' && prefix !== 'host-http') return NOT_APPLICABLE;
  if (!isSecure(scene)) return failed('prefix-http-secure');
  if (!line.httpOnly) return failed('prefix-http-http-only');
  return passedOr('prefix-http-from-script', access.via === 'http');
}

function prefixHidden({ name, value }: SetScene): Judgement {
  return name === '' ? passedOr('prefix-hidden', !hasHiddenPrefix(value)) : NOT_APPLICABLE;
}

const isSecure = ({ line, access }: SetScene): boolean =>
  line.secure && (access.conduct.prefixOrigin === 'any' || access.trustworthy);

/** Chromium: no Domain at all, or an empty one, or the IP address that is the host. */
const isBare = (domain: Bytes | null, host: string): boolean =>
  domain === null || domain === '' || (domain === host && isIpAddress(host));
