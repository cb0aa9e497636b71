import { until } from '../../test/browsers/until';
import type { Hosts } from '../hosts';
import { PASSWORD } from '../id/interactions';
import { fetchedText } from '../shop/loopback-fetch';
import { arrival, submit, submitForm, VISITOR, visit, type Walker } from './walk';

/** Asks for the account, signs in at the identity provider and says yes there; ends at the shop, whatever it made of the answer. */
export async function throughProvider(browser: Walker, shop: string): Promise<void> {
  await visit(browser, shop, '/', '/account', '/sign-in/id');
  await onProvider(browser, '/login');
  await submitOn(browser, '/login', CREDENTIALS);
  await onProvider(browser, '/consent');
  await submitOn(browser, '/consent', {});
  await backAtShop(browser);
  await visit(browser, shop, '/account', '/preferences', '/account');
}

/** Signs in and renews that without being asked; ends at the shop, whatever came of it. */
export async function renewedSilently(browser: Walker, { shop }: Pick<Hosts, 'shop'>): Promise<void> {
  await throughProvider(browser, shop);
  await browser.goto(`${shop}/renewal`);
  await until('the shop renewed the sign-in, or did not', () =>
    browser.inPage(
      () =>
        location.hostname === 'shop.localhost' &&
        ['/account', '/renewal'].includes(location.pathname) &&
        document.readyState === 'complete',
    ),
  );
  await visit(browser, shop, '/account', '/preferences', '/account');
}

/** Signs in, then signs out at the identity provider, which tells the shop in a frame. */
export async function signOutAtProvider(browser: Walker, { shop, id }: Pick<Hosts, 'shop' | 'id'>): Promise<void> {
  await throughProvider(browser, shop);
  await browser.goto(`${id}/session/end`);
  await onProvider(browser, '/session/end/confirm');
  await browser.click('button[name="logout"]');
  await until('the frame in which the shop is told is loaded', () =>
    browser.inPage(() => document.querySelector('iframe') !== null && document.readyState === 'complete'),
  );
  await visit(browser, shop, '/account', '/preferences', '/account');
}

type SamlHosts = Pick<Hosts, 'shop' | 'saml'>;

/** Asks for the account and signs in by SAML; ends at the shop, whatever it made of the answer. */
export async function bySaml(browser: Walker, hosts: SamlHosts): Promise<void> {
  const { shop } = hosts;
  await leaveBySaml(browser, hosts);
  await signInThere(browser);
  await backAtShop(browser);
  await visit(browser, shop, '/account', '/preferences', '/account');
}

/** Begins to sign in twice, as in two tabs, and ends what was begun first. */
export async function bySamlTwice(browser: Walker, hosts: SamlHosts): Promise<void> {
  const { shop } = hosts;
  await leaveBySaml(browser, hosts);
  await onProvider(browser, '/login/');
  const first = await browser.inPage(() => location.href);
  await visit(browser, shop, '/sign-in/saml');
  await onProvider(browser, '/login/');
  await browser.goto(first);
  await signInThere(browser);
  await backAtShop(browser);
  await visit(browser, shop, '/account', '/preferences', '/account');
}

/** Signs out at the shop, which tells the identity provider. */
export async function samlSignOut(browser: Walker, hosts: SamlHosts): Promise<void> {
  await bySaml(browser, hosts);
  await submit(browser, '/sign-out/everywhere');
  await arrival(browser, '/signed-out');
  await visit(browser, hosts.shop, '/account');
}

/** Signs out at the identity provider, which tells the shop. */
export async function samlSignOutThere(browser: Walker, hosts: SamlHosts): Promise<void> {
  const { shop, saml } = hosts;
  await bySaml(browser, hosts);
  await browser.goto(`${saml}/`);
  await submit(browser, '/sign-out');
  await until('the identity provider says that the shop was told', () =>
    browser.inPage(
      () => location.hostname === 'saml.localhost' && location.pathname === '/slo' && document.readyState === 'complete',
    ),
  );
  await visit(browser, shop, '/account');
}

async function leaveBySaml(browser: Walker, { shop, saml }: SamlHosts): Promise<void> {
  // The first request loads the library and makes both keys: seconds that a busy machine would add to a page's limit.
  await fetchedText(`${saml}/`);
  await visit(browser, shop, '/', '/account', '/sign-in/saml');
}

const CREDENTIALS = { username: VISITOR.user, password: PASSWORD } as const;

async function signInThere(browser: Walker): Promise<void> {
  await onProvider(browser, '/login/');
  await submitOn(browser, '/login/', CREDENTIALS);
}

/** Waits for one of the pages to which the shop leads after an answer. */
const backAtShop = (browser: Walker): Promise<unknown> =>
  until('the browser is back at the shop', () =>
    browser.inPage(
      () =>
        location.hostname === 'shop.localhost' &&
        ['/account', '/sign-in'].includes(location.pathname) &&
        document.readyState === 'complete',
    ),
  );

/** Waits until the identity provider shows its form that goes to an address with this part. */
const onProvider = (browser: Walker, part: string): Promise<unknown> =>
  until(`the identity provider shows its form for ${part}`, () =>
    browser.inPage(
      (wanted: string) => document.readyState === 'complete' && document.querySelector(`form[action*="${wanted}"]`) !== null,
      part,
    ),
  );

const submitOn = (browser: Walker, part: string, fields: Readonly<Record<string, string>>): Promise<void> =>
  submitForm(browser, `form[action*="${part}"]`, fields);
