import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageServer } from '../../../src/cli/serve/page-server';
import { sceneAnswer } from '../../../src/web/lessons/answers';
import { choicesOf } from '../../../src/web/lessons/choices';
import type { Lesson, LessonScene } from '../../../src/web/lessons/lesson';
import { LESSONS } from '../../../src/web/lessons/list';
import { say } from '../../../src/words/catalogue';
import '../../../src/words/lesson-words';
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
  await shows(say('start.drop.title'));
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
/** Presses a key of the keyboard in the open lesson. */
const typeKey = (key: string) => scene.browser.type('[data-lesson] h2', key);
const rightKey = (of: LessonScene) => 'ABCD'[choicesOf(of).indexOf(sceneAnswer(of).right)] ?? '';
const nextScene = () =>
  page.evaluate(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true })));

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

/**
 * The octets of the page's own files that are loaded, compressed; the service worker fetches the others by itself.
 * @param before counts only those asked for before the first such file
 */
async function loadedOctets(before = /^$/): Promise<number> {
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .sort((a, b) => a.startTime - b.startTime)
      .map(({ name }) => new URL(name).pathname.replace(/^\//, '')),
  );
  const files = [...new Set(loaded)].filter((path) => path.startsWith('assets/'));
  const end = files.findIndex((path) => before.test(path));
  const counted = end < 0 ? files : files.slice(0, end);
  expect(counted.length).toBeGreaterThan(3);
  return counted.reduce((sum, path) => sum + gzipSync(readFileSync(join('dist/web', path))).length, 0);
}

test('what is loaded before the first answer is under 120 kB, compressed', async () => {
  expect(await loadedOctets()).toBeLessThan(120_000);
});

test('every lesson is answered by keyboard, and axe finds nothing in either theme', async () => {
  const found: string[] = [];
  for (const [at, { id, scenes }] of LESSONS.entries()) {
    for (const each of scenes) {
      await until(`${id} shows ${each.id}`, () =>
        page.evaluate(
          (lesson, shown) => document.querySelector(`[data-lesson="${lesson}"][data-scene="${shown}"]`) !== null,
          id,
          each.id,
        ),
      );
      await typeKey(rightKey(each));
      await shows(say('lesson.right'));
      await shows(say(`scene.${each.id}.note`));
      if (each !== scenes.at(-1)) await nextScene();
    }
    const theme = at % 2 === 0 ? 'light' : 'dark';
    if (at < 2 || id === 'third-parties') found.push(...(await violations(page, [theme])).map((each) => `${id}, ${each}`));
    await typeKey('n');
  }
  expect(found).toEqual([]);
  await shows(say('lesson.done.other', { count: LESSONS.length }));
  await until('after the last lesson comes the first', () => page.evaluate(() => location.hash === '#lesson-first-cookie'));
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
    found.push(...(await violations(page, [theme])).map((id) => `${view}, ${id}`));
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
  await press(say('shell.close'));
  await dropFile(page, 'notes.txt', 'just some words');
  await shows(say('refusal.unknown-text'));
  await press(say('shell.close'));
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

test('the Lab comes without the panel: its form under 120 kB, with the first verdict under 200 kB, compressed', async () => {
  await scene.browser.goto(`${server.origin}/?alone#view=lab`);
  await until('the Lab has a verdict', () => page.evaluate(() => document.querySelector('[data-profile]') !== null));
  expect(await page.evaluate(() => document.querySelector('[role=tab]'))).toBeNull();
  expect(await loadedOctets(/^assets\/(?:examples|trial-answer)-/)).toBeLessThan(120_000);
  // The drawing comes after the verdict.
  await until('the verdict is drawn', () => page.evaluate(() => document.querySelector('[data-wire-of] [data-bead]') !== null));
  expect(await loadedOctets(/^assets\/trial-wire-page-/)).toBeLessThan(200_000);
  expect(await violations(page)).toEqual([]);
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

test('without its server the page still opens, a lesson is answered, and a file is opened in it', async () => {
  await scene.browser.goto(`${server.origin}/`);
  await until('the page is kept', () =>
    page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state === 'activated'),
  );
  await server.close();
  await scene.browser.goto(`${server.origin}/`);
  await shows(say('start.drop.title'));
  const [{ scenes }] = LESSONS as [Lesson];
  await typeKey(rightKey(scenes[0]));
  await shows(say('lesson.right'));
  await dropFile(page, 'again.json', recorded('firefox'));
  await shows(say('source.file', { name: 'again.json', writer: 'Cookie Flow' }));
  for (const view of VIEWS) await open(view);
});
