import { text } from '../../base/bytes';
import { isSamePartition } from '../../jar/identity';
import { domainMatches, pathMatches } from '../../jar/match';
import type { Access } from '../access/access';
import { isUnknown } from '../access/context';
import { cannotTellWithout, failed, NOT_APPLICABLE, PASSED, passIf } from './judgement';
import { setStep, the, theName } from './set-step';
import { contextInputs, input, pathInput, sameSiteInput, schemeInputs, viaInputs } from './step-inputs';

export const secure = setStep({
  id: 'set-secure',
  section: '§5.7 step 13',
  reasons: { 'secure-insecure-origin': the('secure') },
  judge({ line, access }) {
    if (!line.secure) return NOT_APPLICABLE;
    return access.parts === null ? cannotTellWithout('url') : passIf(access.trustworthy, 'secure-insecure-origin');
  },
  inputs: ({ access }) => schemeInputs(access),
});

export const httpOnly = setStep({
  id: 'set-http-only',
  section: '§5.7 step 15',
  reasons: { 'http-only-from-script': the('httponly') },
  judge: ({ line, access }) => (line.httpOnly ? passIf(access.via === 'http', 'http-only-from-script') : NOT_APPLICABLE),
  inputs: ({ access }) => viaInputs(access),
});

/** A cookie from an insecure origin may not stand beside a Secure one of its name where both would be sent. */
export const leaveSecureAlone = setStep({
  id: 'set-leave-secure-alone',
  section: '§5.7 step 16',
  reasons: { 'overwrite-secure': theName },
  judge({ site, access, line, name, domain, path, partition }) {
    if (access.trustworthy || access.parts === null) return NOT_APPLICABLE;
    if (line.secure && access.behavior.overwriteSecure === 'insecure-line') return NOT_APPLICABLE;
    if (site === null) return PASSED;
    for (const cookie of site.named(name)) {
      if (!cookie.secure || !pathMatches(path, cookie.path)) continue;
      if (!isWithin(cookie, domain, access) && !isWithin(domain, cookie, access)) continue;
      if (isUnknown(partition)) return cannotTellWithout(partition.unknown);
      if (isSamePartition(cookie.partition, partition)) return failed('overwrite-secure');
    }
    return PASSED;
  },
  inputs: ({ name, domain, path }) => [input('name', text(name)), input('domain', domain.domain), pathInput('path', path)],
});

interface Scope {
  readonly domain: string;
  readonly hostOnly: boolean;
}

/** Whether one cookie's host lies within another's domain; in Firefox a host-only cookie has none but its host. */
const isWithin = (inner: Scope, outer: Scope, { behavior }: Pick<Access, 'behavior'>): boolean =>
  inner.domain === outer.domain ||
  (domainMatches(inner.domain, outer.domain) && !(outer.hostOnly && behavior.secureOverlap === 'by-scope'));

export const sameSite = setStep({
  id: 'set-same-site',
  section: '§5.7 step 18',
  reasons: { 'same-site-cross-site': the('samesite') },
  judge({ line, access }) {
    if (line.sameSite === 'none' || (line.sameSite === 'absent' && access.behavior.absentSameSite === 'none'))
      return NOT_APPLICABLE;
    const may = access.setsSameSite;
    return isUnknown(may) ? cannotTellWithout(may.unknown) : passIf(may, 'same-site-cross-site');
  },
  inputs: ({ line, access }) => [sameSiteInput(line.sameSite), ...contextInputs(access)],
});

export const noneSecure = setStep({
  id: 'set-none-secure',
  section: '§5.7 step 19',
  reasons: { 'same-site-none-insecure': the('samesite') },
  judge: ({ line }) => (line.sameSite === 'none' ? passIf(line.secure, 'same-site-none-insecure') : NOT_APPLICABLE),
  inputs: ({ line }) => [sameSiteInput(line.sameSite), input('secure', String(line.secure))],
});
