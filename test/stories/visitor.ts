import type { Chromium } from '../browsers/chromium';
import type { DrivenBrowser } from '../browsers/driven';
import type { Firefox } from '../browsers/firefox';
import { until } from '../browsers/until';

/** Somebody at an application, in either browser. Selectors are CSS. */
export interface Visitor {
  /** Goes to an address, as somebody does who types it. */
  goto(url: string): Promise<void>;
  /** Puts a text into a field in place of what it holds. */
  fill(selector: string, text: string): Promise<void>;
  /** Takes the entry of a list that has the value. */
  choose(selector: string, value: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Clicks what leads to another document, and waits until that is loaded. */
  follow(selector: string): Promise<void>;
  /** The same for an element that is out of sight until a pointer rests on another. */
  followHidden(selector: string): Promise<void>;
  /** Clicks what makes a script ask for an address that contains `part`, and waits until that has been answered. */
  clickFor(selector: string, part: string): Promise<void>;
  /** Waits until the page has an element, with a text if told. */
  appears(selector: string, text?: string): Promise<void>;
  /** Removes the cookies of one name, as the end of the browser's session does. */
  forget(name: string): Promise<void>;
}

/** @param browser drives the current tab */
function visitorIn(browser: DrivenBrowser, forget: Visitor['forget']): Visitor {
  const appears: Visitor['appears'] = async (selector, text = '') => {
    await until(
      `the page has ${selector} ${text}`,
      () =>
        browser.inPage(
          (css: string, part: string) =>
            document.readyState === 'complete' &&
            [...document.querySelectorAll(css)].some((each) => each.textContent.includes(part)),
          selector,
          text,
        ),
      { limit: 60_000, instead: () => browser.inPage(() => `${location.href} ${document.body.innerText.slice(0, 400)}`) },
    );
  };
  const leadsOn = async (act: () => Promise<unknown>) => {
    const before = await browser.inPage(() => performance.timeOrigin);
    await act();
    await until(
      'another document is loaded',
      () =>
        browser.inPage(
          (origin: number) =>
            document.readyState === 'complete' && performance.timeOrigin !== origin && location.href !== 'about:blank',
          before,
        ),
      { limit: 60_000, instead: () => browser.inPage(() => location.href) },
    );
  };
  const click = async (selector: string) => {
    await appears(selector);
    await browser.click(selector);
  };
  return {
    goto: (url) => browser.goto(url),
    async fill(selector, text) {
      await appears(selector);
      await browser.inPage((css: string) => {
        const field = document.querySelector<HTMLInputElement>(css);
        if (field !== null) field.value = '';
      }, selector);
      await browser.fill(selector, text);
    },
    async choose(selector, value) {
      await appears(selector);
      await browser.inPage(
        (css: string, chosen: string) => {
          const list = document.querySelector<HTMLSelectElement>(css);
          if (list === null) return;
          list.value = chosen;
          list.dispatchEvent(new Event('change', { bubbles: true }));
        },
        selector,
        value,
      );
    },
    click,
    follow: (selector) => leadsOn(() => click(selector)),
    followHidden: (selector) =>
      leadsOn(() => browser.inPage((css: string) => document.querySelector<HTMLElement>(css)?.click(), selector)),
    async clickFor(selector, part) {
      const answers = () =>
        browser.inPage(
          (of: string) => performance.getEntriesByType('resource').filter(({ name }) => name.includes(of)).length,
          part,
        );
      const before = await answers();
      await click(selector);
      await until(`a script's request for ${part} is answered`, async () => (await answers()) > before);
    },
    appears,
    forget,
  };
}

export const visitorInChromium = (browser: Chromium): Visitor =>
  visitorIn(browser, (name) => browser.context.clearCookies({ name }));

export const visitorInFirefox = (browser: Firefox): Visitor =>
  visitorIn(browser, (name) =>
    browser.inBrowser(
      'for (const { host, name, path, originAttributes } of Services.cookies.cookies) if (name === args[0]) Services.cookies.remove(host, name, path, originAttributes);',
      name,
    ),
  );
