import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { rawScene } from '../scenes';

const play = rawScene({
  '/idp': { body: '<a href="" id="link">sign in</a><script>link.href = location.hash.slice(1)</script>' },
  '/signin': { status: 302, location: '/app', setCookie: ['s=1; Path=/; SameSite=Strict'] },
  '/app': { status: 401 },
  '/home': { setCookie: ['beta.sid=1; Path=/'] },
  '/asks': {
    setCookie: ['own=1; Path=/'],
    body: `<script>fetch('http://api.site.localhost:' + location.port + '/api', { method: 'PUT', credentials: 'include' }).catch(() => {})</script>`,
  },
  '/at-api': { setCookie: ['api=1; Path=/'] },
});

test('“signed in by another site, and at once signed out”: the hop after the one that set it goes without the Strict cookie', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('idp')}/idp#${server.at('app')}/signin`);
  await browser.click('#link');
  await panel.choose({ path: '/app', status: '401', sent: 0, withheld: 1 });
  await panel.open({ name: 's', verdict: 'withheld' });
  await expect.poll(() => panel.explanation()).toContain('SameSite=Strict');
});

test('a preflight withholds nothing, for it never carries cookies', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('api.site')}/at-api`);
  await browser.goto(`${server.at('site')}/asks`);
  await panel.choose({ method: 'OPTIONS', path: '/api', sent: 0, withheld: 0 });
});

test('“my cookie is not sent”: it is another host’s, which is told apart and in no count', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('beta.shop')}/home`);
  await browser.goto(`${server.at('ws.shop')}/socket`);
  await panel.choose({ path: '/socket', status: '200', sent: 0, withheld: 0 });
  await panel.shows(say('near.host-only', { name: 'beta.sid', host: 'beta.shop.localhost' }));
});
