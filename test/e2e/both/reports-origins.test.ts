import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import type { Firefox } from '../../browsers/firefox';
import { until } from '../../browsers/until';
import { rawServer } from '../raw-server';
import { rawScene } from '../scenes';

const play = rawScene({
  '/popup': { setCookie: ['session=0123456789abcdef; Path=/; HttpOnly', 'theme=1; Path=/'] },
  '/sign-out': { headers: ['Clear-Site-Data: "cookies"'] },
  '/.well-known/appspecific/com.chrome.devtools.json': { status: 404, setCookie: ['rolling=1; Path=/; HttpOnly'] },
  '/first': { setCookie: ['SESSION=aaaa; Path=/; HttpOnly'] },
});

test('an HttpOnly cookie that no recorded response set: no script is blamed', async () => {
  const { browser, panel, scene, server } = play();
  await browser.goto(`${server.at('raw')}/page`);
  // Chromium's DevTools asks this host for its settings by itself; in Firefox somebody else writes the cookie.
  if (scene.name === 'firefox') {
    await (browser as Firefox).inBrowser(`
      Services.cookies.add('raw.localhost', '/', 'rolling', '1', false, true, true, Date.now() + 3_600_000, {},
        Ci.nsICookie.SAMESITE_LAX, Ci.nsICookie.SCHEME_HTTP);
    `);
  }
  const { path } = await panel.row({ kind: 'change' });
  expect(path).toContain('rolling');
  await panel.choose({ kind: 'change', path });
  await panel.open({ name: 'rolling', evidence: 'observed' });
  const explanation = await panel.explanation();
  expect(explanation).toContain('HttpOnly');
  expect(explanation).not.toMatch(/by a script/);
});

test('what a second tab’s response set is reported as that, whatever the cookie is', async () => {
  const { browser, panel, server } = play();
  await browser.openTab('about:blank');
  await browser.goto(`${server.at('raw')}/popup`);
  await browser.closeTab();
  const row = await until('the list tells of the other tab’s cookie', async () =>
    (await panel.rows()).find(({ kind, path }) => kind === 'change' && path.includes('theme')),
  );
  await panel.choose({ id: row.id });
  await panel.open({ name: 'theme', verdict: 'stored', evidence: 'observed' });
  await expect.poll(() => panel.explanation()).toContain('another tab');
});

test('a sign-out in a second tab that clears the site’s cookies deleted them, HttpOnly ones too', async () => {
  const { browser, panel, server } = play();
  await browser.openTab('about:blank');
  await browser.goto(`${server.at('clearing')}/popup`);
  await browser.goto(`${server.at('clearing')}/sign-out`);
  await browser.closeTab();
  const row = await until('the list tells of the deletion', async () =>
    (await panel.rows()).find(({ kind, path }) => kind === 'change' && path.includes('session') && path.includes('deleted')),
  );
  await panel.choose({ id: row.id });
  await panel.open({ name: 'session', verdict: 'deleted', evidence: 'observed' });
  await expect
    .poll(() => panel.explanation())
    .toContain(say('observed.other-tab.clear-site-data', { host: 'clearing.localhost' }));
});

test('“two servers on this machine sign each other out”: ports share one jar', async () => {
  const { browser, panel, server } = play();
  const second = await rawServer({ '/second': { setCookie: ['SESSION=bbbb; Path=/; HttpOnly'] } });
  try {
    await browser.goto(`${server.at('raw')}/first`);
    await browser.goto(`${second.at('raw')}/second`);
    await panel.choose({ path: '/second', status: '200' });
    await panel.open({ name: 'SESSION', verdict: 'replaced', evidence: 'observed' });
    await expect.poll(() => panel.explanation()).toContain(`raw.localhost:${server.port}`);
  } finally {
    await second.close();
  }
});
