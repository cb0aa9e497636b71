import * as v from 'valibot';
import '../../words/all-words';
import { say } from '../../words/catalogue';
import { letterSchema } from '../model/report-schema';
import { FAIL_ON_FORM } from './fail-on';

export const CONFIG_NAME = 'cookie-flow-config';
export const CONFIG_VERSION = 1;

const listOf = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

const ignoredSchema = v.pipe(
  v.strictObject({
    /** A rule or a kind of incident; left out = all. */
    rule: v.optional(text),
    /** A cookie's name, `*` for any part of it; left out = all. */
    cookie: v.optional(text),
    site: v.optional(text),
    reason: text,
  }),
  v.check(
    ({ rule, cookie, site }) => rule !== undefined || cookie !== undefined || site !== undefined,
    'must name a rule, a cookie or a site',
  ),
);

/** The project's own words on its cookies, in `cookie-flow.config.json`. */
export const configSchema = v.strictObject({
  $schema: v.optional(v.string()),
  version: v.optional(v.literal(CONFIG_VERSION), CONFIG_VERSION),
  /** Hosts whose sites are reported on beside the one in view. */
  ownHosts: v.optional(listOf(text), []),
  /** Findings and incidents that are accepted. */
  ignore: v.optional(listOf(ignoredSchema), []),
  budgets: v.optional(
    v.strictObject({
      /** Cookies of a site at the end. */
      cookies: v.optional(count),
      /** Octets of their names and values. */
      cookieOctets: v.optional(count),
      /** Octets of the longest Cookie header. */
      headerOctets: v.optional(count),
      /** The worst grade that passes. */
      grade: v.optional(letterSchema),
    }),
    {},
  ),
  failOn: v.optional(listOf(v.pipe(v.string(), v.regex(FAIL_ON_FORM)))),
  profile: v.optional(v.picklist(['chromium', 'firefox'])),
  thirdParty: v.optional(v.picklist(['allow', 'block', 'partition'])),
});

export type Config = v.InferOutput<typeof configSchema>;

export const EMPTY_CONFIG: Config = v.parse(configSchema, {});

/** The configuration, or what is wrong with it, one sentence each with its place. */
export function readConfig(json: unknown): { readonly config: Config } | { readonly faults: readonly string[] } {
  if (Array.isArray(json)) return { faults: [say('config.list')] };
  const read = v.safeParse(configSchema, json);
  return read.success ? { config: read.output } : { faults: read.issues.map(faultText) };
}

const EXPECTED: ReadonlyMap<string | null, string> = new Map([
  ['Array', 'a list'],
  ['Object', 'an object'],
  ['string', 'a text'],
  ['number', 'a number'],
]);

/** What is wrong at a place. What the file holds is not repeated. */
function faultText(issue: v.InferIssue<typeof configSchema>): string {
  const place = v.getDotPath(issue) ?? 'the file';
  switch (issue.type) {
    case 'check':
      return say('config.rule', { place, message: issue.message });
    case 'regex':
      return say('config.fail-on', { place });
    case 'non_empty':
      return say('config.empty', { place });
    case 'integer':
    case 'min_value':
      return say('config.count', { place });
    default:
      if (issue.expected === 'never') return say('config.unknown', { place });
      if (issue.received === 'undefined') return say('config.missing', { place });
      return say('config.type', { place, expected: EXPECTED.get(issue.expected) ?? String(issue.expected) });
  }
}
