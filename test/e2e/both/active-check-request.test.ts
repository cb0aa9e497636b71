import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import '../../../src/words/all-words';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const page = (text: string) => `<!doctype html><link rel="icon" href="data:,"><title>${text}</title>${text}`;
const FORM = `${page('Sign in')}<form method="post" action="/login"><input name="user"><input name="password" type="password"><button>Go</button></form>`;
const SESSION = 'c0a8f3e19b7d4426a5e0d1f2b3c4d5e6';

/** Set once the session is over: what the account then answers. */
let ended = false;
const account = ({ headers }: IncomingMessage) => {
  if (ended)
    return {
      status: 302,
      location: (at: (name: string) => string) => `${at('id').replace('localhost', 'example')}/login`,
      setCookie: ['planted=1; Path=/'],
    };
  return headers.cookie?.includes(SESSION) ? { body: page('Account') } : { status: 302, location: '/login' };
};

const play = rawScene({
  '/account': account,
  '/login': ({ method }) =>
    method === 'POST' ? { status: 302, location: '/account', setCookie: [`sid=${SESSION}; Path=/; HttpOnly`] } : { body: FORM },
  '/logout': { status: 302, location: '/bye', setCookie: ['sid=; Path=/; Max-Age=0'] },
});

const CHECK = '[data-check="after-sign-out"]';

test('one request goes out, as it was recorded, the jar stays as it is, and another site is not asked', async () => {
  const { browser, panel, server } = play();
  const at = (path: string) => `${server.at('raw')}${path}`;
  await browser.goto(at('/account'));
  await browser.fill('[name="user"]', 'alice');
  await browser.fill('[name="password"]', 'secret');
  await browser.click('button');
  await panel.row({ path: '/account', status: '200' });
  await browser.goto(at('/logout'));
  await panel.row({ path: '/bye', status: '200' });
  ended = true;
  const before = server.seen.length;
  const ofAccount = async () => (await panel.rows()).filter(({ path }) => path === '/account').length;
  const rows = await ofAccount();
  await panel.openView('sign-in');
  await panel.panel.click(`${CHECK} button`, say('signin.check.begin'));
  await panel.panel.click(`${CHECK} input`);
  await panel.panel.type('raw.localhost');
  await panel.panel.click(`${CHECK} button`, say('signin.check.send'));
  await until('there is an answer', () => panel.has(`${CHECK} [data-verdict]`), { instead: () => panel.words(CHECK) });
  await panel.shows(say('signin.check.elsewhere', { host: 'id.example' }));
  // What else was sent has come in before this.
  await browser.goto(at('/after'));
  await until('the page after it has come in', () => server.seen.some(({ url }) => url === '/after'));
  const since = server.seen.slice(before);
  // Browsers ask for more by themselves: an icon, and DevTools of Chromium for its settings of a site on this machine.
  const [checked, ...others] = since.filter(({ url, headers }) => url === '/account' || headers.cookie?.includes(SESSION));
  expect(checked).toMatchObject({
    method: 'GET',
    url: '/account',
    headers: { cookie: `sid=${SESSION}`, 'sec-fetch-mode': 'navigate' },
  });
  expect(checked?.headers.origin).toBeUndefined();
  expect(others).toEqual([]);
  expect(since.find(({ url }) => url === '/after')?.headers.cookie).toBeUndefined();
  await panel.openView('flow');
  await panel.row({ path: '/after', status: '200' });
  // The request is none of the tab's.
  expect(await ofAccount()).toBe(rows);
});
