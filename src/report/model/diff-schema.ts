import * as v from 'valibot';
import { becameSchema } from './became-schema';

export const DIFF_FORMAT = 'cookie-flow-diff';
export const DIFF_VERSION = 1;

const listOf = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());
const sideSchema = v.picklist(['a', 'b']);

const rowDifferenceSchema = v.variant('kind', [
  /** null = there was no answer. */
  v.object({ kind: v.literal('status'), a: v.nullable(v.number()), b: v.nullable(v.number()) }),
  /** Addresses without values; null = it redirects nowhere. */
  v.object({ kind: v.literal('leads-to'), a: v.nullable(v.string()), b: v.nullable(v.string()) }),
  v.object({
    kind: v.literal('sent'),
    by: sideSchema,
    cookie: v.string(),
    /** What the other recording does with the cookie. */
    other: v.picklist(['withheld', 'not-there']),
  }),
  /** What became of the Set-Cookie line; null = there is none. */
  v.object({ kind: v.literal('line'), cookie: v.string(), a: v.nullable(becameSchema), b: v.nullable(becameSchema) }),
]);

const requestSchema = v.object({
  method: v.string(),
  /** Without scheme, port and values; what differs between any two visits is `*`. */
  address: v.string(),
  differences: listOf(rowDifferenceSchema),
});

const jarDifferenceSchema = v.object({
  cookie: v.string(),
  domain: v.string(),
  path: v.string(),
  /** null = it is in both. */
  only: v.nullable(sideSchema),
  aspects: listOf(v.picklist(['secure', 'httpOnly', 'sameSite', 'session'])),
});

const faultSchema = v.object({
  /** The rule, or the kind of incident. */
  id: v.string(),
  heading: v.string(),
});

const onlySchema = v.object({
  requests: listOf(v.object({ method: v.string(), address: v.string() })),
  findings: listOf(faultSchema),
  incidents: listOf(faultSchema),
});

export const diffSchema = v.object({
  format: v.literal(DIFF_FORMAT),
  version: v.literal(DIFF_VERSION),
  a: v.object({ file: v.string(), requests: v.number(), notes: listOf(v.string()) }),
  b: v.object({ file: v.string(), requests: v.number(), notes: listOf(v.string()) }),
  /** How many requests are in both. */
  matched: v.number(),
  /** Requests in both that differ, in the order of the first recording: the first is where the two part. */
  differing: listOf(requestSchema),
  onlyA: onlySchema,
  onlyB: onlySchema,
  jar: v.object({
    different: listOf(jarDifferenceSchema),
    /** Cookies that are in both with the same attributes, and how many of these have another value. */
    same: v.number(),
    otherValues: v.number(),
  }),
});

/** What is told of two recordings beside each other. It holds no value of a cookie. */
export type ReportedDiff = v.InferOutput<typeof diffSchema>;
export type ReportedRowDifference = v.InferOutput<typeof rowDifferenceSchema>;
export type ReportedOnly = v.InferOutput<typeof onlySchema>;
