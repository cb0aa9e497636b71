import { until } from '../../test/browsers/until';
import type { Way } from '../flaws/variant';
import type { Hosts } from '../hosts';
import {
  bySaml,
  bySamlTwice,
  renewedSilently,
  samlSignOut,
  samlSignOutThere,
  signOutAtProvider,
  throughProvider,
} from './federated-walk';
import { arrival, signIn, signOut, submit, VISITOR, visit, type Walker } from './walk';

/** Goes the way on which a flaw of the shop shows. The visitor is registered. */
export async function goWay(browser: Walker, way: Way, hosts: Hosts): Promise<void> {
  const { shop, ads } = hosts;
  switch (way) {
    case 'front':
      return visit(browser, shop, '/', '/preferences', '/');
    case 'sign-in':
      await visit(browser, shop, '/', '/account');
      await signIn(browser, shop);
      return visit(browser, shop, '/account', '/preferences', '/', '/account');
    case 'sign-out':
      await goWay(browser, 'sign-in', hosts);
      await signOut(browser, shop);
      return visit(browser, shop, '/account');
    case 'form':
      await goWay(browser, 'sign-in', hosts);
      await browser.goto(`${shop}/preferences`);
      await submit(browser, '/preferences');
      return arrival(browser, '/preferences');
    case 'token':
      await visit(browser, shop, '/token/account');
      await submit(browser, '/token/sign-in', VISITOR);
      await arrival(browser, '/token/account');
      await visit(browser, shop, '/offers', '/token/account');
      await submit(browser, '/token/sign-out');
      return arrival(browser, '/signed-out');
    case 'token-kept-out':
      await visit(browser, shop, '/');
      return goWay(browser, 'token-alone', hosts);
    case 'token-alone':
      await visit(browser, shop, '/token/account', '/token/sign-in');
      await submit(browser, '/token/sign-in', VISITOR);
      return leftTokenForm(browser);
    case 'token-by-link':
      await goWay(browser, 'token-kept-out', hosts);
      await browser.goto(`${ads}/`);
      await browser.inPage(leadTo, `${shop}/token/account`);
      return leftTokenForm(browser);
    case 'token-in-portal':
      await goWay(browser, 'token-kept-out', hosts);
      return browser.goto(`${ads}/portal`);
    case 'token-and-forum':
      await goWay(browser, 'token-kept-out', hosts);
      return visit(browser, shop, '/forum/start', '/token/account');
    case 'token-prefetch':
      await goWay(browser, 'token-kept-out', hosts);
      await until('what is to be fetched ahead was fetched', () => browser.inPage(hasFetchedAhead));
      return visit(browser, shop, '/token/account');
    case 'token-form':
      await browser.goto(`${shop}/token/sign-in`);
      await submit(browser, '/token/sign-in', VISITOR);
      await until('the form was answered', () => browser.inPage(isAnswered));
      return;
    case 'token-preflight':
      await goWay(browser, 'token-kept-out', hosts);
      await browser.goto(`${hosts.cdn}/user.html`);
      await until('the script has its answer', () => browser.inPage(hasAnswer));
      return;
    case 'token-over-tls':
      await visit(browser, hosts.tls, '/token/account', '/token/sign-in');
      await submit(browser, '/token/sign-in', VISITOR);
      return leftTokenForm(browser);
    case 'cart':
      await browser.goto(`${shop}/`);
      await submit(browser, '/cart');
      return visit(browser, shop, '/preferences', '/');
    case 'many-pages':
      return visit(browser, shop, ...Array.from({ length: 12 }, () => '/preferences'));
    case 'shared-cart':
      return visit(browser, shop, '/?cart=110045_77895', '/');
    case 'federated':
      return throughProvider(browser, shop);
    case 'renewal':
      return renewedSilently(browser, hosts);
    case 'front-channel-sign-out':
      return signOutAtProvider(browser, hosts);
    case 'saml':
      return bySaml(browser, hosts);
    case 'saml-twice':
      return bySamlTwice(browser, hosts);
    case 'saml-sign-out':
      return samlSignOut(browser, hosts);
    case 'saml-sign-out-there':
      return samlSignOutThere(browser, hosts);
    default:
      return way satisfies never;
  }
}

// These run in the page.

function leadTo(url: string): void {
  location.href = url;
}

function hasFetchedAhead(): boolean {
  const link = document.querySelector<HTMLLinkElement>('link[rel="prefetch"]');
  return link === null || performance.getEntriesByName(link.href).length > 0;
}

function hasAnswer(): boolean {
  return document.querySelector('output')?.textContent !== '';
}

function isAnswered(): boolean {
  const isRefused = document.querySelector('h1')?.textContent?.startsWith('Refused') === true;
  return document.readyState === 'complete' && (isRefused || location.pathname === '/token/account');
}

/** Waits for the account by token, or for the form to which whoever is not signed in is sent from there. */
const leftTokenForm = async (browser: Walker): Promise<void> => {
  await until('the account, or the form that it leads to, is shown', () =>
    browser.inPage(
      () =>
        location.hostname.startsWith('shop.') &&
        (location.pathname === '/token/account' || location.search.startsWith('?next=')) &&
        document.readyState === 'complete',
    ),
  );
};
