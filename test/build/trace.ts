import { createHash } from 'node:crypto';
import { bytes } from '../../src/analysis/engine/base/bytes';
import type { Bytes } from '../../src/analysis/engine/base/units';
import { secret } from '../../src/analysis/facts/digest';
import type { Fact } from '../../src/analysis/facts/fact';
import { aChange, aCookie, anOtherResponse, type CookieBuilder } from './cookie';
import { aGap, aRecording, navigated, type RecordingBuilder } from './recording';
import { aResponse, type ResponseBuilder } from './response';

/** A digest as the background makes it, with a key that everybody knows. */
export const digestOf = (value: Bytes): string => createHash('sha256').update(`trace ${value}`).digest('base64');

/** The same in hexadecimal, as the extension makes them. */
export const hexDigestOf = (value: Bytes): string => createHash('sha256').update(`trace ${value}`).digest('hex').slice(0, 20);

/**
 * A session written down as lines, with a small jar that carries cookies from one to the next:
 *
 *     GET /account 302 /login | sid={A}; HttpOnly
 *     -> /login 200
 *     POST /login [user password csrf={T}] 302 /account | sid={B}; HttpOnly
 *     fetch POST /api/cart [item] (x-csrf-token={T}) 204
 *     frame GET /renew 302 /renewed
 *     wait 3600
 *     pause 50
 *
 * `{A}` becomes a value of 32 hex digits, the same for the same letter; `{A:26}` one of 26 letters and digits.
 * A field or header without a value has one of its own. `without sid` takes cookies out of the jar, `with sid={A}` puts
 * one in that was there before the recording. `tab sid={B}` is another tab's answer that gives `sid`, with HttpOnly, this value. After `no-referrer` no request has a Referer. `<content-length: 1200>` after a
 * status is a header of the answer; `<clear-site-data: "cookies">` empties the jar as well.
 */
export function aTrace(origin: string, lines: string): readonly Fact[] {
  const browser = new TracedBrowser(origin);
  let chain: string[] = [];
  for (const line of lines.split('\n').map((each) => each.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('->')) {
      chain.push(line);
      continue;
    }
    if (chain.length > 0) browser.load(chain);
    chain = [line];
  }
  if (chain.length > 0) browser.load(chain);
  return browser.recording.facts;
}

interface Step {
  /** What asks: the page's script, a frame in the page; null = a navigation. */
  readonly by: 'fetch' | 'frame' | null;
  readonly method: string;
  readonly url: string;
  readonly fields: readonly string[] | null;
  readonly headers: readonly string[];
  readonly status: number;
  readonly location: string | null;
  readonly answers: readonly string[];
  readonly sets: readonly string[];
}

const FORM =
  /^(?:(fetch|frame) )?([A-Z]+) (\S+)(?: \[((?:[^[\]]|\[[^\]]*\])*)\])?(?: \(([^)]*)\))? (\d{3})(?: ([^|\s]\S*))?(?: <([^>]*)>)?((?: \| (?:(?! \| ).)+)*)$/;

class TracedBrowser {
  readonly recording: RecordingBuilder = aRecording();
  readonly #jar = new Map<string, { readonly pair: string; readonly path: string; readonly host: string }>();
  #page: string;
  #first = true;
  #cleared: CookieBuilder[] = [];
  #tellsReferer = true;

  constructor(origin: string) {
    this.#page = `${origin}/`;
  }

  load(lines: readonly string[]): void {
    const [first = ''] = lines;
    const word = first.split(' ');
    if (word[0] === 'wait') this.recording.after(Number(word[1]) * 1000);
    else if (word[0] === 'pause') this.recording.add(aGap(Number(word[1]) * 1000));
    else if (word[0] === 'with') for (const pair of word.slice(1)) this.#keep(filled(pair), new URL(this.#page).hostname);
    else if (word[0] === 'tab') this.#elsewhere(filled(word[1] ?? ''), new URL(this.#page).hostname);
    else if (word[0] === 'no-referrer') this.#tellsReferer = false;
    else if (word[0] === 'without') for (const name of word.slice(1)) this.#forget(name);
    else this.#exchange(lines);
  }

