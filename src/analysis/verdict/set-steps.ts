import type { Bytes } from '../facts/units';
import { MAX_PAIR } from '../header/limits';
import type { SetCookie } from '../header/parsed-line';
import { hasHiddenPrefix } from '../header/prefix';
import { hasOnlySecureLeft } from '../jar/evict';
import { isSamePartition } from '../jar/identity';
import { SITE_LIMITS } from '../jar/limits';
import { domainMatches, pathMatches } from '../jar/match';
import { isIpAddress } from '../site/host';
import type { Access } from './access';
import { isUnknown } from './context';
import type { DomainFault } from './domain';
import { cannotTell, failed, type Judgement, NOT_APPLICABLE, PASSED } from './judgement';
import type { SetScene } from './set-scene';
import type { Step } from './verdict';

/** One check of a line, in the standard's words. */
export interface SetStep {
  readonly id: string;
  readonly section: Step['section'];
  readonly judge: (scene: SetScene) => Judgement;
}

const verdictOf = (fine: boolean, reason: Parameters<typeof failed>[0]): Judgement => (fine ? PASSED : failed(reason));

export const SET_STEPS: readonly SetStep[] = [
  {
    id: 'set-url',
    section: '§5.7',
    judge: ({ access }) => {
      if (access.parts === null) return cannotTell('url');
      return verdictOf(COOKIEABLE.has(access.parts.scheme), 'scheme-not-cookieable');
    },
  },
  {
    id: 'set-control-characters',
    section: '§5.6 step 1',
    judge: ({ line }) => verdictOf(line.control === -1, 'syntax-control-character'),
  },
  {
    id: 'set-tab',
    section: 'browsers',
    judge: ({ line, access }) => (access.profile === 'chromium' ? verdictOf(line.tab === -1, 'syntax-tab') : NOT_APPLICABLE),
  },
  {
    id: 'set-empty',
    section: '§5.7 step 2',
    judge: ({ line }) => verdictOf(line.name !== '' || line.value !== '', 'syntax-empty'),
  },
  {
    id: 'set-pair-size',
    section: '§5.7 step 4',
    judge: ({ line }) => verdictOf(line.name.length + line.value.length <= MAX_PAIR, 'syntax-pair-too-long'),
  },
  {
    id: 'set-nameless',
    section: 'browsers',
    judge: ({ name, value, access: { conduct } }) => {
      if (name !== '') return NOT_APPLICABLE;
      if (conduct.emptyName === 'refused') return failed('syntax-nameless');
      return verdictOf(conduct.namelessEquals === 'kept' || !value.includes('='), 'syntax-nameless-equals');
    },
  },
  {
    id: 'set-lifetime',
    section: '§5.7 step 3',
    judge: ({ line, access }) => {
      if (line.maxAge === null && line.expires === null) return NOT_APPLICABLE;
      return Number.isNaN(access.at) ? cannotTell('clock') : PASSED;
    },
  },
  domainStep('set-domain-ascii', '§5.7 step 8', 'domain-non-ascii'),
  domainStep('set-public-suffix', '§5.7 step 9', 'domain-public-suffix'),
  domainStep('set-domain-match', '§5.7 step 10', 'domain-mismatch', 'domain-invalid'),
  {
    id: 'set-path',
    section: 'layered-cookies',
    judge: ({ path, access: { conduct } }) => {
      if (conduct.pathNonAscii === 'refused' && /[\x80-\xff]/.test(path)) return failed('path-non-ascii');
      if (conduct.longPath !== null && path.length > conduct.longPath) return failed('path-too-long');
      return verdictOf(conduct.pathTab === 'kept' || !path.includes('\t'), 'path-tab');
    },
  },
  {
    id: 'set-secure',
    section: '§5.7 step 13',
    judge: ({ line, access }) => {
      if (!line.secure) return NOT_APPLICABLE;
      return access.parts === null ? cannotTell('url') : verdictOf(access.trustworthy, 'secure-insecure-origin');
    },
  },
  {
    id: 'set-http-only',
    section: '§5.7 step 15',
    judge: ({ line, access }) => (line.httpOnly ? verdictOf(access.via === 'http', 'http-only-from-script') : NOT_APPLICABLE),
  },
  { id: 'set-leave-secure-alone', section: '§5.7 step 16', judge: leaveSecureAlone },
  {
    id: 'set-same-site',
    section: '§5.7 step 18',
    judge: ({ line, access }) => {
      const { sameSite } = line;
      if (sameSite === 'none' || (sameSite === 'absent' && access.conduct.absentSameSite === 'none')) return NOT_APPLICABLE;
      const may = access.setsSameSite;
      return isUnknown(may) ? cannotTell(may.unknown) : verdictOf(may, 'same-site-cross-site');
    },
  },
  {
    id: 'set-none-secure',
    section: '§5.7 step 19',
    judge: ({ line }) => (line.sameSite === 'none' ? verdictOf(line.secure, 'same-site-none-insecure') : NOT_APPLICABLE),
  },
  { id: 'set-prefix-secure', section: '§5.7 step 20', judge: prefixSecure },
  { id: 'set-prefix-host', section: '§5.7 step 21', judge: prefixHost },
  { id: 'set-prefix-http', section: 'layered-cookies', judge: prefixHttp },
  {
    id: 'set-prefix-hidden',
    section: '§5.7 step 22',
    judge: ({ name, value }) => (name === '' ? verdictOf(!hasHiddenPrefix(value), 'prefix-hidden') : NOT_APPLICABLE),
  },
  {
    id: 'set-partitioned',
    section: 'CHIPS',
    judge: ({ line, access }) => {
      if (!line.partitioned) return NOT_APPLICABLE;
      if (!line.secure) return failed('partitioned-insecure');
      if (isUnknown(access.key)) return cannotTell(access.key.unknown);
      return verdictOf(access.trustworthy, 'partitioned-insecure');
    },
  },
  { id: 'set-third-party', section: 'policy', judge: thirdPartyPolicy },
  {
    id: 'set-overwrite-http-only',
    section: '§5.7 step 23.2',
    judge: ({ before, access }) => {
      if (before === null || access.via === 'http') return NOT_APPLICABLE;
      return verdictOf(!before.httpOnly, 'overwrite-http-only');
    },
  },
  { id: 'set-limit', section: '§6.1', judge: room },
];

