import { isUtf8, text } from '../../analysis/engine/base/bytes';
import { type Bytes, instant } from '../../analysis/engine/base/units';
import { parseCookieHeader } from '../../analysis/engine/header/cookie-header';
import { parseSetCookie } from '../../analysis/engine/header/set-cookie';
import type { Fact, Header, RecorderStarted, RequestSent } from '../../analysis/facts/fact';
import { Replay } from '../../analysis/replay/replay';
import type { Exchange } from '../../analysis/replay/rows/exchange';
import type { OwnRecording } from '../recording/own-recording';

/** Long after the last fact. */
const LATER = 60_000;

/**
 * A recording as HAR 1.2 for other tools. What HAR has no word for is in one field, `log._cookieFlow`: our own file as a
 * whole, from which we read the recording again.
 */
export function harText(recording: OwnRecording): string {
  const { facts } = recording;
  const exchanges = exchangesOf(facts);
  const pages = facts.flatMap((fact) =>
    fact.kind === 'navigation-committed' && fact.frameId === 0 && fact.transition !== 'existing'
      ? [{ at: fact.at, startedDateTime: dateText(fact.at), id: `page_${fact.seq}`, title: fact.url, pageTimings: {} }]
      : [],
  );
  const log = {
    version: '1.2',
    creator: { name: 'Cookie Flow', version: String(recording.version) },
    ...browserOf(facts),
    pages: pages.map(({ at: _, ...page }) => page),
    entries: exchanges.map((exchange) => entryOf(exchange, pages.findLast(({ at }) => at <= exchange.at)?.id)),
    _cookieFlow: recording,
  };
  return `${JSON.stringify({ log }, null, 1)}\n`;
}

function exchangesOf(facts: readonly Fact[]): readonly Exchange[] {
  const last = facts.reduce((latest, { at }) => Math.max(latest, at), 0);
  const { rows } = new Replay().add(facts).settle(instant(last + LATER));
  return rows.filter((row): row is Exchange => row.kind === 'exchange');
}

function browserOf(facts: readonly Fact[]): object {
  const started = facts.find((fact): fact is RecorderStarted => fact.kind === 'recorder-started');
  if (started === undefined) return {};
  return { browser: { name: started.browser === 'firefox' ? 'Firefox' : 'Chromium', version: started.browserVersion } };
}

function entryOf(exchange: Exchange, page: string | undefined): object {
  const { sent, received, took, status, redirectsTo, error } = exchange;
  const wait = took ?? 0;
  return {
    ...(page !== undefined && { pageref: page }),
    startedDateTime: dateText(exchange.at),
    time: wait,
    request: {
      method: sent.method,
      url: sent.url,
      httpVersion: '',
      cookies: sent.cookie === null ? [] : parseCookieHeader(sent.cookie).map(pairOf),
      headers: [...headersOf(sent.headers), ...(sent.cookie === null ? [] : [headerOf('cookie', sent.cookie)])],
      queryString: queryOf(sent.url),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: status ?? 0,
      statusText: '',
      httpVersion: '',
      cookies: received === null ? [] : received.setCookie.map(cookieOf),
      headers:
        received === null
          ? []
          : [
              ...headersOf(received.headers),
              ...(received.date === null ? [] : [headerOf('date', received.date)]),
              ...received.setCookie.map((line) => headerOf('set-cookie', line)),
            ],
      content: { size: 0, mimeType: text(valueIn(received?.headers ?? [], 'content-type')) },
      redirectURL: redirectsTo ?? '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait, receive: 0 },
    ...noteOf(sent, error),
  };
}

/** Why an entry says less than it seems to. */
function noteOf({ unseen, nothingSent }: RequestSent, error: string | null): object {
  if (nothingSent) return { comment: 'Nothing was sent to a server.' };
  if (unseen) return { comment: 'The request went out unseen: its headers are not known.' };
  return error === null ? {} : { comment: error };
}

const pairOf = ({ name, value }: { readonly name: Bytes; readonly value: Bytes }) => ({
  name: jsonOf(name),
  value: jsonOf(value),
});

function cookieOf(line: Bytes): object {
  const { name, value, path, domain, httpOnly, secure } = parseSetCookie(line);
  return {
    name: jsonOf(name),
    value: jsonOf(value),
    ...(path !== null && { path: jsonOf(path) }),
    ...(domain !== null && { domain: jsonOf(domain) }),
    httpOnly,
    secure,
  };
}

const headersOf = (headers: readonly Header[]) => headers.map(({ name, value }) => headerOf(name, value));
const headerOf = (name: string, value: Bytes) => ({ name, value: jsonOf(value) });

const valueIn = (headers: readonly Header[], name: string): Bytes =>
  headers.find((header) => header.name === name)?.value ?? ('' as Bytes);

/** Octets as JSON's text: as UTF-8 where they are that, else one a character. */
const jsonOf = (octets: Bytes): string => (isUtf8(octets) ? text(octets) : octets);

function queryOf(url: string): readonly object[] {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
  return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));
}

const dateText = (at: number): string => new Date(at).toISOString();
