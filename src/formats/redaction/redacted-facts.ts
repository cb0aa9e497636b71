import { bytes, cut, isUtf8, text } from '../../analysis/engine/base/bytes';
import type { Bytes } from '../../analysis/engine/base/units';
import { parseCookieHeader } from '../../analysis/engine/header/cookie-header';
import { readLine } from '../../analysis/engine/header/read-line';
import type { Digest } from '../../analysis/facts/digest';
import type { Fact, Header, JarCookie, OtherLine, RequestSent, Secret } from '../../analysis/facts/fact';
import type { SignInMessage } from '../../analysis/facts/sign-in-message';
import { Pseudonyms } from './pseudonyms';
import { type Receipt, type Stayed, takenValue } from './receipt';
import { redactedAttributes } from './redacted-attributes';
import { type AddressTally, redactedAddress, redactedPath, redactedUrl } from './redacted-url';

export interface RedactedFacts {
  readonly facts: readonly Fact[];
  readonly receipt: Receipt;
  /** What stands for a value. */
  readonly names: Pseudonyms;
  /** The digest that stands for one of the recording's. */
  readonly digestOf: (digest: string) => string;
}

const ADDRESSES = new Set(['referer', 'location', 'refresh']);
const SECRET_HEADERS = /^(?:sec-|secure-)?session-|^sec-session-id$/;
const STAYED: readonly Stayed[] = ['names', 'hosts', 'paths', 'attributes', 'times', 'structure', 'field-names'];

/**
 * A recording without what its cookies and addresses hold.
 * @param digest under a key of its own that is kept nowhere
 */
export function redactedFacts(facts: readonly Fact[], digest: Digest): RedactedFacts {
  const values = valuesIn(facts);
  const redaction = new Redaction(new Pseudonyms(values, digest), digest);
  const redacted = facts.map((fact) => redaction.fact(fact));
  const taken = [...values].filter((value) => value !== '').map((value) => takenValue(value, redaction.names.of(value), digest));
  const { parameters, segments, elsewhere, digests } = redaction.tally;
  const stayed = taken.some(({ jwt }) => jwt !== null) ? [...STAYED, 'jwt-outline' as const] : STAYED;
  return {
    facts: redacted,
    receipt: { values: taken, parameters, segments, elsewhere, digests, stayed },
    names: redaction.names,
    digestOf: (old) => redaction.digestOf(old),
  };
}

/** Every value of a cookie that a recording holds. */
export function valuesIn(facts: readonly Fact[]): ReadonlySet<Bytes> {
  const values = new Set<Bytes>();
  for (const fact of facts) {
    if (fact.kind === 'request-sent') for (const { value } of parseCookieHeader(fact.cookie ?? bytes(''))) values.add(value);
    else if (fact.kind === 'response-received') for (const line of fact.setCookie) values.add(readLine(line).value);
    else if (fact.kind === 'cookie-changed' || fact.kind === 'cookie-written') values.add(fact.cookie.value);
    else if (fact.kind === 'jar-snapshot') for (const { value } of fact.cookies) values.add(value);
  }
  return values;
}

class Redaction {
  readonly names: Pseudonyms;
  readonly tally: AddressTally & { elsewhere: number; digests: number } = {
    parameters: 0,
    segments: 0,
    elsewhere: 0,
    digests: 0,
  };
  readonly #digest: Digest;

  constructor(names: Pseudonyms, digest: Digest) {
    this.names = names;
    this.#digest = digest;
  }

