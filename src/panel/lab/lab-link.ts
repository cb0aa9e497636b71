import { bytes, text } from '../../analysis/engine/base/bytes';
import type { Bytes } from '../../analysis/engine/base/units';
import type { Span } from '../../analysis/engine/header/parsed-line';
import { readLine } from '../../analysis/engine/header/read-line';
import { linesOf, TRIAL_REQUESTS, type Trial, type TrialNext, type TrialPlace, withLines } from '../state/trial';

/** Raised when a link of today could not be read as it was meant by the code before. */
const LINK_VERSION = 1;
/** More is no link that the Lab has made. */
const MOST_CHARACTERS = 60_000;
const MOST_LINES = 50;

/** What a link says: a trial, or why it cannot be opened. */
export type ReadLink = { readonly trial: Trial } | { readonly fault: 'other-version' | 'unreadable' };

/**
 * The Lab's state as it stands in an address: `1.` and Base64url. Values of cookies are left out: in each place stands a letter of the
 * same length in octets, so that browsers make the same of the line. Addresses have no query, on which no cookie depends.
 */
export function linkOf(trial: Trial): string {
  const { next, thirdParty, isPrivate } = trial;
  const state = {
    lines: linesOf(trial).map(withoutValue),
    selected: trial.before.length,
    ...placeIn(trial),
    next: next === null ? null : { ...placeIn(next), seconds: next.seconds },
    thirdParty,
    isPrivate,
  };
  return `${LINK_VERSION}.${toBase64url(JSON.stringify(state))}`;
}

const placeIn = ({ url, as, top, method, frames, redirects }: TrialPlace): TrialPlace => ({
  url: withoutQuery(url),
  as,
  top: withoutQuery(top),
  method,
  frames: frames.map(withoutQuery),
  redirects: redirects.map(withoutQuery),
});

const withoutQuery = (url: string): string => url.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//');

/** A line whose value, and whatever may be a piece of one, is made unreadable. */
function withoutValue(line: string): string {
  const { line: octets, valueSpan, attributes } = readLine(bytes(line));
  const strange = attributes.filter(({ known }) => known === null).flatMap((each) => [each.nameSpan, each.valueSpan]);
  return [valueSpan, ...strange].reduce((left, span) => text(blanked(bytes(left), span)), text(octets));
}

function blanked(line: Bytes, { start, end }: Span): Bytes {
  const hidden = line
    .slice(start, end)
    .replace(/[0-9A-Za-z]/g, 'x')
    .replace(/[\x80-\xff]+/g, (octets) => wide(octets.length));
  return (line.slice(0, start) + hidden + line.slice(end)) as Bytes;
}

/** So many octets that are not ASCII. */
const wide = (octets: number): string =>
  octets % 2 === 0 ? '\xc3\xa9'.repeat(octets / 2) : `\xe2\x80\xa6${'\xc3\xa9'.repeat((octets - 3) / 2)}`;

/** Reads a link, or an address that ends in one. */
export function readLink(link: string): ReadLink {
  const said = link.length > MOST_CHARACTERS ? '' : (/(?:^|[#&?]lab=)(\d+\.[\w-]+)$/.exec(link.trim())?.[1] ?? '');
  const [version = '', state = ''] = said.split('.');
  if (version === '') return { fault: 'unreadable' };
  if (Number(version) !== LINK_VERSION) return { fault: 'other-version' };
  const trial = trialIn(parsed(state));
  return trial === null ? { fault: 'unreadable' } : { trial };
}

type Json = Readonly<Record<string, unknown>>;

function trialIn(state: unknown): Trial | null {
  if (!isObject(state)) return null;
  const { lines, selected, next, thirdParty, isPrivate } = state;
  const [place, following] = [placeFrom(state), nextFrom(next)];
  const policy = POLICIES.find((each) => each === thirdParty);
  if (!isTexts(lines) || lines.length === 0 || lines.length > MOST_LINES) return null;
  if (place === null || following === undefined || policy === undefined || typeof isPrivate !== 'boolean') return null;
  const trial = { ...place, line: '', before: [], after: [], next: following, thirdParty: policy, isPrivate };
  return withLines(trial, lines, typeof selected === 'number' ? Math.trunc(selected) || 0 : 0);
}

const POLICIES: readonly Trial['thirdParty'][] = ['default', 'allow', 'partition', 'block'];

/** undefined = it is none. */
function nextFrom(next: unknown): TrialNext | null | undefined {
  if (next === null) return null;
  if (!isObject(next)) return undefined;
  const place = placeFrom(next);
  const { seconds } = next;
  return place === null || typeof seconds !== 'number' || !(seconds >= 0) ? undefined : { ...place, seconds };
}

function placeFrom({ url, as, top, method, frames, redirects }: Json): TrialPlace | null {
  const kind = TRIAL_REQUESTS.find((each) => each === as);
  if (typeof url !== 'string' || typeof top !== 'string' || kind === undefined) return null;
  if ((method !== 'GET' && method !== 'POST') || !isTexts(frames) || !isTexts(redirects)) return null;
  return { url, as: kind, top, method, frames, redirects };
}

const isObject = (json: unknown): json is Json => typeof json === 'object' && json !== null && !Array.isArray(json);
const isTexts = (json: unknown): json is readonly string[] =>
  Array.isArray(json) && json.every((each) => typeof each === 'string');

const toBase64url = (json: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(json)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

function parsed(base64url: string): unknown {
  try {
    const octets = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(octets, (each) => each.charCodeAt(0))));
  } catch {
    return null; // Cut or spoilt on its way: the reader is told that it cannot be read.
  }
}
