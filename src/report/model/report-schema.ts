import * as v from 'valibot';
import { LETTERS } from '../../analysis/grade/weights';
import { becameSchema } from './became-schema';

export const REPORT_FORMAT = 'cookie-flow-report';
export const REPORT_VERSION = 1;

const severitySchema = v.picklist(['error', 'warning', 'note']);
export const letterSchema = v.picklist(LETTERS);
const basisSchema = v.picklist(['observed', 'predicted', 'cannot-tell']);
const listOf = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());

const statementSchema = v.object({ basis: basisSchema, text: v.string() });
const linkSchema = v.object({ label: v.string(), url: v.string() });

/** `new`: counts. `known`: in the baseline. `ignored`: the configuration accepts it, with a reason. */
const standingSchema = v.picklist(['new', 'known', 'ignored']);

const remedySchema = v.object({
  advice: v.string(),
  precaution: v.nullable(v.string()),
  /** What to write, in the framework that was recognised; empty = none was, or it has no setting for it. */
  settings: listOf(v.string()),
});

const cookieSchema = v.object({
  name: v.string(),
  domain: v.string(),
  hostOnly: v.boolean(),
  path: v.string(),
  /** The top-level site whose jar it is in; null = it is not partitioned. */
  partition: v.nullable(v.string()),
});

const faultEntries = {
  fingerprint: v.string(),
  site: v.string(),
  standing: standingSchema,
  /** Why it is ignored; null = it is not. */
  reason: v.nullable(v.string()),
  heading: v.string(),
  why: v.string(),
  statements: listOf(statementSchema),
  links: listOf(linkSchema),
};

const findingSchema = v.object({
  ...faultEntries,
  rule: v.string(),
  severity: severitySchema,
  /** null = a sign-in or a site as a whole is at fault. */
  cookie: v.nullable(cookieSchema),
  remedy: remedySchema,
});

const incidentSchema = v.object({
  ...faultEntries,
  kind: v.string(),
  confidence: v.picklist(['certain', 'likely', 'possible']),
  /** The cookie's name; null = none was set. */
  cookie: v.nullable(v.string()),
  times: v.number(),
  /** What else may be the cause. */
  rivals: listOf(v.string()),
  /** null = no change can be told that ends it. */
  remedy: v.nullable(remedySchema),
});

const momentSchema = v.object({
  /** Milliseconds since the recording began. */
  at: v.number(),
  title: v.string(),
  notes: listOf(v.string()),
  certainty: basisSchema,
});

const siteSchema = v.object({
  site: v.string(),
  /** 0 to 100; null = nothing of the site's own was recorded. */
  score: v.nullable(v.number()),
  letter: v.nullable(letterSchema),
  /** Cookies that the browser held at the end, and their octets: names and values. */
  cookies: v.number(),
  cookieOctets: v.number(),
  /** Octets of the longest Cookie header that was sent to the site. */
  headerOctets: v.number(),
  /** Checks that could not be answered. */
  unanswered: v.number(),
  story: listOf(momentSchema),
});

const budgetSchema = v.object({
  site: v.string(),
  budget: v.picklist(['cookies', 'cookieOctets', 'headerOctets', 'grade']),
  limit: v.union([v.number(), letterSchema]),
  found: v.union([v.number(), letterSchema]),
  isOver: v.boolean(),
});

const requestSchema = v.object({
  /** Milliseconds since the recording began. */
  at: v.number(),
  method: v.string(),
  /** Without scheme, port and values; what differs between any two visits is `*`. */
  address: v.string(),
  /** null = there was no answer. */
  status: v.nullable(v.number()),
  /** As the browser calls it; null = it did not fail. */
  error: v.nullable(v.string()),
  /** Names of cookies. */
  sent: listOf(v.string()),
  withheld: listOf(v.string()),
  lines: listOf(v.object({ cookie: v.string(), became: becameSchema, basis: basisSchema })),
});

const recordingSchema = v.object({
  /** As it was given. */
  file: v.string(),
  requests: v.number(),
  /** Whose rules the predictions follow. */
  profile: v.picklist(['chromium', 'firefox', 'spec']),
  /** What the file lacks, and what in it was not read. */
  notes: listOf(v.string()),
  sites: listOf(siteSchema),
  incidents: listOf(incidentSchema),
  findings: listOf(findingSchema),
  budgets: listOf(budgetSchema),
  /** The requests that tell most of the cookies, in the order of time; not all of them. */
  flow: v.optional(listOf(requestSchema), []),
});

export const reportSchema = v.object({
  format: v.literal(REPORT_FORMAT),
  version: v.literal(REPORT_VERSION),
  recordings: listOf(recordingSchema),
  /** Files that were not read, with the reason. */
  unread: listOf(v.object({ file: v.string(), why: v.string() })),
  /** Why the build fails, one sentence each; empty = it does not. */
  failures: listOf(v.string()),
});

/** What is reported of some recordings. */
export type Report = v.InferOutput<typeof reportSchema>;
export type ReportedRecording = v.InferOutput<typeof recordingSchema>;
export type ReportedSite = v.InferOutput<typeof siteSchema>;
export type ReportedFinding = v.InferOutput<typeof findingSchema>;
export type ReportedIncident = v.InferOutput<typeof incidentSchema>;
export type ReportedMoment = v.InferOutput<typeof momentSchema>;
export type ReportedRemedy = v.InferOutput<typeof remedySchema>;
export type ReportedBudget = v.InferOutput<typeof budgetSchema>;
export type ReportedRequest = v.InferOutput<typeof requestSchema>;
export type ReportSeverity = v.InferOutput<typeof severitySchema>;
