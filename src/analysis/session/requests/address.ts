import { NOTHING } from '../../engine/base/lists';
import { siteDomain } from '../../engine/site/registrable';
import { remembered } from '../../engine/site/remembered';
import { type UrlParts, urlParts } from '../../engine/site/url-parts';

/** Parameters that choose a page where one script serves them all (`index.php?title=…`, `?do=login`). */
const ROUTING = new Set(
  'title do action route _task _action page p q view controller module m mode option task r cmd op func section ucp_mode go screen site menu act pg'.split(
    ' ',
  ),
);

/** Parameters that choose a page by a word (`?id=login`), and are a number or a name of something elsewhere (`?id=48213`). */
const ROUTING_BY_WORD = new Set(
  'id pid pageid page_id content area tab show load inc include fuseaction event sub what tpl template'.split(' '),
);
const WORD = /^[A-Za-z][A-Za-z_./-]{2,31}$/;

const isRouting = ([name = '', value = '']: readonly string[]): boolean =>
  ROUTING.has(name) || (ROUTING_BY_WORD.has(name) && WORD.test(value));

/** Whether a field or parameter of this name chooses a page. */
export const isRoutingName = (name: string): boolean => ROUTING.has(name);

/** A URL as far as the sign-in story needs it. */
export interface Address {
  readonly host: string;
  /** Host and port. */
  readonly authority: string;
  readonly path: string;
  /** Names of the query's parameters, in order. */
  readonly parameters: readonly string[];
  /** What tells one page from another: host, path and the routing parameters. Cookies know no ports, and so does the story. */
  readonly page: string;
  /** The page with the names of its parameters: `/app?failed=1` is the page `/app`, and not of its shape. */
  readonly shape: string;
  /** Path and routing parameters as lower-case words parted by blanks, for what the address itself says. */
  readonly words: string;
}

/** Long recordings are gone through again and again: fewer than their URLs would help nothing. */
const MOST = 16_384;

/** Takes a URL apart; null where it has no host. */
export const addressOf = remembered(read, MOST);

/** The registrable domain, or the host where there is none; null = no host. */
export function siteOfUrl(url: string): string | null {
  // Every request of a recording is asked: without the path, a few origins are asked again and again.
  const path = url.indexOf('/', url.indexOf('//') + 2);
  const host = urlParts(path < 0 ? url : url.slice(0, path))?.host;
  return host === undefined ? null : siteDomain(host);
}

