import type { ResourceType } from '../../analysis/facts/fact';
import { whatBecame } from '../../analysis/story/bead';
import { tally } from '../shown/tally';
import { ROLE_KEY, type Roles } from './role-key';
import type { Subject } from './subject';
import type { Token } from './token';

export type Test = (subject: Subject, roles: Roles) => boolean;

/** Why a word of a filter means nothing. */
export type Fault =
  | { readonly kind: 'unknown-key'; readonly key: string }
  | { readonly kind: 'unknown-value'; readonly key: string; readonly value: string; readonly known: readonly string[] }
  | { readonly kind: 'bad-regex'; readonly source: string }
  | { readonly kind: 'bad-status'; readonly value: string }
  | { readonly kind: 'no-value'; readonly key: string };

export interface FilterKey {
  /** Every value there is, where they can be listed. */
  readonly values: readonly string[];
  readonly test: (token: Token) => Test | Fault;
}

const IS: Readonly<Record<string, Test>> = {
  rejected: ({ row }) => tally(row).rejected > 0,
  withheld: ({ row }) => tally(row).withheld > 0,
  set: ({ row }) => tally(row).set > 0,
  sent: ({ row }) => tally(row).sent > 0,
  stored: became('stored'),
  replaced: became('replaced'),
  unchanged: became('unchanged'),
  deleted: became('deleted'),
  unknown: became('unknown'),
  differs: ({ row }) => tally(row).differs > 0,
  'third-party': ({ row }) => row.kind === 'exchange' && row.thirdParty === true,
  'first-party': ({ row }) => row.kind === 'exchange' && row.thirdParty === false,
  redirect: ({ row }) => row.kind === 'exchange' && (row.hop > 0 || row.state === 'redirected'),
  navigation: ({ row }) => row.kind === 'navigation' || (row.kind === 'exchange' && row.context.type === 'main-frame-navigation'),
  failed: ({ row }) => row.kind === 'exchange' && row.state === 'failed',
  pending: ({ row }) => row.kind === 'exchange' && row.state === 'pending',
  cached: ({ row }) => row.kind === 'exchange' && row.fromCache,
  gap: ({ row }) => row.kind === 'gap',
};

const HAS: Readonly<Record<string, Test>> = {
  cookies: ({ row, names }) => row.kind !== 'gap' && names.length > 0,
};

const SET_BY: Readonly<Record<string, Test>> = {
  script: ({ row }) => row.kind === 'script-write' && row.outcome !== 'expired' && row.outcome !== 'evicted',
  response: ({ row }) => row.kind === 'exchange' && tally(row).set > 0,
  browser: ({ row }) => row.kind === 'script-write' && (row.outcome === 'expired' || row.outcome === 'evicted'),
};

const TYPES: readonly ResourceType[] = [
  'document',
  'subdocument',
  'stylesheet',
  'script',
  'image',
  'font',
  'media',
  'object',
  'fetch',
  'ping',
  'csp-report',
  'websocket',
  'other',
];

/** The words that may stand before a colon, in the order they are offered. */
export const KEYS: Readonly<Record<string, FilterKey>> = {
  is: choice('is', IS),
  has: choice('has', HAS),
  cookie: ofText((value) => {
    const wanted = wildcard(value);
    return ({ names }) => names.some((name) => wanted.test(name));
  }),
  name: ofText((value, regex) => {
    const wanted = regex ?? new RegExp(literal(value), 'i');
    return ({ names }) => names.some((name) => wanted.test(name));
  }),
  host: ofText((value, regex) => {
    const wanted = value.toLowerCase().replace(/^\./, '');
    if (regex) return ({ host }) => regex.test(host);
    return ({ host }) => isUnder(host, wanted) || isUnder(host.replace(/:\d+$/, ''), wanted);
  }),
  path: ofText((value, regex) => (regex ? ({ path }) => regex.test(path) : ({ path }) => path.includes(value))),
  method: ofText(
    (value) => {
      const wanted = value.toUpperCase();
      return ({ row }) => row.kind === 'exchange' && row.sent.method.toUpperCase() === wanted;
    },
    ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
  ),
  status: { values: ['2xx', '3xx', '4xx', '5xx'], test: statusTest },
  type: choice(
    'type',
    Object.fromEntries(
      TYPES.map((type) => [type, (({ row }) => row.kind === 'exchange' && row.sent.type === type) satisfies Test]),
    ),
  ),
  reason: ofText(
    (value) =>
      ({ reasons }) =>
        reasons.some((reason) => reason.includes(value.toLowerCase())),
  ),
  role: ROLE_KEY,
  'set-by': choice('set-by', SET_BY),
  domain: ofText((value) => {
    const wanted = value.toLowerCase().replace(/^\./, '');
    return ({ domains }) => domains.some((domain) => domain === wanted);
  }),
  partition: ofText(
    (value) => {
      const wanted = value.toLowerCase();
      if (wanted === 'any') return ({ partitions }) => partitions.length > 0;
      return ({ partitions }) => partitions.some((partition) => partition.topLevelSite.includes(wanted));
    },
    ['any'],
  ),
};

function became(kind: string): Test {
  return ({ row }) => {
    if (row.kind === 'script-write') return row.outcome === kind;
    return row.kind === 'exchange' && row.lines.some((line) => whatBecame(line).kind === kind);
  };
}

function choice(key: string, tests: Readonly<Record<string, Test>>): FilterKey {
  const values = Object.keys(tests);
  return {
    values,
    test: ({ value }) => {
      if (value === '') return { kind: 'no-value', key };
      const wanted = value.toLowerCase();
      return (Object.hasOwn(tests, wanted) ? tests[wanted] : undefined) ?? { kind: 'unknown-value', key, value, known: values };
    },
  };
}

function ofText(make: (value: string, regex: RegExp | null) => Test, values: readonly string[] = []): FilterKey {
  return {
    values,
    test: ({ key, value, regex }) => {
      if (value === '') return { kind: 'no-value', key: key ?? '' };
      if (!regex) return make(value, null);
      const compiled = compile(regex);
      return compiled ? make(value, compiled) : { kind: 'bad-regex', source: regex.source };
    },
  };
}

/** null = the pattern is not one. The flags `g` and `y` would make an answer depend on the one before. */
export function compile({ source, flags }: { readonly source: string; readonly flags: string }): RegExp | null {
  try {
    return new RegExp(source, flags.replace(/[gy]/g, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function statusTest({ value }: Token): Test | Fault {
  const wanted = value.toLowerCase();
  const within =
    (ok: (status: number) => boolean): Test =>
    ({ row }) =>
      row.kind === 'exchange' && row.status !== null && ok(row.status);
  if (/^[1-5]xx$/.test(wanted)) {
    const hundred = Number(wanted[0]);
    return within((status) => Math.floor(status / 100) === hundred);
  }
  const compared = /^(>=|<=|>|<)?(\d{3})$/.exec(wanted);
  if (!compared) return { kind: 'bad-status', value };
  const number = Number(compared[2]);
  switch (compared[1]) {
    case '>=':
      return within((status) => status >= number);
    case '<=':
      return within((status) => status <= number);
    case '>':
      return within((status) => status > number);
    case '<':
      return within((status) => status < number);
    default:
      return within((status) => status === number);
  }
}

/** `sid*` → names that begin with sid; without a star the name must be the same, letter for letter. */
function wildcard(value: string): RegExp {
  return new RegExp(`^${value.split('*').map(literal).join('.*')}$`, 's');
}

const literal = (value: string): string => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const isUnder = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);
