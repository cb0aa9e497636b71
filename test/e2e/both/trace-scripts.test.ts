import { beforeAll, expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

/** The line and column of each write are checked against this text. */
const APP = `function remember(name) {
  document.cookie = name + '=1; Path=/';
}
function start() {
  remember('by_function');
  new Function("document.cookie = 'by_eval=1; Path=/'")();
  cookieStore.set('by_store', '1');
}
start();
`;
const BUNDLED = `(()=>{var e=e=>{document.cookie=e+"=1; Path=/"};e("by_bundle")})();\n//# sourceMappingURL=bundle.js.map\n`;
const PAGE = `<!doctype html><link rel="icon" href="data:,"><script src="/app.js"></script><script src="/bundle.js"></script>
<iframe src="/inner"></iframe>
<button onclick="document.cookie = 'by_handler=1; Path=/'">Set</button>`;
const READER = `<!doctype html><link rel="icon" href="data:,"><script>
function look() {
  return document.cookie.length;
}
document.cookie = 'looked_at=1; Path=/';
look();
</script>`;
const HARDENED = `<!doctype html><link rel="icon" href="data:,"><script>
Object.defineProperty(document, 'cookie', { get: () => '', set() {} });
</script>`;
const script = (body: string) => ({ type: 'text/javascript', body });

const play = rawScene(
  {
    '/page': { body: PAGE },
    '/inner': { body: `<script>document.cookie = 'by_frame=1; Path=/';</script>` },
    '/reader': { body: READER },
    '/hardened': { body: HARDENED },
    '/app.js': script(APP),
    '/bundle.js': script(BUNDLED),
    '/bundle.js.map': { type: 'application/json', body: '{"version":3,"sources":["a.js"],"names":[],"mappings":"AAAA"}' },
  },
  { alone: true },
);

beforeAll(async () => {
  const { panel } = play();
  await panel.press(say('settings.title'));
  await panel.panel.click('[popover] label', say('script.trace'));
  await panel.press(say('settings.title'));
  await panel.shows(say('script.tracing'));
});

/** The row of a change of this cookie. */
const changeOf = (cookie: string) =>
  until(`a change of ${cookie} is told`, async () =>
    (await play().panel.rows()).find(({ kind, path }) => kind === 'change' && path.includes(cookie)),
  );

/** The words of the call stack of the script that set a cookie. */
async function stackOf(cookie: string): Promise<string> {
  const { panel } = play();
  await panel.choose(await changeOf(cookie));
  await panel.open({ name: cookie, verdict: 'stored' });
  return until(`the stack of ${cookie}`, () => panel.words('[data-testid="script-stack"]'), {
    instead: () => panel.explanation(),
  });
}

test('each write is reported with the file, line and function that made it', async () => {
  const { browser, server } = play();
  const at = (path: string) => `${server.at('raw')}${path}`;
  await browser.goto(at('/page'));
  await browser.click('button');
  const calls = (await stackOf('by_function')).split('\n');
  expect(calls[0]).toMatch(`remember ${at('/app.js')}:2:`);
  expect(calls[1]).toMatch(`start ${at('/app.js')}:5:`);
  expect(await stackOf('by_eval')).toContain(`${at('/app.js')}:6:`);
  expect(await stackOf('by_store')).toMatch(`start ${at('/app.js')}:7:`);
  expect(await stackOf('by_bundle')).toContain(`${at('/bundle.js')}:1:${BUNDLED.indexOf('document.cookie') + 1}`.slice(0, -2));
  expect(await stackOf('by_frame')).toContain(`${at('/inner')}:1:`);
  // Chromium counts a handler's lines in its page, Firefox in the handler.
  expect(await stackOf('by_handler')).toMatch(new RegExp(`${at('/page')}:[13]:`));
});

test('who reads a cookie is reported with it', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/reader`);
  await stackOf('looked_at');
  await panel.press(say('explain.cookie-link'));
  await panel.shows(say('script.readers'));
  await expect.poll(() => panel.text()).toContain(`look ${server.at('raw')}/reader:3:`);
  await panel.openView('flow');
});

test('the page sees accessors, errors and globals as they were', async () => {
  const { browser, server } = play();
  await browser.goto(`${server.at('raw')}/looks`);
  const seen = await browser.inPage(() => {
    const { get, set, configurable, enumerable } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') ?? {};
    const thrown = (run: () => unknown) => {
      try {
        run();
        return 'nothing';
      } catch (error) {
        return (error as Error).name;
      }
    };
    const limit = () => JSON.stringify(Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit') ?? null);
    const before = limit();
    let conversions = 0;
    const given = {
      toString: () => {
        conversions += 1;
        return 'converted=1';
      },
    };
    // biome-ignore lint/suspicious/noDocumentCookie: this is what the test is about.
    document.cookie = given as unknown as string;
    return {
      native: [get, set].every((each) => String(each).includes('[native code]')),
      names: [get?.name, set?.name, set?.length],
      flags: [configurable, enumerable],
      own: Object.hasOwn(document, 'cookie'),
      wrongReceiver: thrown(() => get?.call({})),
      symbol: thrown(() => set?.call(document, Symbol('x'))),
      conversions,
      written: document.cookie.includes('converted=1'),
      globals: Object.getOwnPropertyNames(window).filter((name) => /cookie.?flow|tracing|tracer/i.test(name)),
      sameLimit: limit() === before,
    };
  });
  expect(seen).toEqual({
    native: true,
    names: ['get cookie', 'set cookie', 1],
    flags: [true, true],
    own: false,
    wrongReceiver: 'TypeError',
    symbol: 'TypeError',
    conversions: 1,
    written: true,
    globals: [],
    sameLimit: true,
  });
});

test('a page that puts its own accessor in the way is named', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('hard')}/hardened`);
  await panel.row({ path: '/hardened', status: '200' });
  // In Firefox a site that is new may have answered before its pages are traced: the next load is.
  await browser.goto(`${server.at('hard')}/hardened`);
  await panel.shows(say('script.tracing-unseen', { host: 'hard.localhost' }));
});

/** Whether the accessor of the page that is open is the browser's own: a proxy has no name in its text. */
const isNative = () =>
  play().browser.inPage(() => /cookie/.test(String(Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')?.set)));

test('stopped, the page has its own accessor again, and nobody is reported to have written', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/stopped`);
  await expect.poll(() => isNative()).toBe(false);
  await panel.press(say('script.stop'));
  await until('the page has its own accessor', isNative);
  await browser.inPage(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: this is what the test is about.
    document.cookie = 'after_stop=1; path=/';
  });
  await panel.choose(await changeOf('after_stop'));
  await panel.open({ name: 'after_stop', verdict: 'stored' });
  await expect.poll(() => panel.explanation()).toContain(say('candidate.script'));
});

test('with DevTools closed no page is traced any more', async () => {
  const { browser, panel, server } = play();
  await panel.press(say('settings.title'));
  await panel.panel.click('[popover] label', say('script.trace'));
  await panel.shows(say('script.tracing'));
  await browser.goto(`${server.at('raw')}/traced`);
  await expect.poll(() => isNative()).toBe(false);
  await panel.panel.close();
  await until('pages are traced no more', async () => {
    await browser.goto(`${server.at('raw')}/untraced`);
    return isNative();
  });
});