  fact(fact: Fact): Fact {
    switch (fact.kind) {
      case 'request-sent':
        return this.#sent(fact);
      case 'response-received':
        return { ...fact, setCookie: fact.setCookie.map((line) => this.#line(line)), headers: this.#headers(fact.headers) };
      case 'request-redirected':
        return { ...fact, to: this.#url(fact.to) };
      case 'request-failed':
        return { ...fact, error: this.#swept(fact.error) };
      case 'cookie-changed': {
        const digest = fact.digest === undefined ? null : this.#again(fact.digest);
        return { ...fact, cookie: this.cookie(fact.cookie), ...(digest === null ? {} : { digest }) };
      }
      case 'cookie-written':
        return { ...fact, cookie: this.cookie(fact.cookie) };
      case 'jar-snapshot':
        return { ...fact, cookies: fact.cookies.map((cookie) => this.cookie(cookie)) };
      case 'navigation-committed':
        return { ...fact, url: this.#url(fact.url) };
      case 'other-response':
        return { ...fact, lines: this.#digested(fact.lines) };
      case 'script-access':
        return {
          ...fact,
          documentUrl: this.#url(fact.documentUrl),
          lines: this.#digested(fact.lines),
          names: fact.names.map((name) => this.#octets(name)),
          // A place in a script is no secret, but its address can bear one, and so can a name that a page made up.
          stack: fact.stack.map((place) => ({
            ...place,
            name: place.name === null ? null : this.#swept(place.name),
            url: this.#url(place.url),
          })),
        };
      case 'request-completed':
      case 'recorder-started':
      case 'recorder-gap':
      case 'permission-missing':
        return fact;
      default:
        return fact satisfies never;
    }
  }

  #digested(lines: readonly OtherLine[]): readonly OtherLine[] {
    return lines.map(({ name, digest }) => ({ name: this.#octets(name), digest: this.#again(digest) }));
  }

  cookie(cookie: JarCookie): JarCookie {
    return {
      ...cookie,
      name: this.#octets(cookie.name),
      value: this.names.of(cookie.value),
      path: this.#path(cookie.path),
    };
  }

  digestOf(old: string): string {
    return this.#digest(bytes(`again ${old}`)) ?? '';
  }

  #sent(fact: RequestSent): RequestSent {
    const url = (each: string | null) => (each === null ? null : this.#url(each));
    return {
      ...fact,
      url: this.#url(fact.url),
      documentUrl: url(fact.documentUrl),
      topLevelUrl: url(fact.topLevelUrl),
      ancestors: fact.ancestors?.map((each) => this.#url(each)) ?? null,
      cookie: fact.cookie === null ? null : this.#header(fact.cookie),
      headers: this.#headers(fact.headers),
      secretHeaders: fact.secretHeaders.map((each) => this.#secret(each)),
      fields: fact.fields?.map((each) => this.#secret(each)) ?? null,
    };
  }

  #secret({ name, digest, message, ...rest }: Secret): Secret {
    const made = { ...rest, name: this.#swept(name), digest: this.#again(digest) };
    return message === undefined ? made : { ...made, message: this.#message(message) };
  }

  #message(message: SignInMessage): SignInMessage {
    const id = (original: string | null) => (original === null ? null : text(this.names.of(bytes(original))));
    const url = (original: string | null) => (original === null ? null : this.#url(original));
    return {
      ...message,
      id: id(message.id),
      inResponseTo: id(message.inResponseTo),
      issuer: url(message.issuer),
      destination: url(message.destination),
      replyTo: url(message.replyTo),
      audience: url(message.audience),
      nonce: this.#again(message.nonce),
    };
  }

  #again(digest: string | null): string | null {
    if (digest === null) return null;
    this.tally.digests += 1;
    return this.digestOf(digest);
  }

  /** A Set-Cookie line: its value, and pieces of values elsewhere in it. */
  #line(line: Bytes): Bytes {
    const { valueSpan } = readLine(line);
    const before = this.#octets(cut(line, 0, valueSpan.start));
    const value = this.names.of(cut(line, valueSpan.start, valueSpan.end));
    const attributes = redactedAttributes(cut(line, valueSpan.end), { path: this.#path, value: (each) => this.names.of(each) });
    return (before + value + this.#octets(attributes)) as Bytes;
  }

  /** As in an address: a cookie of a path is sent to the same requests as before. */
  #path = (path: Bytes): Bytes => this.#octets(isUtf8(path) ? bytes(redactedPath(text(path), this.names, this.tally)) : path);

  #header(header: Bytes): Bytes {
    let out = '';
    let done = 0;
    for (const { name, value, hasEquals, span } of parseCookieHeader(header)) {
      out += `${header.slice(done, span.start)}${this.#octets(name)}${hasEquals ? '=' : ''}${this.names.of(value)}`;
      done = span.end;
    }
    return (out + header.slice(done)) as Bytes;
  }

  #headers(headers: readonly Header[]): readonly Header[] {
    return headers.map(({ name, value }) => {
      if (ADDRESSES.has(name)) return { name, value: redactedAddress(value, this.names, this.tally) };
      if (name === 'origin') return { name, value };
      return { name, value: SECRET_HEADERS.test(name) ? this.names.of(value) : this.#octets(value) };
    });
  }

  #url = (url: string): string => redactedUrl(url, this.names, this.tally);

  #octets(octets: Bytes): Bytes {
    const swept = this.names.swept(octets);
    if (swept !== octets) this.tally.elsewhere += 1;
    return swept;
  }

  #swept = (words: string): string => text(this.#octets(bytes(words)));
}

/** Cookies without their values, as for a recording. */
export function redactedCookies(
  cookies: readonly JarCookie[],
  digest: Digest,
): { readonly cookies: readonly JarCookie[]; readonly receipt: Receipt } {
  const values = new Set(cookies.map(({ value }) => value));
  const redaction = new Redaction(new Pseudonyms(values, digest), digest);
  const redacted = cookies.map((cookie) => redaction.cookie(cookie));
  const taken = [...values].filter((value) => value !== '').map((value) => takenValue(value, redaction.names.of(value), digest));
  const { elsewhere } = redaction.tally;
  return {
    cookies: redacted,
    receipt: {
      values: taken,
      parameters: redaction.tally.parameters,
      segments: redaction.tally.segments,
      elsewhere,
      digests: 0,
      stayed: ['names', 'hosts', 'paths', 'attributes', 'times', 'structure'],
    },
  };
}
