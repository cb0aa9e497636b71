import { expect, test } from 'vitest';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({ '/set': { setCookie: ['PHPSESSID=3vq9s1c6h0f2k8m4n7p5r1t2u6; Path=/; Secure; SameSite=Lax'] } });

/** Names of the scripts that the panel has loaded, without their digests. */
const scripts = () =>
  play().panel.panel.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => /\/assets\/(.+)-[\w-]{8}\.js$/.exec(name)?.[1] ?? [])
      .concat([...document.querySelectorAll('script, link[rel=modulepreload]')].map((each) => each.outerHTML)),
  );

const VIEWS = [
  ['cookies', '[data-cookie]'],
  ['sign-in', '[data-moment]'],
  ['findings', '[data-finding]'],
  ['lab', '[data-profile]'],
] as const;

test.each(VIEWS)('the code of %s is loaded when the view is opened, and shows it', async (view, content) => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await panel.row({ path: '/set', set: 1 });
  expect((await scripts()).join()).not.toContain(`${view}-view`);
  await panel.panel.evaluate((tab) => document.getElementById(tab)?.click(), `tab-${view}`);
  await until(`${view} is shown`, () => panel.has(content), {
    instead: () => panel.text(),
  });
  await expect.poll(async () => (await scripts()).join()).toContain(`${view}-view`);
  await panel.panel.click('#tab-flow');
});
