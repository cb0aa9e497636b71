import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

/** Each test has an address of its own: a row of the page before is not taken for one of this. */
const LOGIN = { setCookie: ['sid=one; Path=/; SameSite=None', 'theme=dark; Path=/'] };
const play = rawScene(
  { '/login': LOGIN, '/sign-in': LOGIN, '/again': { setCookie: ['sid=two; Path=/; SameSite=None'] } },
  { alone: true },
);

/** The Cookie header that the site is sent for a path. */
async function sentTo(path: string): Promise<string> {
  const { browser, server } = play();
  await browser.goto(`${server.at('raw')}${path}`);
  return server.cookieSentTo(path);
}
const has = (path: string, cookie: string) =>
  until(`${path} is asked for with ${cookie}`, async () => (await sentTo(path)) === cookie, { instead: () => sentTo(path) });

async function tryTheFixAt(path: string): Promise<void> {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}${path}`);
  await panel.openView('flow');
  await panel.choose({ path });
  await panel.open({ name: 'sid', verdict: 'rejected' });
  await panel.press(say('override.try'));
  await panel.shows(say('override.waiting'));
}

test('the corrected line is tried on the real site: the sign-in works with it, and does not when it has ended', async () => {
  const { browser, panel, server } = play();
  await tryTheFixAt('/login');
  expect(await sentTo('/account')).toBe('theme=dark');
  await browser.goto(`${server.at('raw')}/again`);
  await has('/account', 'theme=dark; sid=two');
  await panel.row({ kind: 'change' });
  await panel.choose({ path: '/again' });
  await expect.poll(() => panel.words('[data-bead][data-name=sid][data-verdict=rejected]')).toContain(say('bead.by-user'));
  await panel.press(say('override.end'));
  await has('/account', 'theme=dark');
});

test('nothing of it is left when DevTools is closed', async () => {
  const { browser, panel, server } = play();
  await tryTheFixAt('/sign-in');
  await browser.goto(`${server.at('raw')}/again`);
  await has('/account', 'theme=dark; sid=two');
  await panel.panel.close();
  await has('/account', 'theme=dark');
});
