import type { ExampleStep } from '../../src/analysis/rules/engine/example';

/** Values that look like ids. */
export const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
export const OTHER = '9f2c71d0a4e85b3631d4d96e407aad42';
export const STATE = 'xk3fq9almn0pr7tvw2yb';
/** Fields of a sign-in. */
export const LOGIN = { user: 'a', password: 'b' };

/** Headers of a script's request to another origin. @param site Sec-Fetch-Site */
export const cors = (site: string) => ({ 'sec-fetch-mode': 'cors', 'sec-fetch-site': site });

/** A script's request from a page of this origin to another. */
export const fromPage = (from: string, site = 'same-site') =>
  ({ as: 'fetch', from, top: `${from}/`, headers: cors(site) }) as const satisfies Partial<ExampleStep>;

/** The address of a provider to which an application sends the browser. */
export const authorize = (redirect: string, more = '') =>
  `https://idp.example/authorize?client_id=app&response_type=code&state=${STATE}&redirect_uri=${encodeURIComponent(redirect)}${more}`;

type More = Partial<Omit<ExampleStep, 'ask'>>;

const originOf = (url: string): string => new URL(url).origin;

/** A page that a page of its own origin leads to. */
export const page = (url: string, more: More = {}): ExampleStep => ({ ask: `GET ${url}`, from: originOf(url), ...more });

/** The next hop of the step before. */
export const hop = (url: string, more: More = {}): ExampleStep => page(url, { isRedirect: true, ...more });

/** Something that a form of a page of its own origin sends. */
export const post = (url: string, fields: Readonly<Record<string, string>>, more: More = {}): ExampleStep => ({
  ask: `POST ${url}`,
  from: originOf(url),
  fields,
  ...more,
});

/** What a script of its own origin asks for. */
export const call = (ask: string, more: More = {}): ExampleStep => ({
  ask,
  as: 'fetch',
  from: originOf(ask.split(' ')[1] ?? ''),
  ...more,
});

/** A page in a frame of another site's page. */
export const framed = (ask: string, top: string, more: More = {}): ExampleStep => ({
  ask,
  as: 'subdocument',
  from: top,
  top: `${top}/`,
  ...more,
});

/** What a script of a page of another origin asks for, with cookies. */
export const across = (ask: string, origin: string, site: string, more: More = {}): ExampleStep => ({
  ask,
  as: 'fetch',
  from: origin,
  top: `${origin}/`,
  headers: { ...cors(site), origin, ...more.headers },
  answers: { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', ...more.answers },
  ...Object.fromEntries(Object.entries(more).filter(([name]) => name !== 'headers' && name !== 'answers')),
});

/** Where an answer leads. */
export const to = (location: string, status = 302) => ({ status, answers: { location } });