/** A Location resolved against the URL it came from. @see https://url.spec.whatwg.org/#url-parsing, dot segments left as they are */
export function resolve(location: string, base: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(location)) return location;
  const origin = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(base)?.[0] ?? '';
  if (location.startsWith('//')) return `${origin.slice(0, origin.indexOf(':') + 1)}${location}`;
  if (location.startsWith('/')) return origin + location;
  const bare = base.replace(/[?#].*$/s, '');
  if (location.startsWith('?')) return bare + location;
  const folder = bare.length > origin.length ? bare.slice(0, bare.lastIndexOf('/') + 1) : `${origin}/`;
  return folder + location;
}

/** `mylogout` and `doSignOut` as well, but neither `catalog off` nor `dialogout`. */
const SIGN_OUT =
  /(?:^| )(?:(?:log|sign) ?(?:out|off)|[a-z]{1,8}(?<!b|cata|dia|back)(?:log|sign)(?:out|off)|end ?session|deconnexion|disconnect|abmelden|ausloggen|uitloggen|desconectar|cerrar ?sesion|salir|sair|esci|log ?me ?out|wyloguj|odhlasit|logga ?ut|logg ?ut|log ?ud|kirjaudu ?ulos|cikis)(?: |$)/;
const SIGN_IN =
  /(?:^| )(?:(?:log|sign) ?(?:in|on)|user ?login|sessions? new|j security check|authenticate|authentication|connexion|anmelden|anmeldung|einloggen|inloggen|iniciar ?sesion|acceso)(?: |$)/;
const AUTHENTICATION = /(?:^| )(?:auth|oauth2?|oidc|saml2?|sso|sessions?|token)(?: |$)/;
const SECOND_FACTOR = /(?:^| )(?:otp|totp|mfa|2fa|two ?factor|second ?factor|challenge|verify|verification|webauthn)(?: |$)/;
const REGISTRATION = /(?:^| )(?:register|registration|sign ?up|join|create ?account|new ?account|signup|enrol|enroll)(?: |$)/;

/** Whether an address says by its words that it signs out (`/logout`, `?do=signout`), in one of some ten languages. */
export const saysSignOut = (address: Address): boolean => SIGN_OUT.test(address.words);
const SIGN_OUT_BUTTON =
  /^(?:(?:btn|button|submit|do|action|cmd|user) )*(?:log|sign) ?(?:out|off)(?: (?:btn|button|link|submit|x|y))?$/;
/** Whether a field is named for signing out and for nothing else: `logout`, `ctl00$btnSignOut`, `menu:logoutLink`, not `logout_url`. */
export const isSignOutName = (name: string): boolean => SIGN_OUT_BUTTON.test(wordsOf(name.replace(/^.*[.:$[](?=\w{3})/s, '')));
/** Words that end a session as well as much else (`/exit`, `?do=quit`): what the answer does says which. */
const LEAVE = /(?:^| )(?:exit|quit|leave|bye|goodbye|terminate|end|finish|close)(?: |$)/;
/** Weaker than `saysSignOut`: whether an address may sign out by its words. */
export const maySignOut = (address: Address): boolean => LEAVE.test(address.words);
/** Whether an address says by its words that it signs in; `/login?logout` says that, not that it signs out. */
export const saysSignIn = (address: Address): boolean => SIGN_IN.test(address.words) && !saysSignOut(address);
/** Weaker: addresses under which authentication happens, among other things. */
export const saysAuthentication = (address: Address): boolean => AUTHENTICATION.test(address.words) || saysSignIn(address);
/** Whether an address asks for a second factor (`/2fa`, `/otp`). */
export const saysSecondFactor = (address: Address): boolean => SECOND_FACTOR.test(address.words);
/** Whether an address makes an account (`/register`). */
export const saysRegistration = (address: Address): boolean => REGISTRATION.test(address.words);
const PROFILE = /(?:^| )(?:edit ?user|user ?edit|edit|profile|settings|preferences|prefs|update)(?: |$)/;
/** Whether an address changes an account that there is (`/edituser`, `/profile`). */
export const saysProfile = (address: Address): boolean => PROFILE.test(address.words);
/** Whether an address says that something went wrong (`?error`, `?login_failed=1`). */
export const saysError = (address: Address): boolean =>
  address.parameters.some((name) =>
    /^(?:error|err|failed|failure|login_?error|login_?failed|authfailed|invalid|denied)/i.test(name),
  );

function read(url: string): Address | null {
  const parts = urlParts(url);
  if (parts === null) return null;
  const start = url.indexOf('?') + 1;
  const end = url.indexOf('#', start);
  return new ReadAddress(parts, start === 0 ? '' : url.slice(start, end < 0 ? undefined : end));
}

/** Many addresses of a long recording are never asked for their words or their shape. */
class ReadAddress implements Address {
  readonly host: string;
  readonly authority: string;
  readonly path: string;
  readonly parameters: readonly string[];
  readonly page: string;
  readonly #query: string;
  #shape: string | null = null;
  #words: string | null = null;

  constructor({ host, port, path }: UrlParts, query: string) {
    const pairs = pairsOf(query);
    const routing = routingOf(pairs);
    this.host = host;
    this.authority = port === '' ? host : `${host}:${port}`;
    // Java's session id in a path is no part of the page.
    this.path = path.includes(';') ? path.replace(/;jsessionid=[^/;]*/gi, '') : path;
    this.parameters = pairs.length === 0 ? NOTHING : pairs.map(([name = '']) => decode(name));
    this.page = `${host}${this.path}${routing.length === 0 ? '' : `?${routing.join('&')}`}`;
    this.#query = query;
  }

  get shape(): string {
    this.#shape ??=
      this.#query === ''
        ? this.page
        : `${this.page} ${[...new Set(pairsOf(this.#query).map(([name = '']) => name))].sort().join('&')}`;
    return this.#shape;
  }

  get words(): string {
    this.#words ??= this.#said();
    return this.#words;
  }

  #said(): string {
    const pairs = pairsOf(this.#query);
    const paths = [this.path, ...routingOf(pairs)];
    const plain = wordsOf(paths.join(' '));
    if (SIGN_IN.test(plain) || pairs.length === 0) return plain;
    // `?logout` and the button `logout=Logout` ask to sign out, `/login?logout` only says that somebody did.
    const switches = pairs
      .filter(([name = '', value]) => value === undefined || isSwitch(value) || isButton(name, value))
      .map(([name = '', value = '']) => (namesSignOut(value) ? value : name));
    return switches.length === 0 ? plain : wordsOf([...paths, ...switches].join(' '));
  }
}

/** The parameters of a query. Read again when they are asked for: a long recording has as many addresses as requests. */
const pairsOf = (query: string): readonly (readonly string[])[] =>
  query === '' ? NOTHING : query.split('&').map((pair) => pair.split('='));

const routingOf = (pairs: readonly (readonly string[])[]): readonly string[] =>
  pairs
    .filter(isRouting)
    .map((pair) => pair.join('='))
    .sort();

const isSwitch = (value: string): boolean => /^(?:|1|true|yes|on)$/i.test(value);
/** A form's button, by a name or a label that says what it is there for: `logout=Logout`, `action1=Sign+out`. */
const isButton = (name: string, value: string): boolean =>
  value.length <= 24 &&
  (namesSignOut(value) || (/^[A-Za-z+%20 -]+$/.test(value) && !/^(?:no|off|false)$/i.test(value) && namesSignOut(name)));
/** Most values are numbers, which is seen without looking for words. */
const namesSignOut = (text: string): boolean => /[a-z]{3}|%/i.test(text) && SIGN_OUT.test(wordsOf(text));

function wordsOf(text: string): string {
  return decode(text)
    .replace(/[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])/g, ' ')
    .trim()
    .toLowerCase();
}

/** Percent-decoding of ASCII; anything else stays as it is, for it is only looked at for words. */
const decode = (text: string): string =>
  !text.includes('%')
    ? text
    : text.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
