import type { DrivenBrowser } from '../../test/browsers/driven';
import { until } from '../../test/browsers/until';
import type { Hosts } from '../hosts';

/** What a walk needs of a browser. */
export type Walker = Pick<DrivenBrowser, 'goto' | 'click' | 'fill' | 'inPage'>;

export const VISITOR = { user: 'alice', password: 'correct horse battery' } as const;

/**
 * The sign-in from beginning to end, as somebody does it who has never been here: first visit, register, sign in, the
 * protected page, a page with an embedded advertisement, to the advertiser and back by its link, sign out.
 */
export async function walkThroughSignIn(browser: Walker, { shop, ads }: Pick<Hosts, 'shop' | 'ads'>): Promise<void> {
  await browser.goto(`${shop}/`);
  await register(browser, shop);
  await submit(browser, '/sign-in', VISITOR);
  await arrival(browser, '/account');
  await browser.goto(`${shop}/account`);
  await browser.goto(`${shop}/offers`);
  await browser.goto(`${ads}/`);
  await browser.click('#link');
  await arrival(browser, '/');
  await signOut(browser, shop);
}

/** Registers; ends at the sign-in form. */
export async function register(browser: Walker, shop: string): Promise<void> {
  await browser.goto(`${shop}/register`);
  await submit(browser, '/register', VISITOR);
  await arrival(browser, '/sign-in');
}

/** Signs in with the password; ends at the account page. */
export async function signIn(browser: Walker, shop: string): Promise<void> {
  await browser.goto(`${shop}/sign-in`);
  await submit(browser, '/sign-in', VISITOR);
  await arrival(browser, '/account');
}

export async function signOut(browser: Walker, shop: string): Promise<void> {
  await browser.goto(`${shop}/account`);
  await submit(browser, '/sign-out');
  await arrival(browser, '/signed-out');
}

/** Fills in and sends the form of the current page that goes to a path. */
export async function submit(browser: Walker, action: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  await submitForm(browser, `form[action="${action}"]`, fields);
}

/** The same of the form that a selector finds. */
export async function submitForm(browser: Walker, form: string, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) await browser.fill(`${form} [name="${name}"]`, text);
  await browser.click(`${form} button`);
}

/** Waits until the current page is that of a path of the shop and is loaded. */
export async function arrival(browser: Walker, path: string): Promise<void> {
  await until(`the browser shows ${path}`, () =>
    browser.inPage(
      (wanted: string) =>
        location.hostname === 'shop.localhost' && location.pathname === wanted && document.readyState === 'complete',
      path,
    ),
  );
}

/** Loads pages of the shop, one after the other. */
export async function visit(browser: Walker, shop: string, ...paths: readonly string[]): Promise<void> {
  for (const path of paths) await browser.goto(shop + path);
}
