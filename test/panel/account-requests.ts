import type { Fact } from '../../src/analysis/facts/fact';
import type { Builder } from '../build/clock';
import { aResponse, type ResponseBuilder } from '../build/response';
import { SHOP, TEN_COOKIES } from './many';

const SID = 'sid=31d4d96e407aad42f3c1b7a09e5d8c26';
const TOKEN = 'XSRF-TOKEN=9f2c71d0a4e85b3631d4d96e407aad42';

/** Whether the requests to the account find what they need. */
export type Account = 'sound' | 'failing';

/**
 * A sign-in, then requests to the account among others: every twentieth is a page that a mail leads to, every other twentieth a
 * script that saves. Where they fail, the session is Strict and stays behind, and no script can read the token.
 */
export function accountRequests(account: Account): (index: number) => Builder<Fact> | null {
  const fails = account === 'failing';
  return (index) => {
    if (index === 1) return signIn(fails);
    if (index === 2) return to('').carrying(`${SID}; ${TOKEN}; ${TEN_COOKIES}`).linkedFrom(SHOP);
    if (index % 20 === 10) return pageFromMail(fails);
    return index % 20 === 0 ? saved(fails) : null;
  };
}

const to = (path: string): ResponseBuilder => aResponse().from(`${SHOP}/account${path}`).took(4);

const signIn = (fails: boolean): ResponseBuilder =>
  to('/login')
    .by('POST')
    .linkedFrom(SHOP)
    .carrying(TEN_COOKIES)
    .request({ fields: ['user', 'password'].map((name) => ({ name, digest: null })) })
    .status(302)
    .heads('location', '/account')
    .sets(
      `${SID}; Path=/account; Secure; HttpOnly; SameSite=${fails ? 'Strict' : 'Lax'}`,
      `${TOKEN}; Path=/account; Secure; SameSite=Lax${fails ? '; HttpOnly' : ''}`,
    );

function pageFromMail(fails: boolean): ResponseBuilder {
  const page = to('/orders').linkedFrom('https://mail.example');
  return fails
    ? page.carrying(`${TOKEN}; ${TEN_COOKIES}`).status(302).heads('location', '/account/login')
    : page.carrying(`${SID}; ${TOKEN}; ${TEN_COOKIES}`);
}

function saved(fails: boolean): ResponseBuilder {
  const request = to('/save')
    .by('POST')
    .fetchedBy(SHOP)
    .request({ topLevelUrl: `${SHOP}/`, thirdParty: false })
    .carrying(`${SID}; ${TOKEN}; ${TEN_COOKIES}`);
  return fails ? request.status(403) : request.request({ secretHeaders: [{ name: 'x-xsrf-token', digest: null }] });
}
