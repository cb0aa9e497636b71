import { expect, test } from 'vitest';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({});

const WAYS = ['fetch', 'beacon', 'socket', 'events', 'image', 'style', 'script', 'frame', 'form'] as const;
type Way = (typeof WAYS)[number];

/** What code might try that should never have come into a page of the extension. It runs in the panel and stands alone. */
function leak(way: Way, url: string): void {
  const done = () => {
    document.documentElement.dataset[way] = 'tried';
  };
  const load = (name: string, fields: object) =>
    document.body.append(Object.assign(document.createElement(name), fields, { onload: done, onerror: done }));
  const tries: Readonly<Record<Way, () => void>> = {
    fetch: () => void fetch(url, { mode: 'no-cors' }).then(done, done),
    beacon: () => {
      navigator.sendBeacon(url, 'x');
      done();
    },
    socket: () => Object.assign(new WebSocket(url.replace('http', 'ws')), { onopen: done, onerror: done }),
    events: () => Object.assign(new EventSource(url), { onopen: done, onerror: done }),
    image: () => load('img', { src: url }),
    style: () => load('link', { rel: 'stylesheet', href: url }),
    script: () => load('script', { src: url }),
    frame: () => {
      // Of a frame that is refused, Firefox says nothing.
      load('iframe', { src: url });
      done();
    },
    form: () => {
      const form = document.createElement('form');
      document.body.append(Object.assign(form, { action: url, method: 'post', target: '_blank' }));
      form.submit();
      done();
    },
  };
  try {
    tries[way]();
  } catch {
    done(); // Firefox throws where Chromium tells of an error.
  }
}

test('no page of the extension can send anything anywhere, by whatever way', async () => {
  const { browser, panel, server } = play();
  for (const way of WAYS) {
    await panel.panel.evaluate(leak, way, `${server.at('raw')}/left-by-${way}`);
    await until(`${way} has come to its end`, () =>
      panel.panel.evaluate((name) => document.documentElement.dataset[name] === 'tried', way),
    );
  }
  // What was sent at all has been sent before this.
  await browser.goto(`${server.at('raw')}/after`);
  await until('the page after it has come in', () => server.seen.some((seen) => seen.url === '/after'));
  expect(server.seen.map((seen) => seen.url).filter((seen) => seen?.includes('left-by'))).toEqual([]);
  expect(await panel.panel.isOpen()).toBe(true);
});
