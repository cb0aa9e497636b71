import { text } from '../../base/bytes';
import type { Bytes } from '../../base/units';
import type { ParsedLine } from '../../header/parsed-line';
import { hasHiddenPrefix } from '../../header/prefix';
import { isIpAddress } from '../../site/host';
import { failed, NOT_APPLICABLE, passIf } from './judgement';
import type { SetContext } from './set-context';
import { setStep, the, theName, theValue } from './set-step';
import { input, NO_INPUTS, pathInput, viaInputs } from './step-inputs';

// What a name promises by its beginning: RFC 6265bis §4.1.3, and layered-cookies for `__Http-`.

export const prefixSecure = setStep({
  id: 'set-prefix-secure',
  section: '§5.7 step 20',
  reasons: { 'prefix-secure': theName },
  judge: (context) => (context.prefix === 'secure' ? passIf(isSecure(context), 'prefix-secure') : NOT_APPLICABLE),
  inputs: ({ prefix }) => [input('prefix', prefix)],
});

export const prefixHost = setStep({
  id: 'set-prefix-host',
  section: '§5.7 step 21',
  reasons: {
    'prefix-host-secure': theName,
    'prefix-host-domain': the('domain'),
    // Without Path it is the name that asks for one.
    'prefix-host-path': (line: ParsedLine) => the('path')(line) ?? line.nameSpan,
  },
  judge(context) {
    const { prefix, line, domain, path, access } = context;
    if (prefix !== 'host' && prefix !== 'host-http') return NOT_APPLICABLE;
    if (!isSecure(context)) return failed('prefix-host-secure');
    const { behavior, host } = access;
    const isHostOnly = behavior.hostPrefixDomain === 'host-only' ? domain.hostOnly : isBare(line.domain, host);
    if (!isHostOnly) return failed('prefix-host-domain');
    return passIf((behavior.hostPrefixPath === 'path' ? path : line.path) === '/', 'prefix-host-path');
  },
  inputs: ({ prefix, line, path }) => [
    input('prefix', prefix),
    ...(line.domain === null ? NO_INPUTS : [input('domain', text(line.domain))]),
    pathInput('path', path),
  ],
});

export const prefixHttp = setStep({
  id: 'set-prefix-http',
  section: 'layered-cookies',
  reasons: { 'prefix-http-secure': theName, 'prefix-http-http-only': theName, 'prefix-http-from-script': theName },
  judge(context) {
    const { prefix, line, access } = context;
    if (prefix !== 'http' && prefix !== 'host-http') return NOT_APPLICABLE;
    if (!isSecure(context)) return failed('prefix-http-secure');
    if (!line.httpOnly) return failed('prefix-http-http-only');
    return passIf(access.via === 'http', 'prefix-http-from-script');
  },
  inputs: ({ prefix, access }) => [input('prefix', prefix), ...viaInputs(access)],
});

export const prefixHidden = setStep({
  id: 'set-prefix-hidden',
  section: '§5.7 step 22',
  reasons: { 'prefix-hidden': theValue },
  judge: ({ name, value }) => (name === '' ? passIf(!hasHiddenPrefix(value), 'prefix-hidden') : NOT_APPLICABLE),
  inputs: () => NO_INPUTS,
});

const isSecure = ({ line, access }: SetContext): boolean =>
  line.secure && (access.behavior.prefixOrigin === 'any' || access.trustworthy);

/** Chromium: no Domain at all, or an empty one, or the IP address that is the host. */
const isBare = (domain: Bytes | null, host: string): boolean =>
  domain === null || domain === '' || (domain === host && isIpAddress(host));
