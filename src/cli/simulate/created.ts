import { instant } from '../../analysis/engine/base/units';
import { parseSetCookie } from '../../analysis/engine/header/set-cookie';
import { Jar } from '../../analysis/engine/jar/jar';
import { accessOf } from '../../analysis/engine/verdict/access/access';
import { decideSet } from '../../analysis/engine/verdict/on-set';
import type { SetReason } from '../../analysis/engine/verdict/verdict';
import type { SimulateOptions } from './arguments';
import { canonicalUrl } from './canonical';
import { type SimulatedCase, textIn } from './case-form';
import { requestContextOf } from './context-of';
import { octetsOf, textOf } from './octets';

const AT_CREATION = ['syntax-', 'domain-', 'path-', 'prefix-', 'partitioned-'];

/** Kind `create`: the cookie that parsing, domain, prefix and partition make of a line; null where one of them refuses it. */
export function created({ fields, latin1 }: SimulatedCase, now: number, { profile }: SimulateOptions): unknown {
  const url = canonicalUrl(textIn(fields, 'url'));
  const at = instant(now);
  const access = accessOf(
    { url, via: 'http', context: requestContextOf(undefined, url, 'http'), at, date: null },
    { profile, thirdParty: 'allow' },
  );
  const line = parseSetCookie(octetsOf(textIn(fields, 'setCookie'), latin1), profile);
  const { reasons, context } = decideSet(new Jar(), access, line);
  if (access.parts === null || reasons.some(isOfCreation)) return null;
  const { name, value, domain, path, lifetime } = context;
  const { expires } = lifetime;
  return {
    name: textOf(name, latin1),
    value: textOf(value, latin1),
    domain: domain.domain,
    hostOnly: domain.hostOnly,
    domainCookie: !domain.hostOnly,
    path: textOf(path, latin1),
    secure: line.secure,
    httpOnly: line.httpOnly,
    partitioned: line.partitioned,
    sameSite: line.sameSite === 'absent' ? 'unspecified' : line.sameSite,
    persistent: expires !== null,
    expired: expires !== null && expires <= at,
    expires: expires === null || expires <= at ? null : new Date(expires).toISOString(),
    maxAgeSeconds: expires === null ? null : Math.round((expires - at) / 1000),
  };
}

const isOfCreation = (reason: SetReason): boolean => AT_CREATION.some((start) => reason.startsWith(start));
