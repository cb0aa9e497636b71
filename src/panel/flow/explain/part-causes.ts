import type { Span } from '../../../analysis/engine/header/parsed-line';
import type { Reason } from '../../../analysis/engine/verdict/verdict';
import { say } from '../../../words/catalogue';
import type { CookiePart } from './cookie-part';

/** Why a line is refused, and for which of its octets. */
export interface LineRefusal {
  readonly reason: Reason | null;
  /** null = no octets are to blame. */
  readonly span: Span | null;
}

/** What a reason asks of a line that the line lacks, and who asks it. */
interface Demand {
  /** The attribute whose absence is the cause; null = none is absent. */
  readonly lacks: 'secure' | 'path' | 'httponly' | null;
  readonly by: 'prefix' | 'same-site-none' | 'partitioned';
}

const DEMANDS: Readonly<Partial<Record<Reason, Demand>>> = {
  'prefix-secure': { lacks: 'secure', by: 'prefix' },
  'prefix-host-secure': { lacks: 'secure', by: 'prefix' },
  'prefix-host-domain': { lacks: null, by: 'prefix' },
  'prefix-host-path': { lacks: 'path', by: 'prefix' },
  'prefix-http-secure': { lacks: 'secure', by: 'prefix' },
  'prefix-http-http-only': { lacks: 'httponly', by: 'prefix' },
  'prefix-http-from-script': { lacks: null, by: 'prefix' },
  'prefix-hidden': { lacks: null, by: 'prefix' },
  'same-site-none-insecure': { lacks: 'secure', by: 'same-site-none' },
  'partitioned-insecure': { lacks: 'secure', by: 'partitioned' },
};

/**
 * The parts with what a refusal is about marked: a prefix whose demands are not met, and the attribute that it demands.
 * The cause stands first, what is absent last.
 */
export function withCauses(parts: readonly CookiePart[], reason: Reason | null): readonly CookiePart[] {
  const demand = reason && DEMANDS[reason];
  const marked = demand ? parts.map((part) => caused(part, demand)) : parts;
  return [...marked].sort((a, b) => RANK[a.effect] - RANK[b.effect]);
}

function caused(part: CookiePart, { lacks, by }: Demand): CookiePart {
  if (part.id === `absent-${lacks}`) return { ...part, effect: 'missing', sentence: say(`part.missing.${by}`) };
  if (part.effect === 'at-fault' && by === 'prefix' && part.id !== 'prefix')
    return { ...part, sentence: say('part.forbidden.prefix') };
  if (part.id === 'prefix' && by === 'prefix') return { ...part, effect: 'broken' };
  return part;
}

const RANK: Readonly<Record<CookiePart['effect'], number>> = {
  missing: 0,
  'at-fault': 0,
  'holds-back': 0,
  broken: 1,
  counts: 2,
  ignored: 2,
  absent: 3,
};
