import * as v from 'valibot';
import { type FileFault, faultsOf } from '../reading/fault';
import { harDate } from './har-dates';

const scalar = v.union([v.string(), v.number(), v.boolean(), v.null()]);
const value = v.union([scalar, v.array(scalar)]);

const pair = v.tuple([v.string(), value]);
const named = v.object({ name: v.string(), value: v.optional(value) });
// Chosen by what stands there, and no union: of that a fault would have no place, and a list is a map of its indices too.
const headerList = v.array(v.lazy((header) => (Array.isArray(header) ? pair : named)));
const headerMap = v.record(v.string(), value);

/** Headers as tools write them: objects, pairs (Slack), a map (hand-written files); a value may be a list (Polly.JS). */
const headers = v.lazy((list) => (Array.isArray(list) ? headerList : headerMap));
// A list that is none, or a member of another type, keeps no entry back: the headers count.
const cookies = v.lazy((list) => (Array.isArray(list) ? v.array(v.looseObject({ name: v.string() })) : v.unknown()));
const maybe = <S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(schema));

/** What is taken of an entry. Everything else may be missing or odd: real writers leave the standard in many ways. */
const entrySchema = v.object({
  startedDateTime: v.optional(v.unknown()),
  time: v.optional(v.unknown()),
  pageref: v.optional(v.unknown()),
  request: v.object({
    method: v.pipe(v.string(), v.minLength(1)),
    url: v.string(),
    headers: maybe(headers),
    headersSize: v.optional(v.unknown()),
    cookies: maybe(cookies),
    postData: v.optional(v.unknown()),
  }),
  response: maybe(
    v.object({
      status: v.optional(v.unknown()),
      headers: maybe(headers),
      cookies: maybe(cookies),
      redirectURL: v.optional(v.unknown()),
      content: v.optional(v.unknown()),
      _error: v.optional(v.unknown()),
      _failureText: v.optional(v.unknown()),
      _fetchedViaServiceWorker: v.optional(v.unknown()),
    }),
  ),
  timings: v.optional(v.unknown()),
  _initiator: v.optional(v.unknown()),
  _resourceType: v.optional(v.unknown()),
  _fromCache: v.optional(v.unknown()),
  _wasFulfilled: v.optional(v.unknown()),
  _wasAborted: v.optional(v.unknown()),
});
type Entry = v.InferOutput<typeof entrySchema>;

export interface HarHeader {
  readonly name: string;
  readonly value: string;
}
/** A cookie of an entry's list: a name, and members of whatever type. */
export type HarCookie = Readonly<Record<string, unknown>> & { readonly name: string };

/** What was sent in the body. */
interface HarBody {
  readonly mimeType: string;
  readonly text: string | null;
  /** Names with values; of a value that is no text only the name. */
  readonly params: readonly (readonly [name: string, value: string])[];
}

/** An entry as we go on with it, whoever wrote it. */
export interface HarEntry {
  /** Milliseconds since 1970; null = no date that can be read. */
  readonly start: number | null;
  /** From the start to the response's head, and to its end. */
  readonly toHead: number;
  readonly toEnd: number;
  readonly page: string;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: readonly HarHeader[];
  /** Octets of the head as it was sent; null = not told. */
  readonly requestHeadersSize: number | null;
  readonly requestCookies: readonly HarCookie[];
  readonly postData: HarBody | null;
  /** 0 = the request failed; null = the file has no response. */
  readonly status: number | null;
  readonly responseHeaders: readonly HarHeader[];
  readonly responseCookies: readonly HarCookie[];
  readonly redirectUrl: string;
  readonly mimeType: string;
  readonly error: string;
  readonly isFromCache: boolean;
  /** The page's service worker answered: what it asked for itself is an entry of its own. */
  readonly isFromWorker: boolean;
  /** A test answered it or stopped it (Playwright's `route`). */
  readonly isIntercepted: boolean;
  /** `_resourceType`, in lower case. */
  readonly resourceType: string;
  /** The document or script that asked, as Chrome has it. */
  readonly initiatorType: string;
  readonly initiatorUrl: string;
}

