import type { DrivenBrowser } from '../../browsers/driven';
import { until } from '../../browsers/until';
import { type EchoServer, echo } from './echo-server';

type Browser = Pick<DrivenBrowser, 'goto' | 'inPage' | 'click'>;

/** One stop of the tour. All but the last begin on a page of the host `a`. */
export interface Stop {
  readonly name: string;
  run(browser: Browser, server: EchoServer): Promise<unknown>;
}

const HOSTILE = [
  '=nameless',
  'bare',
  '=a=b',
  ' spaced = value ',
  'quoted="x"',
  'tab=a\tb',
  '__Secure-x=1',
  '__Host-ok=1; Secure; Path=/',
  '__Host-bad=1; Secure; Path=/; Domain=a.localhost',
  'deep=1; Path=/deep/er',
  'past=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
  'evil=1; Domain=b.localhost',
  'partitioned=1; Partitioned; Secure',
  'insecure-partition=1; Partitioned',
  'none=1; SameSite=None',
  ';',
];

/** Fetches one after the other in the page. */
const fetching = (...targets: readonly (string | readonly [string, Readonly<Record<string, string>>])[]) => ({
  run: (browser: Browser): Promise<unknown> =>
    browser.inPage(async (all) => {
      for (const target of all) {
        if (typeof target === 'string') await fetch(target);
        else await fetch(target[0], target[1]);
      }
    }, targets),
});

