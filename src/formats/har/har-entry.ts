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
const cookies = v.array(
  v.looseObject({
    name: v.string(),
    value: v.optional(v.nullable(v.string())),
    path: v.optional(v.nullable(v.string())),
    domain: v.optional(v.nullable(v.string())),
    expires: v.optional(v.nullable(v.union([v.string(), v.number()]))),
    httpOnly: v.optional(v.nullable(v.boolean())),
    secure: v.optional(v.nullable(v.boolean())),
    sameSite: v.optional(v.nullable(v.string())),
  }),
);
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
    postData: maybe(
      v.object({
        mimeType: v.optional(v.unknown()),
        text: v.optional(v.unknown()),
        // What a script sent as JSON stands as an object in some files: only the names are taken of those.
        params: maybe(v.array(v.object({ name: v.string(), value: v.optional(v.unknown()) }))),
      }),
    ),
  }),
  response: v.object({
    status: v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,3}$/))]),
    headers: maybe(headers),
    cookies: maybe(cookies),
    redirectURL: v.optional(v.unknown()),
    content: v.optional(v.unknown()),
    _error: v.optional(v.unknown()),
    _failureText: v.optional(v.unknown()),
  }),
  timings: v.optional(v.unknown()),
  _initiator: v.optional(v.unknown()),
  _resourceType: v.optional(v.unknown()),
  _fromCache: v.optional(v.unknown()),
});
type Entry = v.InferOutput<typeof entrySchema>;

export interface HarHeader {
  readonly name: string;
  readonly value: string;
}
export type HarCookie = v.InferOutput<typeof cookies>[number];

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
  readonly postData: Entry['request']['postData'];
  readonly status: number;
  readonly responseHeaders: readonly HarHeader[];
  readonly responseCookies: readonly HarCookie[];
  readonly redirectUrl: string;
  readonly mimeType: string;
  readonly error: string;
  readonly isFromCache: boolean;
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
  const { request, response, ...entry } = read.output;
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
    requestCookies: request.cookies ?? [],
    postData: request.postData,
    status: Number(response.status),
    responseHeaders: headersIn(response.headers),
    responseCookies: response.cookies ?? [],
    redirectUrl: textOf(response.redirectURL),
    mimeType: textOf(objectOf(response.content).mimeType).toLowerCase(),
    error: textOf(response._error) || textOf(response._failureText),
    isFromCache: textOf(entry._fromCache) !== '' || entry._fromCache === true,
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
