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
