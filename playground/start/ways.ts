import type { Way } from '../flaws/variant';
import type { Hosts } from '../hosts';
import { arrival, signIn, signOut, submit, VISITOR, type Walker } from './walk';

/** Goes the way on which a flaw of the shop shows. The visitor is registered. */
export async function goWay(browser: Walker, way: Way, { shop }: Pick<Hosts, 'shop'>): Promise<void> {
  switch (way) {
    case 'front':
      return visit(browser, shop, '/', '/preferences', '/');
    case 'sign-in':
      await visit(browser, shop, '/', '/account');
      await signIn(browser, shop);
      return visit(browser, shop, '/account', '/preferences', '/', '/account');
    case 'sign-out':
      await goWay(browser, 'sign-in', { shop });
      await signOut(browser, shop);
      return visit(browser, shop, '/account');
    case 'form':
      await goWay(browser, 'sign-in', { shop });
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
    case 'cart':
      await browser.goto(`${shop}/`);
      await submit(browser, '/cart');
      return visit(browser, shop, '/preferences', '/');
    case 'many-pages':
      return visit(browser, shop, ...Array.from({ length: 12 }, () => '/preferences'));
    case 'shared-cart':
      return visit(browser, shop, '/?cart=110045_77895', '/');
    default:
      return way satisfies never;
  }
}

async function visit(browser: Walker, shop: string, ...paths: readonly string[]): Promise<void> {
  for (const path of paths) await browser.goto(shop + path);
}