/** An entry of `log.entries`, or what is wrong with it. @param at its path */
export function readEntry(json: unknown, at: string): HarEntry | readonly FileFault[] {
  const read = v.safeParse(entrySchema, json);
  if (!read.success) return faultsOf(read.issues, at);
  const { request, response: answer, ...entry } = read.output;
  const response = answer ?? {};
  const initiator = objectOf(entry._initiator);
  const { toHead, toEnd } = lengths(entry);
  return {
    start: harDate(entry.startedDateTime),
    toHead,
    toEnd,
    page: textOf(entry.pageref),
    method: request.method.toUpperCase(),
    url: request.url,
    requestHeaders: headersIn(request.headers),
    requestHeadersSize: typeof request.headersSize === 'number' && request.headersSize > 0 ? request.headersSize : null,
    requestCookies: cookiesIn(request.cookies),
    postData: bodyIn(request.postData),
    status: answer == null ? null : statusOf(response.status),
    responseHeaders: headersIn(response.headers),
    responseCookies: cookiesIn(response.cookies),
    redirectUrl: textOf(response.redirectURL),
    mimeType: textOf(objectOf(response.content).mimeType).toLowerCase(),
    error: textOf(response._error) || textOf(response._failureText),
    isFromCache: textOf(entry._fromCache) !== '' || entry._fromCache === true,
    isFromWorker: response._fetchedViaServiceWorker === true,
    isIntercepted: entry._wasFulfilled === true || entry._wasAborted === true,
    resourceType: textOf(entry._resourceType).toLowerCase(),
    initiatorType: textOf(initiator.type),
    initiatorUrl: textOf(initiator.url),
  };
}

/** The values of all headers of a name (in lower case), in order. */
export const valuesOf = (headers: readonly HarHeader[], name: string): readonly string[] =>
  headers.filter((header) => header.name.toLowerCase() === name).map((header) => header.value);

/** The first header of a name, whatever its case; null = there is none. */
export const headerIn = (headers: readonly HarHeader[], name: string): string | null => valuesOf(headers, name)[0] ?? null;

const textOf = (json: unknown): string => (typeof json === 'string' ? json : '');

const objectOf = (json: unknown): Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>) : {};

const cookiesIn = (list: unknown): readonly HarCookie[] => (Array.isArray(list) ? (list as readonly HarCookie[]) : []);

/** Nothing, a text and -1 stand for no status as 0 does. */
const statusOf = (status: unknown): number => (/^[1-9]\d\d$/.test(String(status)) ? Number(status) : 0);

function bodyIn(json: unknown): HarBody | null {
  if (typeof json === 'string') return json === '' ? null : { mimeType: '', text: json, params: [] };
  if (typeof json !== 'object' || json === null) return null;
  const { mimeType, text, params } = objectOf(json);
  // What a script sent as JSON stands as an object in some files, and a file of a form has no value.
  const named = (Array.isArray(params) ? params : []).map(objectOf).filter(({ name }) => typeof name === 'string');
  return {
    mimeType: textOf(mimeType),
    text: typeof text === 'string' ? text : null,
    params: named.map(({ name, value: held }) => [textOf(name), textOf(held)]),
  };
}

function headersIn(json: v.InferOutput<typeof headers> | null | undefined): readonly HarHeader[] {
  if (json == null) return [];
  const pairs = Array.isArray(json)
    ? json.map((each) => (Array.isArray(each) ? each : ([each.name, each.value ?? ''] as const)))
    : Object.entries(json);
  // What stands in front of HTTP/2's own names is no header.
  return pairs
    .filter(([name]) => !name.startsWith(':'))
    .flatMap(([name, values]) =>
      (Array.isArray(values) ? values : [values]).map((each) => ({ name, value: String(each ?? '') })),
    );
}

function lengths({ time, timings }: Pick<Entry, 'time' | 'timings'>): { readonly toHead: number; readonly toEnd: number } {
  const parts = objectOf(timings);
  const positive = (length: unknown): number => (typeof length === 'number' && length > 0 && length < 1e10 ? length : 0);
  const sum = ['blocked', 'dns', 'connect', 'send', 'wait'].reduce((total, part) => total + positive(parts[part]), 0);
  const whole = positive(time) || sum + positive(parts.receive);
  const toHead = sum > 0 ? Math.min(sum, whole) : Math.max(0, whole - positive(parts.receive));
  return { toHead, toEnd: Math.max(toHead, whole) };
}