  /** A response to another tab, and the change that it makes. */
  #elsewhere(pair: string, host: string): void {
    const [name = ''] = pair.split('=');
    const before = this.#jar.get(`${host} / ${name}`)?.pair ?? pair;
    const cookie = (each: string) => aCookie(each).on(host).httpOnly();
    this.recording.after(1000).add(anOtherResponse(host, { [name]: null }));
    this.recording.after(5).add(aChange().replaced(cookie(before), cookie(pair)));
    this.#keep(pair, host);
  }

  #exchange(lines: readonly string[]): void {
    const base = this.#page;
    let url = base;
    const steps = lines.map((line, hop) => {
      const step = read(hop === 0 ? line : line.replace('->', 'GET'), url);
      url = step.url;
      return step;
    });
    const builders = steps.map((step) => this.#hop(step, base));
    for (let hop = 0; hop + 1 < builders.length; hop++) builders[hop]?.redirectsTo(builders[hop + 1] as ResponseBuilder);
    const [head] = builders;
    if (head === undefined) return;
    this.recording.after(1000).add(head);
    this.#tellsOfCleared();
    const landed = steps.at(-1);
    if (landed === undefined || landed.by !== null || steps[0]?.by !== null) return;
    this.#page = landed.url;
    this.#first = false;
    this.recording.add(navigated(landed.url, { transition: steps[0]?.method === 'POST' ? 'form_submit' : 'link' }));
  }

  #hop(step: Step, base: string): ResponseBuilder {
    const host = new URL(step.url).hostname;
    const cookie = this.#carried(new URL(step.url));
    const builder = aResponse()
      .from(step.url)
      .by(step.method)
      .status(step.status)
      .sets(...step.sets);
    if (cookie !== '') builder.carrying(cookie);
    if (!this.#first) builder.request({ initiator: new URL(base).origin });
    if (!this.#first && this.#tellsReferer) builder.asks('referer', base);
    if (step.by === 'frame') builder.inFrame(1);
    if (step.by === 'fetch') builder.fetchedBy(new URL(base).origin);
    if (step.fields !== null) builder.request({ fields: step.fields.map((field) => secretOf(field)) });
    if (step.headers.length > 0) builder.request({ secretHeaders: step.headers.map((header) => secretOf(header)) });
    for (const header of step.answers) builder.heads(...split(header));
    if (step.location !== null) builder.heads('location', step.location);
    for (const line of step.sets) this.#keep(line, host);
    if (step.answers.some((header) => /^clear-site-data:.*"(?:cookies|\*)"/.test(header))) this.#clear(host);
    return builder;
  }

  /** `Clear-Site-Data`: gone before the next hop, told by the browser some milliseconds later. */
  #clear(host: string): void {
    for (const [key, held] of this.#jar) {
      if (held.host !== host) continue;
      this.#jar.delete(key);
      this.#cleared.push(aCookie(held.pair).on(held.host).under(held.path));
    }
  }

  #tellsOfCleared(): void {
    if (this.#cleared.length === 0) return;
    const change = aChange();
    for (const cookie of this.#cleared.splice(0)) change.removed(cookie);
    this.recording.after(10).add(change);
  }

  #carried({ hostname, pathname }: URL): string {
    const held = [...this.#jar.values()].filter((each) => each.host === hostname && pathname.startsWith(each.path));
    return held.map(({ pair }) => pair).join('; ');
  }

  #keep(line: string, host: string): void {
    const [pair = '', ...attributes] = line.split(';').map((piece) => piece.trim());
    const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
    const key = `${host} ${path} ${pair.slice(0, pair.indexOf('='))}`;
    if (attributes.some((each) => /^max-age=(0|-\d+)$/i.test(each) || /^expires=.*1970/i.test(each))) this.#jar.delete(key);
    else this.#jar.set(key, { pair, path, host });
  }

  #forget(name: string): void {
    for (const key of this.#jar.keys()) if (key.endsWith(` ${name}`)) this.#jar.delete(key);
  }
}

function read(line: string, base: string): Step {
  const match = FORM.exec(line);
  if (match === null) throw new Error(`not a line of a trace: ${line}`);
  const [, by, method = '', path = '', fields, headers, status, location, answers, sets = ''] = match;
  return {
    by: by === 'fetch' || by === 'frame' ? by : null,
    method,
    url: new URL(filled(path), base).href,
    fields: fields === undefined ? null : wordsIn(fields),
    headers: wordsIn(headers ?? '').map(filled),
    status: Number(status),
    location: location === undefined ? null : filled(location),
    answers: answers === undefined ? [] : [answers],
    // The default path of `/login/x` would make another cookie: a trace means `/` unless it says.
    sets: sets
      .split(' | ')
      .slice(1)
      .map((each) => filled(/; *path=/i.test(each) ? each.trim() : `${each.trim()}; Path=/`)),
  };
}

const wordsIn = (list: string): readonly string[] =>
  list
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(filled);

function secretOf(pair: string) {
  const [name, value] = split(pair.includes('=') ? pair : `${pair}=a-value-for-${pair}`);
  return secret(name, bytes(value), digestOf);
}

const split = (pair: string): readonly [string, string] => [
  pair.slice(0, pair.search(/[=:]/)),
  pair.slice(pair.search(/[=:]/) + 1).trim(),
];

/** Values by their letter: 32 hex digits, or as many letters and digits as are asked for. */
function filled(text: string): string {
  return text.replace(/\{(\w+)(?::(\d+))?\}/g, (_, label: string, length?: string) => {
    const octets = createHash('sha512').update(label).digest();
    if (length === undefined) return octets.toString('hex').slice(0, 32);
    return octets.toString('base64').replace(/[+/=]/g, 'x').slice(0, Number(length));
  });
}
