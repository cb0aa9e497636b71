import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { named } from '../panel-reader';
import { rawServer } from '../raw-server';
import { rawScene } from '../scenes';

const page = (script: string) => `<!doctype html><link rel="icon" href="data:,"><body><script>${script}</script>`;
const PARALLEL = page(`
  for (let n = 0; n < 12; n++) {
    new Image().src = '/picture/' + n;
    document.cookie = 's' + n + '=1';
    fetch('/api/' + n);
  }`);
const parallel = Object.fromEntries(
  Array.from({ length: 12 }, (_, n) => [
    [`/picture/${n}`, { setCookie: [`p${n}=1; Path=/`], type: 'image/png', body: '' }],
    [`/api/${n}`, { setCookie: [`a${n}=1; Path=/`] }],
  ]).flat(),
);
const CORS = ['Access-Control-Allow-Credentials: true', 'Access-Control-Allow-Methods: PUT'];

const play = rawScene({
  ...parallel,
  '/parallel': { body: PARALLEL },
  '/with-policy': {
    headers: [`Content-Security-Policy: img-src data:; report-uri /csp`],
    setCookie: ['own=1; Path=/'],
    body: '<!doctype html><link rel="icon" href="data:,"><img src="/picture/0">',
  },
  '/csp': { status: 204, setCookie: ['report=1; Path=/'] },
  '/asks': {
    body: page(`fetch('http://api.site.localhost:' + location.port + '/cart', { method: 'PUT', credentials: 'include' })`),
  },
  '/cart': ({ headers }) => ({
    headers: [...CORS, `Access-Control-Allow-Origin: ${headers.origin ?? ''}`],
    setCookie: ['cart=1; Path=/'],
  }),
  '/writes': { body: page(`document.cookie = 'same=x; Path=/'; if (document.cookie !== '') fetch('/answers-the-same')`) },
  '/answers-the-same': { setCookie: ['same=x; Path=/'] },
  '/home': { setCookie: ['strict=1; Path=/; SameSite=Strict', 'lax=1; Path=/; SameSite=Lax'] },
  '/has-cookie': { setCookie: ['k=1; Path=/'] },
});

/** Whether a row says that engine and browser disagree. */
const hasDifference = () => play().panel.has(named(say('list.differs')));

test('a report of a Content-Security-Policy has credentials in Chromium alone', async () => {
  const { browser, panel, scene, server } = play();
  await browser.goto(`${server.at('policy')}/with-policy`);
  await panel.choose({ method: 'POST', path: '/csp', status: '204', sent: scene.name === 'chromium' ? 1 : 0 });
  await panel.bead({ name: 'report', verdict: scene.name === 'chromium' ? 'stored' : 'rejected', evidence: 'observed' });
  expect(await hasDifference()).toBe(false);
});

test('“the preflight set my cookie”: the answer did, whatever came first', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('site')}/asks`);
  await panel.choose({ method: 'PUT', path: '/cart', status: '200' });
  await panel.bead({ name: 'cart', verdict: 'stored', evidence: 'observed' });
  await panel.choose({ method: 'OPTIONS', path: '/cart' });
  await panel.bead({ name: 'cart', verdict: 'rejected' });
  expect(await hasDifference()).toBe(false);
});

test('a script writes a cookie and the answer sets it again as it is: the script is its author', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('twice')}/writes`);
  await until('it came in', () => server.seen.some(({ url }) => url === '/answers-the-same'));
  await panel.choose({ path: '/answers-the-same', status: '200', sent: 1 });
  await panel.bead({ name: 'same', verdict: 'unchanged' });
  const changes = async () => (await panel.rows()).filter(({ kind, path }) => kind === 'change' && path.includes('same'));
  await expect.poll(changes).toHaveLength(1);
});

test('a link on a page that no browser names is no address bar: a Strict cookie stays', async () => {
  const { browser, panel, scene, server } = play();
  await browser.goto(`${server.at('strict')}/home`);
  await panel.row({ path: '/home', status: '200' });
  const link = `<a id="link" href="${server.at('strict')}/arrived">on</a>`;
  const file = join(tmpdir(), `cookie-flow-link-${process.pid}.html`);
  writeFileSync(file, link);
  // A file is not named in Chromium, a data: address is not in Firefox.
  await browser.goto(scene.name === 'chromium' ? `file://${file}` : `data:text/html,${encodeURIComponent(link)}`);
  await browser.click('#link');
  await panel.choose({ path: '/arrived', status: '200', sent: 1, withheld: 1 });
  await panel.open({ name: 'strict', verdict: 'withheld' });
  await expect.poll(() => panel.explanation()).toContain('SameSite=Strict');
  expect(await hasDifference()).toBe(false);
});

test('“I was offline: which cookies did the server get?” No cookie counts as sent where the connection was refused', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('down')}/has-cookie`);
  const closed = await rawServer({});
  await closed.close();
  await browser.inPage(
    (to) =>
      fetch(to, { mode: 'no-cors', credentials: 'include' })
        .catch(() => null)
        .then(() => true),
    `${closed.at('down')}/offline`,
  );
  await panel.choose({ path: '/offline', sent: 0 });
  await panel.bead({ name: 'k', evidence: 'cannot-tell' });
});

test('“sent, but withheld according to the tool”: cookies that come while other requests are under way are no disagreement', async () => {
  const { browser, panel, server } = play();
  const before = await panel.rowCount();
  await browser.goto(`${server.at('busy')}/parallel`);
  // A page, 24 requests and what 12 writes of a script changed.
  await until('everything is listed', async () => (await panel.rowCount()) >= before + 37);
  await panel.filter('is:differs');
  await expect.poll(() => panel.rowCount()).toBe(0);
});
