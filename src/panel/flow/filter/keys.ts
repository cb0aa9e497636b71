import type { ResourceType } from '../../../analysis/facts/fact';
import type { Attribution } from '../../../analysis/replay/rows/attribution';
import { whatBecame } from '../../../analysis/story/bead';
import type { FilterKey, Test, WordFault } from './filter-key';
import { INCIDENT_KEY, isIncident } from './incident-key';
import { type LinearRegex, linearRegex } from './linear-regex';
import { ROLE_KEY } from './role-key';
import type { FilterToken } from './token';
import { WHAT_IF_KEY } from './what-if-key';
import { wildcard } from './wildcard';

/** What follows `is:`. */
export const IS = {
  rejected: ({ counts }) => counts.rejected > 0,
  'no-effect': ({ counts }) => counts.noEffect > 0,
  withheld: ({ counts }) => counts.withheld > 0,
  set: ({ counts }) => counts.set > 0,
  sent: ({ counts }) => counts.sent > 0,
  stored: became('stored'),
  replaced: became('replaced'),
  unchanged: became('unchanged'),
  deleted: became('deleted'),
  'deleted-nothing': became('deleted-nothing'),
  'dead-on-arrival': became('dead-on-arrival'),
  unknown: became('unknown'),
  differs: ({ counts }) => counts.differs > 0,
  'third-party': ({ row }) => row.kind === 'exchange' && row.thirdParty === true,
  'first-party': ({ row }) => row.kind === 'exchange' && row.thirdParty === false,
  redirect: ({ row }) => row.kind === 'exchange' && (row.hop > 0 || row.state === 'redirected'),
  navigation: ({ row }) => row.kind === 'navigation' || (row.kind === 'exchange' && row.context.type === 'main-frame-navigation'),
  failed: ({ row }) => row.kind === 'exchange' && row.state === 'failed',
  pending: ({ row }) => row.kind === 'exchange' && row.state === 'pending',
  cached: ({ row }) => row.kind === 'exchange' && row.fromCache,
  gap: ({ row }) => row.kind === 'gap',
  incident: isIncident,
} satisfies Readonly<Record<string, Test>>;

const HAS: Readonly<Record<string, Test>> = {
  cookies: ({ row, names }) => row.kind !== 'gap' && names.length > 0,
};

const SET_BY: Readonly<Record<string, Test>> = {
  response: ({ row, counts }) => row.kind === 'exchange' && counts.set > 0,
  'other-tab': attributedTo('other-tab'),
  script: attributedTo('script'),
  user: attributedTo('user'),
  'clear-site-data': attributedTo('clear-site-data'),
  browser: attributedTo('expiry', 'eviction'),
  'not-recorded': attributedTo('not-recorded'),
};

function attributedTo(...kinds: readonly Attribution['kind'][]): Test {
  return ({ row }) => row.kind === 'change' && kinds.includes(row.attribution.kind);
}

/** Every type there is: a new one that is missing here is a type error. */
const TYPES: Readonly<Record<ResourceType, true>> = {
  document: true,
  subdocument: true,
  stylesheet: true,
  script: true,
  image: true,
  font: true,
  media: true,
  object: true,
  fetch: true,
  ping: true,
  'csp-report': true,
  websocket: true,
  other: true,
};

/** The words that may stand before a colon, in the order they are offered. */
export const KEYS: Readonly<Record<string, FilterKey>> = {
  is: choice('is', IS),
  has: choice('has', HAS),
  cookie: ofText((value) => {
    const isWanted = wildcard(value);
    return someName(isWanted);
  }),
  name: ofText((value, regex) => {
    const part = value.toLowerCase();
    return someName(regex ? (name) => regex.test(name) : (name) => name.toLowerCase().includes(part));
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
      Object.keys(TYPES).map((type) => [type, (({ row }) => row.kind === 'exchange' && row.sent.type === type) satisfies Test]),
    ),
  ),
  reason: ofText(
    (value) =>
      ({ reasons }) =>
        reasons.some((reason) => reason.includes(value.toLowerCase())),
  ),
  role: ROLE_KEY,
  incident: INCIDENT_KEY,
  'what-if': WHAT_IF_KEY,
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

/** Rows that carry the same cookies have the same list of names: it is asked once. */
function someName(isWanted: (name: string) => boolean): Test {
  let last: readonly string[] | null = null;
  let answer = false;
  return ({ names }) => {
    if (names !== last) {
      last = names;
      answer = names.some(isWanted);
    }
    return answer;
  };
}

function became(kind: string): Test {
  return ({ row }) => {
    if (row.kind === 'change') return row.outcome === kind;
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

function ofText(make: (value: string, regex: LinearRegex | null) => Test, values: readonly string[] = []): FilterKey {
  return {
    values,
    test: ({ key, value, regex }) => {
      if (value === '') return { kind: 'no-value', key: key ?? '' };
      if (!regex) return make(value, null);
      const compiled = linearRegex(regex.source, regex.flags);
      return typeof compiled === 'string' ? { kind: compiled, source: regex.source } : make(value, compiled);
    },
  };
}

function statusTest({ value }: FilterToken): Test | WordFault {
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

const isUnder = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);
