import type { Draft, FactKind, JarCookie } from '../analysis/facts/fact';

type DraftOf<Kind extends FactKind> = Extract<Draft, { kind: Kind }>;

/**
 * The fields of each kind, in the order they are written. A fact is written as a list, without their names: that takes
 * little more than half the room, and there is little.
 */
const FIELDS = {
  'request-sent': [
    'at',
    'request',
    'hop',
    'tabId',
    'url',
    'method',
    'type',
    'frameId',
    'parentFrameId',
    'initiator',
    'documentUrl',
    'documentId',
    'ancestors',
    'topLevelUrl',
    'storeId',
    'thirdParty',
    'cookie',
    'headers',
    'secretHeaders',
    'fields',
    'purpose',
    'unseen',
  ],
  'response-received': ['at', 'request', 'hop', 'tabId', 'status', 'setCookie', 'date', 'headers'],
  'request-redirected': ['at', 'request', 'hop', 'tabId', 'status', 'to', 'fromCache'],
  'request-completed': ['at', 'request', 'hop', 'tabId', 'status', 'fromCache'],
  'request-failed': ['at', 'request', 'hop', 'tabId', 'error'],
  'cookie-changed': ['at', 'storeId', 'cookie', 'removed', 'cause'],
  'jar-snapshot': ['at', 'storeId', 'site', 'cookies'],
  'navigation-committed': ['at', 'tabId', 'frameId', 'parentFrameId', 'url', 'documentId', 'transition', 'qualifiers'],
  'recorder-started': ['at', 'cause', 'tabId', 'storeId', 'browser', 'browserVersion'],
  'recorder-gap': ['at', 'tabId', 'from', 'to', 'cause'],
  'permission-missing': ['at', 'tabId', 'origins'],
} as const satisfies { readonly [Kind in FactKind]: readonly (keyof DraftOf<Kind>)[] };

const KINDS = Object.keys(FIELDS) as readonly FactKind[];

const COOKIE = [
  'name',
  'value',
  'domain',
  'hostOnly',
  'path',
  'secure',
  'httpOnly',
  'sameSite',
  'expires',
  'partition',
] as const satisfies readonly (keyof JarCookie)[];

type Nothing<Found extends never> = Found;
type Lost = { [Kind in FactKind]: Exclude<keyof DraftOf<Kind>, 'kind' | (typeof FIELDS)[Kind][number]> }[FactKind];
/** A field that is missing in the tables above would be lost: then this does not compile. */
export type LostFields = Nothing<Lost | Exclude<keyof JarCookie, (typeof COOKIE)[number]>>;

/** Facts as a text, to be read by `unpacked`. */
export const packed = (facts: readonly Draft[]): string => JSON.stringify(facts.map(packedFact));

/** @param text of `packed`, of this very version: the store that holds it is emptied when the extension is updated */
export const unpacked = (text: string): readonly Draft[] => (JSON.parse(text) as readonly List[]).map(unpackedFact);

type List = readonly unknown[];
type Fields = Readonly<Record<string, unknown>>;

function packedFact(fact: Draft): List {
  return [KINDS.indexOf(fact.kind), ...FIELDS[fact.kind].map((name) => packedField((fact as unknown as Fields)[name], name))];
}

function packedField(value: unknown, name: string): unknown {
  if (name === 'cookies') return (value as readonly JarCookie[]).map(packedCookie);
  if (name === 'cookie' && typeof value === 'object' && value !== null) return packedCookie(value as JarCookie);
  return value;
}

const packedCookie = (cookie: JarCookie): List => COOKIE.map((name) => cookie[name]);

function unpackedFact([index, ...values]: List): Draft {
  const kind = KINDS[Number(index)] ?? 'recorder-gap';
  const fields = FIELDS[kind].map((name, place) => [name, unpackedField(values[place], name)] as const);
  return { kind, ...Object.fromEntries(fields) } as unknown as Draft;
}

function unpackedField(value: unknown, name: string): unknown {
  if (name === 'cookies') return (value as readonly List[]).map(unpackedCookie);
  return name === 'cookie' && Array.isArray(value) ? unpackedCookie(value) : value;
}

const unpackedCookie = (values: List): JarCookie =>
  Object.fromEntries(COOKIE.map((name, place) => [name, values[place]])) as unknown as JarCookie;
