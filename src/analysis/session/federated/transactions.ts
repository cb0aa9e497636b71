import { addTo } from '../../engine/base/lists';
import type { Digest } from '../../facts/digest';
import type { Exchange } from '../../replay/rows/exchange';
import type { CookieLives } from '../cookies/cookie-history';
import type { CookieLife } from '../cookies/cookie-life';
import { addressOf } from '../requests/address';
import { fieldUse } from '../requests/fields';
import { type Chunked, shouldYield } from '../shared/chunked';
import { firstFrom } from '../shared/ordered';
import { answerIn, fitOf, inFragment } from './answer';
import { comparisonsOf } from './comparisons';
import type { Leave, Protocol, ProviderAnswer, Transaction, TransactionHop, TransactionPart } from './kinds';
import { leaveIn } from './leave';
import { hasField } from './parameters';
import { transactionCookies } from './transaction-cookies';

/** Requests between leaving and coming back that are looked at: a page that stays open for hours is no part of it. */
const MOST_HOPS = 200;

/** What transactions are followed in. */
interface Recorded {
  readonly exchanges: readonly Exchange[];
  readonly lives: CookieLives;
  readonly digest: Digest | null;
}

/** The sign-ins through another site, in the order in which they began. */
export function* transactionsOf(
  documents: readonly Exchange[],
  { exchanges, lives, digest }: Recorded,
): Chunked<readonly Transaction[]> {
  const found: Paired[] = [];
  const open: Leave[] = [];
  const asked = new Set<string>();
  for (const [at, exchange] of documents.entries()) {
    if (shouldYield(at)) yield;
    const leave = leaveIn(exchange);
    if (leave !== null) {
      // The other site may ask itself again with the same request, after its own form.
      const identity = `${leave.provider} ${leave.secrets.state ?? leave.message?.id ?? leave.secrets.relayState ?? exchange.id}`;
      if (!asked.has(identity)) open.push(leave);
      asked.add(identity);
      continue;
    }
    const answer = answerIn(exchange) ?? fragmentAnswer(exchange, open);
    if (answer === null) continue;
    const fits = (fit: 'certain' | 'likely') =>
      open.findLast((each) => fitOf(each, answer, digest) === fit || (answer.binding === 'fragment' && inFragment(each)));
    const own = fits('certain') ?? fits('likely') ?? null;
    // An answer nobody asked for is one only where its form says so: `?code=` may be anything.
    if (own === null && !hasField(exchange, 'SAMLResponse')) continue;
    if (own !== null) open.splice(open.indexOf(own), 1);
    found.push({ leave: own, answer });
  }
  for (const leave of open) found.push({ leave, answer: null });
  if (found.length === 0) return [];
  const context: Context = {
    exchanges: exchanges.toSorted((a, b) => seqOf(a) - seqOf(b)),
    hops: hopsByRequest(exchanges),
    lives: [...lives.all.values()],
    digest,
  };
  const all: Transaction[] = [];
  for (const pair of found.sort((a, b) => beginOf(a) - beginOf(b))) {
    yield;
    const made = transactionOf(pair, context);
    if (made !== null) all.push(made);
  }
  return all;
}

interface Paired {
  readonly leave: Leave | null;
  readonly answer: ProviderAnswer | null;
}

const beginOf = ({ leave, answer }: Paired): number => (leave?.exchange ?? answer?.exchange)?.sent.seq ?? 0;

/** A return whose answer stands behind `#`: only the page that it goes to is seen. */
function fragmentAnswer(exchange: Exchange, open: readonly Leave[]): ProviderAnswer | null {
  if (
    open.length === 0 ||
    exchange.sent.method !== 'GET' ||
    (exchange.sent.type !== 'document' && exchange.sent.type !== 'subdocument')
  )
    return null;
  const page = addressOf(exchange.url)?.page ?? null;
  const isOne = open.some((leave) => inFragment(leave) && leave.replyTo === page && exchange.sent.initiator !== null);
  return isOne ? { exchange, binding: 'fragment', error: null, message: null } : null;
}

function hopsByRequest(exchanges: readonly Exchange[]): ReadonlyMap<string, readonly Exchange[]> {
  const hops = new Map<string, Exchange[]>();
  for (const exchange of exchanges) addTo(hops, exchange.request, exchange);
  return hops;
}

const seqOf = ({ sent }: Exchange): number => sent.seq;

interface Context {
  /** In the order in which they were sent. */
  readonly exchanges: readonly Exchange[];
  /** Those of a request and its redirects. */
  readonly hops: ReadonlyMap<string, readonly Exchange[]>;
  readonly lives: readonly CookieLife[];
  readonly digest: Digest | null;
}

