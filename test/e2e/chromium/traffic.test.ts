import { expect, onTestFinished, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import type { Chromium } from '../../browsers/chromium';
import { until } from '../../browsers/until';
import { named } from '../panel-reader';
import { rawScene } from '../scenes';

const ICON = '<!doctype html><link rel="icon" href="data:,">';
const rules = (kind: 'prefetch' | 'prerender', path: string) =>
  `${ICON}<script type="speculationrules">{"${kind}":[{"source":"list","urls":["${path}"]}]}</script><a id="link" href="${path}">on</a>`;
const WORKER = `
  oninstall = () => skipWaiting();
  onactivate = (event) => event.waitUntil(clients.claim());
  onfetch = (event) => event.respondWith(fetch(event.request));`;
const APP = `${ICON}<script>
  navigator.serviceWorker.register('/worker.js');
  navigator.serviceWorker.ready.then(() => document.documentElement.dataset.ready = 'yes');
</script>`;

const play = rawScene({
  '/ahead': { setCookie: ['sid=1; Path=/; HttpOnly'], body: rules('prefetch', '/next') },
  '/ahead-drawn': { body: rules('prerender', '/drawn') },
  '/next': { headers: ['Cache-Control: max-age=60'] },
  '/elsewhere-ahead': (request) => ({
    body: rules('prefetch', `http://other-site.localhost:${request.socket.localPort}/of-other`),
  }),
  '/of-other': { setCookie: ['apart=1; Path=/'] },
  '/exports': {
    setCookie: ['sid=1; Path=/; HttpOnly'],
    body: `${ICON}<a id="link" download="list.csv" href="/list.csv">Export</a>`,
  },
  '/list.csv': { type: 'text/csv', setCookie: ['exported=1; Path=/; HttpOnly'], body: 'a,b' },
  '/app': { setCookie: ['lax=1; Path=/; SameSite=Lax', 'strict=1; Path=/; SameSite=Strict'], body: APP },
  '/worker.js': { type: 'text/javascript', body: WORKER },
  '/inbox': { setCookie: ['answer=1; Path=/; SameSite=Strict'] },
  '/signed-in': { setCookie: ['member=1; Path=/; Secure; SameSite=None'] },
  '/portal': (request) => ({
    body: `${ICON}<iframe src="http://widget.localhost:${request.socket.localPort}/granted"></iframe>`,
  }),
  '/granted': ({ headers }) =>
    headers['sec-fetch-storage-access'] === 'inactive' ? { headers: ['Activate-Storage-Access: retry; allowed-origin=*'] } : {},
  '/links': { body: `${ICON}<a href="" id="link">on</a><script>link.href = location.hash.slice(1)</script>` },
});

const hasDifference = () => play().panel.has(named(say('list.differs')));
/** Requests of a path that reached the server. */
const arrivals = (path: string) => play().server.seen.filter(({ url }) => url === path);

test.each([
  ['prefetched', '/ahead', '/next'],
  ['prerendered', '/ahead-drawn', '/drawn'],
])('a page that was %s is not asked for again: its row says that nothing was sent', async (_what, from, to) => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('shop')}${from}`);
  await until('it was loaded ahead', () => arrivals(to).length === 1);
  await panel.row({ path: to, status: '200', sent: 1 });
  await browser.click('#link');
  await panel.choose({ path: to, status: '200', sent: 0, withheld: 0 });
  await panel.shows(say('diagram.preloaded'));
  expect(arrivals(to)).toHaveLength(1);
  expect(await hasDifference()).toBe(false);
});

test('what another site’s page prefetches goes to a jar of its own: its cookie is seen not to come', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('portal')}/elsewhere-ahead`);
  await until('it was loaded ahead', () => arrivals('/of-other').length === 1);
  await panel.choose({ path: '/of-other', status: '200' });
  await panel.bead({ name: 'apart', verdict: 'rejected', evidence: 'observed' });
  expect(await hasDifference()).toBe(false);
});

test('“the export goes without cookies”: of a download no extension sees the headers, and no script is blamed', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('exporting')}/exports`);
  await browser.click('#link');
  await until('it came in', () => arrivals('/list.csv').length === 1);
  expect(arrivals('/list.csv')[0]?.headers.cookie).toBe('sid=1');
  await panel.choose({ path: '/list.csv', sent: 0, withheld: 0 });
  const change = await until('the cookie’s coming is told', async () =>
    (await panel.rows()).find(({ kind, path }) => kind === 'change' && path.includes('exported')),
  );
  await panel.choose({ id: change.id });
  await panel.open({ name: 'exported', evidence: 'observed' });
  expect(await panel.explanation()).not.toMatch(/by a script/);
  expect(await hasDifference()).toBe(false);
});

test('a service worker passes the navigation from another site on: Lax goes, Strict stays, the answer’s Strict is stored', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('worker')}/app`);
  await until('the worker is there', () => browser.inPage(() => document.documentElement.dataset.ready === 'yes'));
  await browser.goto(`${server.at('elsewhere')}/links#${server.at('worker')}/inbox`);
  await browser.click('#link');
  await until('it came in', () => arrivals('/inbox').length === 1);
  expect(arrivals('/inbox')[0]?.headers.cookie).toBe('lax=1');
  await panel.choose({ path: '/inbox', status: '200', sent: 1, withheld: 1 });
  await panel.bead({ name: 'answer', verdict: 'stored', evidence: 'observed' });
  expect(await hasDifference()).toBe(false);
});

test('“the frame has its cookies, the tool says that it has none”: after Activate-Storage-Access: retry they are not known', async () => {
  const { browser, panel, server } = play();
  const { context } = browser as Chromium;
  // The browser is that of other files too.
  onTestFinished(() => context.clearPermissions());
  await context.grantPermissions(['storage-access']);
  await browser.goto(`${server.at('widget')}/signed-in`);
  await browser.goto(`${server.at('portal')}/portal`);
  await until('it was asked for again', () => arrivals('/granted').length === 2);
  expect(arrivals('/granted').map(({ headers }) => headers.cookie)).toEqual([undefined, 'member=1']);
  await panel.choose({ path: '/granted', status: '200', sent: 0, withheld: 0 });
  await panel.shows(say('diagram.retried'));
  expect(await hasDifference()).toBe(false);
});

test('a lone surrogate that a script wrote goes out as the browser keeps it, and is the cookie of the jar', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('odd')}/empty`);
  await browser.inPage(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: this is what the test is about.
    document.cookie = 'odd=\u20ac\ud800; Path=/';
    return fetch('/echo').then(() => true);
  });
  await panel.choose({ path: '/echo', status: '200', sent: 1, withheld: 0 });
  await panel.bead({ name: 'odd', verdict: 'sent', evidence: 'observed' });
  expect(await hasDifference()).toBe(false);
});