const COOKIEABLE = new Set(['http', 'https', 'ws', 'wss']);

function domainStep(id: string, section: string, ...faults: readonly DomainFault[]): SetStep {
  return {
    id,
    section,
    judge: ({ domain: { fault }, line }) => {
      if (fault !== null) return faults.includes(fault) ? failed(fault) : NOT_APPLICABLE;
      return line.domain === null || line.domain === '' ? NOT_APPLICABLE : PASSED;
    },
  };
}

/** A cookie from an insecure origin may not stand beside a Secure one of its name where both would be sent. */
function leaveSecureAlone({ jar, access, line, name, domain, path, partition }: SetScene): Judgement {
  if (access.trustworthy || access.parts === null) return NOT_APPLICABLE;
  if (line.secure && access.conduct.overwriteSecure === 'insecure-line') return NOT_APPLICABLE;
  for (const cookie of jar.named(access.host, name)) {
    if (!cookie.secure || !pathMatches(path, cookie.path)) continue;
    if (!domainMatches(cookie.domain, domain.domain) && !domainMatches(domain.domain, cookie.domain)) continue;
    if (isUnknown(partition) || !isSamePartition(cookie.partition, partition)) continue;
    return failed('overwrite-secure');
  }
  return PASSED;
}

function prefixSecure({ prefix, line, access }: SetScene): Judgement {
  return prefix === 'secure' ? verdictOf(isSecure(line, access), 'prefix-secure') : NOT_APPLICABLE;
}

function prefixHost({ prefix, line, domain, path, access }: SetScene): Judgement {
  const { conduct, host } = access;
  if (prefix !== 'host' && prefix !== 'host-http') return NOT_APPLICABLE;
  if (!isSecure(line, access)) return failed('prefix-host-secure');
  if (!(conduct.hostPrefixDomain === 'host-only' ? domain.hostOnly : isBare(line.domain, host)))
    return failed('prefix-host-domain');
  const rooted = conduct.hostPrefixPath === 'path' ? path === '/' : line.path === '/';
  return verdictOf(rooted, 'prefix-host-path');
}

const isSecure = (line: SetCookie, { conduct, trustworthy }: Access): boolean =>
  line.secure && (conduct.prefixOrigin === 'any' || trustworthy);

/** Chromium: no Domain at all, or an empty one, or the IP address that is the host. */
const isBare = (domain: Bytes | null, host: string): boolean =>
  domain === null || domain === '' || (domain === host && isIpAddress(host));

function prefixHttp({ prefix, line, access }: SetScene): Judgement {
  if (prefix !== 'http' && prefix !== 'host-http') return NOT_APPLICABLE;
  if (!isSecure(line, access)) return failed('prefix-http-secure');
  if (!line.httpOnly) return failed('prefix-http-http-only');
  return verdictOf(access.via === 'http', 'prefix-http-from-script');
}

function room({ jar, access, line, domain, before, partition }: SetScene): Judgement {
  const limits = SITE_LIMITS[access.profile];
  if (limits === null || before !== null || isUnknown(partition) || jar.sizeOfSite(domain.domain) < limits.most)
    return NOT_APPLICABLE;
  const full = hasOnlySecureLeft(jar.ofSite(domain.domain), { partition, secure: line.secure }, limits, access.at);
  return verdictOf(!full, 'limit-secure-only-left');
}

function thirdPartyPolicy({ line, access: { thirdParty, policy } }: SetScene): Judgement {
  if (thirdParty === false) return NOT_APPLICABLE;
  if (policy === 'allow' || policy === 'partition') return PASSED;
  if (line.partitioned) return PASSED;
  if (isUnknown(thirdParty)) return cannotTell(thirdParty.unknown);
  return isUnknown(policy) ? cannotTell(policy.unknown) : failed('third-party-blocked');
}