export const STOPS: readonly Stop[] = [
  {
    name: 'responses that set the same cookie at once',
    run: (browser) =>
      browser.inPage(
        (all) => Promise.all(all.map((each) => fetch(each))).then(() => null),
        Array.from({ length: 8 }, (_, n) => echo(`race${n}`, { sets: [`race=${n}`, 'same=1'] })),
      ),
  },
  {
    name: 'a script that writes just before it fetches',
    run: (browser) =>
      browser.inPage(
        async (reset) => {
          for (const write of ['js=1', 'js=2', 'js=2', 'js=; Max-Age=0']) {
            // biome-ignore lint/suspicious/noDocumentCookie: this is what the stop is about.
            document.cookie = write;
            await fetch('/after-script');
          }
          await fetch(reset);
          // biome-ignore lint/suspicious/noDocumentCookie: this is what the stop is about.
          document.cookie = 'over=script';
          await fetch('/after-overwriting');
        },
        echo('over', { sets: ['over=response', 'kept=1; HttpOnly'] }),
      ),
  },
  {
    name: 'the same cookie again and again',
    ...fetching(...Array.from({ length: 3 }, () => echo('again', { sets: ['session=1', 'lasting=1; Max-Age=1000'] }))),
  },
  { name: 'lines that are hard to read or to take', ...fetching(echo('hostile', { sets: HOSTILE }), '/deep/er/still') },
  { name: 'thirty lines', ...fetching(echo('many', { sets: Array.from({ length: 30 }, (_, n) => `many${n}=1`) })) },
  {
    name: 'a cookie whose time comes',
    async run(browser) {
      await fetching(echo('brief', { sets: ['brief=1; Max-Age=1'] }), '/brief-there').run(browser);
      await until('the brief cookie has expired', () => browser.inPage(() => !document.cookie.includes('brief=')));
      await fetching('/brief-gone', '/brief-gone-still').run(browser);
    },
  },
  {
    name: 'requests with and without credentials',
    run: (browser, server) =>
      fetching(
        `${server.at('sub.a')}/plain`,
        [server.at('sub.a') + echo('asked', { sets: ['wide=1; Domain=a.localhost', 'narrow=1'] }), { credentials: 'include' }],
        server.at('sub.a') + echo('dropped', { sets: ['dropped=1'] }),
        ['/omitted', { credentials: 'omit' }],
        [
          server.at('b') +
            echo('foreign', { sets: ['tp=1; SameSite=None; Secure', 'tpp=1; SameSite=None; Secure; Partitioned'] }),
          { credentials: 'include' },
        ],
        [`${server.at('b')}/foreign-again`, { credentials: 'include' }],
      ).run(browser),
  },
  {
    name: 'a request that asks leave first',
    run: (browser, server) =>
      browser.inPage(
        (url) => fetch(url, { credentials: 'include', headers: { 'x-asks-leave': '1' } }).then(() => null),
        `${server.at('sub.a')}/preflighted`,
      ),
  },
  {
    name: 'images of other sites',
    run: (browser, server) =>
      browser.inPage(
        (sources) =>
          Promise.all(
            sources.map((src) => new Promise((seen) => Object.assign(new Image(), { onload: seen, onerror: seen, src }))),
          ).then(() => null),
        [
          server.at('b') + echo('image', { sets: ['img=1; SameSite=None; Secure'] }),
          `${server.at('b')}/image`,
          `${server.at('sub.a')}/image`,
        ],
      ),
  },
  {
    name: 'frames: foreign, of a subdomain, sandboxed, and the page within another site',
    async run(browser, server) {
      const loads = (url: string): string =>
        `<script>fetch(${JSON.stringify(url)}).catch(() => 0).finally(() => document.title = 'done')</script>`;
      const inner = `<iframe src="${server.at('a')}${echo('inner', { page: '' })}"></iframe>`;
      const frames: readonly (readonly [string, string | null])[] = [
        [
          server.at('b') +
            echo('frame', { page: loads('/in-frame') + inner, sets: ['fp=1; SameSite=None; Secure; Partitioned', 'fl=1'] }),
          null,
        ],
        [server.at('sub.a') + echo('frame', { page: loads('/in-sub'), sets: ['fs=1'] }), null],
        [server.at('a') + echo('frame', { page: loads('/in-sandbox'), sets: ['fx=1'] }), 'allow-scripts'],
      ];
      for (const [src, sandbox] of frames) {
        await browser.inPage(
          (url, flags) =>
            new Promise<null>((loaded) => {
              const frame = document.createElement('iframe');
              if (flags !== null) frame.setAttribute('sandbox', flags);
              frame.onload = () => loaded(null);
              frame.src = url;
              document.body.append(frame);
            }),
          src,
          sandbox,
        );
      }
    },
  },
  {
    name: 'redirects that set cookies on the way',
    run: (browser, server) =>
      fetching(echo('one', { sets: ['hop=1'], to: echo('two', { sets: ['hop=2'], to: echo('three', { sets: ['hop=3'] }) }) }), [
        '/there',
        { mode: 'same-origin' },
      ])
        .run(browser)
        .then(() =>
          browser.inPage(
            (src) =>
              new Promise<null>((seen) =>
                Object.assign(new Image(), { onload: () => seen(null), onerror: () => seen(null), src }),
              ),
            server.at('b') + echo('away', { to: server.at('a') + echo('back', { sets: ['back=1'] }) }),
          ),
        ),
  },
  {
    name: 'answers from the cache, and revalidated',
    ...fetching(
      ...['max-age=60', 'max-age=60', 'no-cache', 'no-cache'].map((cache) => echo(cache, { cache, sets: ['cached=1'] })),
    ),
  },
  {
    name: 'a request that is given up',
    run: (browser) =>
      browser.inPage(
        async (url) => {
          const control = new AbortController();
          const given = fetch(url, { signal: control.signal }).catch(() => null);
          await fetch('/meanwhile');
          control.abort();
          await given;
        },
        echo('slow', { hangs: true }),
      ),
  },
  {
    name: 'a worker and a service worker',
    run: (browser) =>
      browser.inPage(
        async (worker, serviceWorker, asked) => {
          const made = new Worker(worker);
          await new Promise((answered) => {
            made.onmessage = answered;
            made.postMessage(asked);
          });
          const registration = await navigator.serviceWorker.register(serviceWorker);
          await navigator.serviceWorker.ready;
          if (!navigator.serviceWorker.controller) {
            await new Promise((controlled) =>
              navigator.serviceWorker.addEventListener('controllerchange', controlled, { once: true }),
            );
          }
          await fetch(`/handed-over?through=${encodeURIComponent(asked)}`);
          await registration.unregister();
        },
        echo('worker', { script: 'worker' }),
        echo('service-worker', { script: 'service-worker' }),
        echo('from-worker', { sets: ['worker=1'] }),
      ),
  },
  {
    name: 'navigations from another site: posted, linked over a third, typed',
    async run(browser, server) {
      const target = (name: string): string => server.at('a') + echo(name, { page: name, sets: [`${name}=1`] });
      const shows = (name: string): Promise<unknown> =>
        until(`the browser shows ${name}`, () =>
          browser.inPage((path) => location.pathname === path && document.readyState === 'complete', `/${name}`),
        );
      await browser.goto(
        server.at('b') +
          echo('form', { page: `<form method="post" action="${target('posted')}"><button id="go">Post</button></form>` }),
      );
      await browser.click('#go');
      await shows('posted');
      await browser.goto(
        server.at('b') +
          echo('link', { page: `<a id="go" href="${server.at('c')}${echo('over', { to: target('linked') })}">Link</a>` }),
      );
      await browser.click('#go');
      await shows('linked');
      await browser.goto(server.at('c') + echo('over', { to: target('typed') }));
    },
  },
];

export const FIRST_LINES = [
  'first=1',
  'sec=1; Secure',
  'strict=1; SameSite=Strict',
  'lax=1; SameSite=Lax',
  'none=1; SameSite=None; Secure',
  'dom=1; Domain=a.localhost',
];
