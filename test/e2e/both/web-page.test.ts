import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageServer } from '../../../src/cli/serve/page-server';
import { say } from '../../../src/words/catalogue';
import type { DrivenPanel } from '../../browsers/driven';
import { until } from '../../browsers/until';
import { violations } from '../axe';
import { dropFile } from '../dropped-file';
import { Scene } from '../scene';
import { staticServer } from '../static-server';

const VIEWS = ['flow', 'incidents', 'cookies', 'sign-in', 'findings', 'lab'] as const;
const recorded = (browser: 'chromium' | 'firefox') => readFileSync(`test/recordings/${browser}-sign-in.json`, 'utf8');

let scene: Scene;
let server: Awaited<ReturnType<typeof staticServer>>;

beforeAll(async () => {
  server = await staticServer('dist/web');
  scene = await Scene.open();
  await scene.browser.goto(`${server.origin}/`);
  await shows(say('source.none.title'));
});

afterAll(async () => {
  await scene.close();
  await server.close();
});

/** The page as its user works it. */
const page: Pick<DrivenPanel, 'evaluate'> = {
  evaluate: (run, ...args) => scene.browser.inPage(run, ...args) as ReturnType<DrivenPanel['evaluate']> as never,
};
const text = () => page.evaluate(() => document.body.innerText);
const shows = (words: string) =>
  until(`the page shows "${words}"`, async () => (await text()).includes(words), { instead: text });
const press = (name: string) =>
  until(`the button ${name} is there`, () =>
    page.evaluate((wanted) => {
      const found = [...document.querySelectorAll<HTMLElement>('button')].find(
        (button) => button.ariaLabel === wanted || button.innerText.trim() === wanted,
      );
      found?.click();
      return found !== undefined;
    }, name),
  );
const open = async (view: string) => {
  await page.evaluate((id) => document.getElementById(`tab-${id}`)?.click(), view);
  await until(`${view} has something to say`, () =>
    page.evaluate((id) => (document.getElementById(`panel-${id}`)?.innerText ?? '').trim().length > 20, view),
  );
};

/** A HAR file with cookies, as another tool writes it. */
const HAR = JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: 'Firefox', version: '153.0' },
    entries: [
      {
        startedDateTime: '2026-11-29T12:00:00.000Z',
        request: { method: 'GET', url: 'https://shop.example/account', headers: [{ name: 'Cookie', value: 'sid=1' }] },
        response: {
          status: 200,
          headers: [{ name: 'Set-Cookie', value: '__Host-no=1; Domain=shop.example; Path=/; Secure' }],
        },
      },
    ],
  },
});

test.each([
  ['chromium', 'light'],
  ['firefox', 'dark'],
] as const)('a recording of %s fills every view, and axe finds nothing in any, %s', async (browser, theme) => {
  await dropFile(page, `${browser}.json`, recorded(browser));
  await shows(say('source.file', { name: `${browser}.json`, writer: 'Cookie Flow' }));
  const found: string[] = [];
  for (const view of VIEWS) {
    await open(view);
    await expect.poll(() => page.evaluate(() => document.querySelector('[role=alert]')?.textContent ?? '')).toBe('');
    found.push(...(await violations(page, theme)).map((id) => `${view}: ${id}`));
  }
  expect(found).toEqual([]);
  await press(say('source.close'));
  await open('flow');
  await shows(say('source.none.title'));
});

test('a HAR is shown with what it lacks; a file of cookies is listed and cannot be written; nonsense says what it is', async () => {
  await dropFile(page, 'network.har', HAR);
  await shows(say('lack.jar-events'));
  await open('flow');
  await shows('/account');
  await dropFile(page, 'cookies.txt', '# Netscape HTTP Cookie File\nshop.example\tFALSE\t/\tTRUE\t0\tsid\t1\n');
  await shows(say('files.cookies.no-browser'));
  await press(say('files.close'));
  await dropFile(page, 'notes.txt', 'just some words');
  await shows(say('refusal.unknown-text'));
  await press(say('files.close'));
  await press(say('source.close'));
});

test('the address keeps the view and leads back to it, and never has a line in it', async () => {
  await open('lab');
  await until('the address names the Lab', () => page.evaluate(() => location.hash === '#view=lab&as=page&method=GET'));
  await scene.browser.goto(`${server.origin}/?again#view=lab&as=frame&method=POST`);
  await until('the Lab has what the address says', () =>
    page.evaluate(() =>
      ['frame', 'POST'].every((wanted) =>
        [...document.querySelectorAll('select, input:checked')].some((each) => (each as HTMLSelectElement).value === wanted),
      ),
    ),
  );
});

test('the page can connect to nothing', async () => {
  const blocked = await page.evaluate(async () => {
    const violated: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violated.push(effectiveDirective));
    const tries = [
      () => fetch('/'),
      () =>
        new Promise((done, fail) => {
          const request = new XMLHttpRequest();
          request.onload = done;
          request.onerror = fail;
          request.open('GET', '/');
          request.send();
        }),
    ];
    let came = 0;
    for (const each of tries)
      await each().then(
        () => came++,
        () => undefined,
      );
    return { came, isSent: navigator.sendBeacon('/', 'x'), violated };
  });
  expect(blocked.came).toBe(0);
  expect(new Set(blocked.violated)).toEqual(new Set(['connect-src']));
});

test('served with a file, the page shows it at once, and can connect to nothing', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'cookie-flow-served-')), 'served one.json');
  writeFileSync(file, recorded('firefox'));
  const served = await pageServer({ folder: resolve('dist/web'), file, port: 0 });
  await scene.browser.goto(served.address);
  await shows(say('source.file', { name: 'served one.json', writer: 'Cookie Flow' }));
  expect(await page.evaluate(() => document.getElementById('given-file'))).toBeNull();
  expect(
    await scene.browser.inPage(() =>
      fetch(location.href).then(
        () => 'came',
        () => 'blocked',
      ),
    ),
  ).toBe('blocked');
  await served.close();
});

test('without its server the page still opens, and a file in it', async () => {
  await scene.browser.goto(`${server.origin}/`);
  await until('the page is kept', () =>
    page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state === 'activated'),
  );
  await server.close();
  await scene.browser.goto(`${server.origin}/`);
  await shows(say('source.none.title'));
  await dropFile(page, 'again.json', recorded('firefox'));
  await shows(say('source.file', { name: 'again.json', writer: 'Cookie Flow' }));
  for (const view of VIEWS) await open(view);
});
