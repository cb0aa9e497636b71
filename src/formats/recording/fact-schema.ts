import * as v from 'valibot';
import { MESSAGE_KINDS, MESSAGE_NOTES } from '../../analysis/facts/sign-in-message';

/** One octet a character. */
const octets = v.pipe(
  v.string(),
  v.check((text) => !/[^\x00-\xff]/.test(text), 'not-octets'),
);
const whole = v.pipe(v.number(), v.integer());
const texts = v.array(v.string());
const or = v.nullable;

const base = { seq: whole, at: v.pipe(v.number(), v.finite()) };
const request = { ...base, request: v.string(), hop: v.pipe(whole, v.minValue(0)), tabId: whole };
const framed = { frameId: whole, parentFrameId: whole };
const headers = v.array(v.object({ name: v.string(), value: octets }));

const message = v.object({
  kind: v.picklist(MESSAGE_KINDS),
  id: or(v.string()),
  inResponseTo: or(v.string()),
  issuer: or(v.string()),
  audience: or(v.string()),
  destination: or(v.string()),
  replyTo: or(v.string()),
  issuedAt: or(v.number()),
  notBefore: or(v.number()),
  notOnOrAfter: or(v.number()),
  status: or(v.string()),
  signed: or(v.picklist(['message', 'assertion', 'both', 'nothing'])),
  nonce: or(v.string()),
  notes: v.array(v.picklist(MESSAGE_NOTES)),
});
const secrets = v.array(v.object({ name: v.string(), digest: or(v.string()), message: v.optional(message) }));

const jarCookie = v.object({
  name: octets,
  value: octets,
  domain: v.string(),
  hostOnly: v.boolean(),
  path: octets,
  secure: v.boolean(),
  httpOnly: v.boolean(),
  sameSite: v.picklist(['strict', 'lax', 'none', 'absent']),
  expires: or(v.number()),
  partition: or(v.object({ topLevelSite: v.string(), crossSiteAncestor: or(v.boolean()) })),
});

const RESOURCES = [
  ...(['document', 'subdocument', 'stylesheet', 'script', 'image', 'font', 'media', 'object', 'fetch', 'ping'] as const),
  ...(['csp-report', 'websocket', 'other'] as const),
] as const;

const requestSent = v.object({
  kind: v.literal('request-sent'),
  ...request,
  ...framed,
  url: v.string(),
  method: v.string(),
  type: v.picklist(RESOURCES),
  initiator: or(v.string()),
  initiatorUnknown: v.optional(v.literal(true)),
  documentUrl: or(v.string()),
  documentId: or(v.string()),
  ancestors: or(texts),
  topLevelUrl: or(v.string()),
  storeId: or(v.string()),
  thirdParty: or(v.boolean()),
  cookie: or(octets),
  headers,
  secretHeaders: secrets,
  fields: or(secrets),
  purpose: v.picklist(['normal', 'prefetch', 'prerender']),
  unseen: v.boolean(),
  nothingSent: v.boolean(),
});

/** A fact as our file has it. What it does not know is left out: a newer minor writer may say more. */
export const factSchema = v.variant('kind', [
  requestSent,
  v.object({
    kind: v.literal('response-received'),
    ...request,
    status: whole,
    setCookie: v.array(octets),
    date: or(octets),
    headers,
  }),
  v.object({ kind: v.literal('request-redirected'), ...request, status: whole, to: v.string(), fromCache: v.boolean() }),
  v.object({ kind: v.literal('request-completed'), ...request, status: whole, fromCache: v.boolean() }),
  v.object({ kind: v.literal('request-failed'), ...request, error: v.string() }),
  v.object({
    kind: v.literal('cookie-changed'),
    ...base,
    storeId: v.string(),
    cookie: jarCookie,
    removed: v.boolean(),
    cause: v.picklist(['explicit', 'overwrite', 'expired', 'expired-overwrite', 'evicted']),
    digest: v.optional(v.string()),
  }),
  v.object({
    kind: v.literal('cookie-written'),
    ...base,
    storeId: v.string(),
    cookie: jarCookie,
    removed: v.boolean(),
    by: v.picklist(['editor', 'override', 'protection']),
  }),
  v.object({
    kind: v.literal('script-access'),
    ...base,
    tabId: whole,
    frameId: whole,
    documentUrl: v.string(),
    storeId: v.string(),
    api: v.picklist(['document.cookie', 'cookieStore']),
    operation: v.picklist(['read', 'write', 'unseen']),
    lines: v.array(v.object({ name: octets, digest: or(v.string()) })),
    names: v.array(octets),
    stack: v.array(v.object({ name: or(v.string()), url: v.string(), line: whole, column: whole, isEval: v.boolean() })),
  }),
  v.object({
    kind: v.literal('other-response'),
    ...base,
    tabId: whole,
    storeId: v.string(),
    host: v.string(),
    lines: v.array(v.object({ name: octets, digest: or(v.string()) })),
    clears: v.optional(v.literal(true)),
  }),
  v.object({
    kind: v.literal('jar-snapshot'),
    ...base,
    storeId: v.string(),
    site: or(v.string()),
    partitions: v.union([v.literal('all'), texts]),
    cookies: v.array(jarCookie),
  }),
  v.object({
    kind: v.literal('navigation-committed'),
    ...base,
    tabId: whole,
    ...framed,
    url: v.string(),
    documentId: or(v.string()),
    transition: v.string(),
    qualifiers: texts,
  }),
  v.object({
    kind: v.literal('recorder-started'),
    ...base,
    cause: v.picklist(['devtools-opened', 'user-resumed', 'clock-set-back']),
    tabId: whole,
    storeId: v.string(),
    browser: v.picklist(['chromium', 'firefox']),
    browserVersion: v.string(),
  }),
  v.object({
    kind: v.literal('recorder-gap'),
    ...base,
    tabId: or(whole),
    from: v.number(),
    to: or(v.number()),
    cause: v.picklist(['paused', 'quota', 'permission']),
  }),
  v.object({ kind: v.literal('permission-missing'), ...base, tabId: whole, origins: texts }),
]);
