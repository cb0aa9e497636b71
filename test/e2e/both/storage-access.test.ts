import { expect, onTestFinished, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import type { Chromium } from '../../browsers/chromium';
import type { Firefox } from '../../browsers/firefox';
import { until } from '../../browsers/until';
import { named } from '../panel-reader';
import { rawScene } from '../scenes';

const ICON = '<!doctype html><link rel="icon" href="data:,">';
/** Asks for its cookies when it is told to, and then for data with them. */
const WIDGET = `${ICON}<script>
  onmessage = () => document.requestStorageAccess().then(() => fetch('/data', { method: 'POST' }));
</script>`;
const embedding = (path: string) => (port: number | undefined) =>
  `${ICON}<iframe src="http://widget.localhost:${port}${path}"></iframe>`;
const portal = embedding('/widget');
const secondPortal = embedding('/granted');

const play = rawScene({
  '/signed-in': { setCookie: ['member=1; Path=/; Secure; SameSite=None', 'seen=1; Path=/; SameSite=Lax'] },
  '/portal': ({ socket }) => ({ body: portal(socket.localPort) }),
  '/widget': { body: WIDGET },
  '/data': { setCookie: ['got=1; Path=/; Secure; SameSite=None'] },
  '/second-portal': ({ socket }) => ({ body: secondPortal(socket.localPort) }),
  '/granted': ({ headers }) =>
    headers['sec-fetch-storage-access'] === 'inactive' ? { headers: ['Activate-Storage-Access: retry; allowed-origin=*'] } : {},
});

/** As a user's consent does. The browser is that of other files too. */
async function grantAccess(): Promise<void> {
  const { browser, scene, server } = play();
  if (scene.name === 'chromium') {
    const { context } = browser as Chromium;
    onTestFinished(() => context.clearPermissions());
    await context.grantPermissions(['storage-access']);
    return;
  }
  const firefox = browser as Firefox;
  onTestFinished(() => firefox.inBrowser(`Services.perms.removeByType('3rdPartyFrameStorage^http://widget.localhost')`));
  await firefox.inBrowser(
    `const top = Services.scriptSecurityManager.createContentPrincipalFromOrigin(args[0]);
     Services.perms.addFromPrincipal(top, '3rdPartyFrameStorage^http://widget.localhost', Services.perms.ALLOW_ACTION);`,
    server.at('portal'),
  );
}

const cookiesOf = (path: string) => play().server.seen.flatMap(({ url, headers }) => (url === path ? [headers.cookie] : []));
const hasDifference = () => play().panel.has(named(say('list.differs')));

test('“the widget has its cookies, the tool says that it has none”: after requestStorageAccess() they go, as observed', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('widget')}/signed-in`);
  await browser.goto(`${server.at('portal')}/portal`);
  await panel.choose({ path: '/widget', status: '200', sent: 0 });
  await panel.bead({ name: 'member', verdict: 'withheld' });
  await grantAccess();
  await browser.inPage(() => document.querySelector('iframe')?.contentWindow?.postMessage('go', '*'));
  await until('the widget asks with its cookies', () => cookiesOf('/data').length === 1);
  expect(cookiesOf('/data')).toEqual(['member=1']);
  await panel.choose({ path: '/data', status: '200', sent: 1 });
  await panel.bead({ name: 'member', verdict: 'sent', evidence: 'observed' });
  await panel.bead({ name: 'seen', verdict: 'withheld' });
  await panel.bead({ name: 'got', verdict: 'stored', evidence: 'observed' });
  expect(await hasDifference()).toBe(false);
});

test('a frame that has access and asks for it by its response is asked for twice, and nothing false is said of either', async () => {
  const { browser, panel, scene, server } = play();
  await browser.goto(`${server.at('widget')}/signed-in`);
  await grantAccess();
  await browser.goto(`${server.at('portal')}/second-portal`);
  await until('it was asked for again', () => cookiesOf('/granted').length === 2);
  expect(cookiesOf('/granted')).toEqual([undefined, expect.stringContaining('member=1')]);
  await panel.choose({ path: '/granted', status: '200' });
  // Chromium tells no extension of the second request, Firefox does.
  if (scene.name === 'chromium') await panel.shows(say('diagram.retried'));
  else await panel.bead({ name: 'member', verdict: 'sent', evidence: 'observed' });
  expect(await hasDifference()).toBe(false);
});