function transactionOf({ leave, answer }: Paired, context: Context): Transaction | null {
  const { lives, digest } = context;
  const application = applicationOf({ leave, answer }, context);
  const provider =
    leave?.provider ?? answer?.exchange.sent.initiator?.replace(/^[a-z]+:\/\//, '') ?? answer?.message?.issuer ?? '';
  if (application === null || application === provider) return null;
  const hops = hopsOf({ leave, answer }, { ...context, application, provider });
  const own = lives.filter((life) => isOf(life, application));
  const cookies = leave === null ? [] : transactionCookies({ leave, answer, hops, lives: own });
  return {
    protocol: leave?.protocol ?? protocolOf(answer),
    leave,
    answer,
    application,
    provider,
    isSilent: leave !== null && isSilent(leave, hops),
    hops,
    cookies,
    comparisons: leave === null ? [] : comparisonsOf({ leave, answer, cookies, hops, lives: own, digest }),
  };
}

/** Asked to ask nobody, or in a frame in which nobody was asked. */
const isSilent = ({ exchange, asked }: Leave, hops: readonly TransactionHop[]): boolean =>
  /(?:^| )none(?: |$)/.test(asked.prompt ?? '') ||
  (exchange.sent.type === 'subdocument' && !hops.some(({ part }) => part === 'credentials' || part === 'consent'));

/** Who asked: as the request says, else where the answer came to, else the hop that redirected there. */
function applicationOf({ leave, answer }: Paired, { hops }: Context): string | null {
  if (leave?.application != null) return leave.application;
  if (answer !== null) return authorityOf(answer.exchange);
  if (leave === null) return null;
  const before = hops.get(leave.exchange.request)?.findLast(({ hop }) => hop < leave.exchange.hop);
  return before === undefined ? null : authorityOf(before);
}

const protocolOf = (answer: ProviderAnswer | null): Protocol =>
  answer?.message?.kind === 'ws-federation' ? 'ws-federation' : 'saml';

function isOf({ domain, hostOnly }: CookieLife, application: string): boolean {
  const host = application.replace(/:\d+$/, '');
  return host === domain || (!hostOnly && host.endsWith(`.${domain}`));
}

interface Between extends Pick<Context, 'exchanges' | 'hops'> {
  readonly application: string;
  readonly provider: string;
}

/** The requests of a transaction in order, each with its part in it. */
function hopsOf({ leave, answer }: Paired, { exchanges, hops, application, provider }: Between): readonly TransactionHop[] {
  const from = leave?.exchange ?? answer?.exchange;
  if (from === undefined) return [];
  const placeOf = (exchange: Exchange): number => firstFrom(exchanges, exchange.sent.seq, seqOf);
  const start = hops.get(from.request)?.filter(({ sent }) => sent.seq < from.sent.seq) ?? [];
  const began = start.length > 0 ? start : lastPage(exchanges, placeOf(from), application);
  const next = placeOf(from) + 1;
  const end = answer === null ? exchanges.length : placeOf(answer.exchange);
  const between = exchanges.slice(next, Math.min(end, next + MOST_HOPS));
  const landing =
    answer === null ? [] : (hops.get(answer.exchange.request)?.filter(({ sent }) => sent.seq > answer.exchange.sent.seq) ?? []);
  const after = answer === null ? [] : exchanges.slice(end + 1, end + 1 + MOST_HOPS);
  const as = (list: readonly Exchange[], part: TransactionPart): readonly TransactionHop[] =>
    list.map((exchange) => ({ exchange, part }));
  return [
    ...as(began, 'start'),
    ...(leave === null ? [] : as([leave.exchange], 'leave')),
    ...between
      .filter((each) => authorityOf(each) === provider && isOfProvider(each))
      .map((exchange) => ({ exchange, part: providerPart(exchange) })),
    ...(answer === null ? [] : as([answer.exchange], 'return')),
    ...as(landing, 'landing'),
    ...as(
      after
        .filter((each) => each.sent.method === 'POST' && authorityOf(each) === provider && hasField(each, 'grant_type'))
        .slice(0, 1),
      'token',
    ),
  ].sort((a, b) => a.exchange.sent.seq - b.exchange.sent.seq);
}

/** The last page of the application before a place. */
function lastPage(exchanges: readonly Exchange[], before: number, application: string): readonly Exchange[] {
  for (let place = before - 1; place >= 0; place--) {
    const exchange = exchanges[place];
    if (exchange && isPage(exchange) && authorityOf(exchange) === application) return [exchange];
  }
  return [];
}

const isPage = ({ sent }: Exchange): boolean => sent.type === 'document' || sent.type === 'subdocument';
const isOfProvider = (exchange: Exchange): boolean => isPage(exchange) || exchange.sent.method === 'POST';
const authorityOf = ({ url }: Exchange): string | null => addressOf(url)?.authority ?? null;

function providerPart({ sent, url }: Exchange): TransactionPart {
  if (sent.method !== 'POST') return 'provider';
  const use = fieldUse(sent.fields);
  if (use.password || use.passkey || use.code || use.user) return 'credentials';
  const says = `${addressOf(url)?.words ?? ''} ${(sent.fields ?? []).map(({ name }) => name).join(' ')}`;
  return /consent|approv|grant|authori[sz]|accept|allow|scope|confirm/i.test(says) ? 'consent' : 'provider';
}
