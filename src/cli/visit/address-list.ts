import { gunzipSync } from 'node:zlib';
import { DOMParser, onErrorStopParsing, ParseError } from '@xmldom/xmldom';
import { RunError } from '../command/command';
import { readOctets } from '../command/files';
import { firstLine } from './failure-words';

const GZIP = [0x1f, 0x8b] as const;
/** Milliseconds that a server has to send a sitemap. */
const PATIENCE = 30_000;
/** Octets that a sitemap may have, unpacked. */
const LARGEST_SITEMAP = 50 * 1024 * 1024;
/** A sitemap of sitemaps may hold no other of its kind. */
const DEPTH = 1;

/** Whether an operand is to be visited, and not a file to be read. */
export const isAddress = (operand: string): boolean => /^https?:\/\//i.test(operand) && URL.canParse(operand);

/**
 * The addresses in a sitemap: XML, also one of sitemaps, or a line each, packed by gzip or not.
 * @param place a file, or the address of one
 * @throws RunError where it cannot be read, or lists nothing
 * @see https://www.sitemaps.org/protocol.html
 */
export async function addressesIn(place: string): Promise<readonly string[]> {
  const addresses = [...new Set(await listed(place, DEPTH))];
  if (addresses.length === 0) throw new RunError(`${place} lists no address that begins with http:// or https://.`);
  return addresses;
}

async function listed(place: string, depth: number): Promise<readonly string[]> {
  const text = await textOf(place);
  if (!/^\s*</.test(text)) return text.split(/\s+/).filter(isAddress);
  const { pages, sitemaps } = locations(text, place);
  const others = depth === 0 ? [] : await Promise.all(sitemaps.map((each) => listed(each, depth - 1)));
  return [...pages, ...others.flat()].filter(isAddress);
}

async function textOf(place: string): Promise<string> {
  const octets = isAddress(place) ? await fetched(place) : readOctets(place);
  const isPacked = GZIP.every((octet, at) => octets[at] === octet);
  try {
    return new TextDecoder().decode(isPacked ? gunzipSync(octets, { maxOutputLength: LARGEST_SITEMAP }) : octets);
  } catch (error) {
    throw new RunError(`${place} cannot be unpacked: ${firstLine(error)}`);
  }
}

async function fetched(url: string): Promise<Uint8Array> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) throw new RunError(`${url} cannot be read: the server answers ${answer.status}.`);
    return new Uint8Array(await answer.arrayBuffer());
  } catch (error) {
    if (error instanceof RunError) throw error;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new RunError(`${url} cannot be read: ${firstLine(cause)}`);
  }
}

interface Locations {
  readonly pages: readonly string[];
  /** Of other sitemaps. */
  readonly sitemaps: readonly string[];
}

/** The text of each `loc`, by what it is of; the names may have a prefix of a name space. */
function locations(text: string, place: string): Locations {
  const elements = [...rootOf(text, place).getElementsByTagNameNS('*', 'loc')];
  const within = (parent: string): readonly string[] =>
    elements.filter(({ parentNode }) => parentNode?.localName === parent).map(({ textContent }) => (textContent ?? '').trim());
  return { pages: within('url'), sitemaps: within('sitemap') };
}

function rootOf(text: string, place: string): ReturnType<DOMParser['parseFromString']> {
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(text.trimStart(), 'text/xml');
  } catch (error) {
    if (error instanceof ParseError) throw new RunError(`${place} is no sitemap: ${firstLine(error)}`);
    throw error;
  }
}
