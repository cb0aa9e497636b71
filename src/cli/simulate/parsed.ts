import { instant } from '../../analysis/engine/base/units';
import { parseSetCookie } from '../../analysis/engine/header/set-cookie';
import { Jar } from '../../analysis/engine/jar/jar';
import { accessOf } from '../../analysis/engine/verdict/access/access';
import { decideSet } from '../../analysis/engine/verdict/on-set';
import type { SimulateOptions } from './arguments';
import { type SimulatedCase, textIn } from './case-form';
import { requestContextOf } from './context-of';
import { octetsOf, textOf } from './octets';

const ANYWHERE = 'https://a.test/';

/** Kind `parse`: the line's parts; null where its syntax alone gets it refused. */
export function parsed({ fields, latin1 }: SimulatedCase, now: number, { profile }: SimulateOptions): unknown {
  const octets = octetsOf(textIn(fields, 'setCookie'), latin1);
  const access = accessOf(
    { url: ANYWHERE, via: 'http', context: requestContextOf(undefined, ANYWHERE, 'http'), at: instant(now), date: null },
    { profile, thirdParty: 'allow' },
  );
  const { reasons } = decideSet(new Jar(), access, octets);
  if (reasons.some((reason) => reason.startsWith('syntax-'))) return null;
  const line = parseSetCookie(octets, profile);
  const optional = (value: Parameters<typeof textOf>[0] | null) => (value === null ? null : textOf(value, latin1));
  return {
    name: textOf(line.name, latin1),
    value: textOf(line.value, latin1),
    attributes: {
      secure: line.secure,
      httpOnly: line.httpOnly,
      partitioned: line.partitioned,
      path: optional(line.path),
      domain: optional(line.domain),
      expires: optional(line.expires),
      maxAge: optional(line.maxAge),
      sameSite: line.sameSite === 'absent' ? 'unspecified' : line.sameSite,
      priority: line.priority,
    },
  };
}
