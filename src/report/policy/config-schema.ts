import * as v from 'valibot';
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
  if (Array.isArray(json)) return { faults: ['the file: it holds a list, not an object'] };
  const read = v.safeParse(configSchema, json);
  if (read.success) return { config: read.output };
  return { faults: read.issues.map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`) };
}
