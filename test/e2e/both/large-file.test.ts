import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { dropLargeFile } from '../dropped-file';
import { rawScene } from '../scenes';

const MEGABYTE = 1024 * 1024;
const ENTRIES = 16_000;

/** A HAR of 50 MB, mostly bodies as real ones are. */
const HAR = {
  before: '{"log":{"version":"1.2","creator":{"name":"Firefox","version":"153.0"},"entries":[',
  each: JSON.stringify({
    startedDateTime: '2026-11-29T12:00:00.000Z',
    time: 20,
    request: {
      method: 'GET',
      url: 'https://shop.example/items?page=@',
      headers: [
        { name: 'Sec-Fetch-Site', value: 'same-origin' },
        { name: 'Sec-Fetch-Mode', value: 'cors' },
        { name: 'Sec-Fetch-Dest', value: 'empty' },
        { name: 'Cookie', value: 'sid=31d4d96e407aad42; cart=@' },
      ],
    },
    response: {
      status: 200,
      headers: [{ name: 'Set-Cookie', value: 'cart=@; Path=/; Secure; HttpOnly' }],
      content: { mimeType: 'application/json', text: 'lorem ipsum dolor '.repeat(160) },
    },
  }),
  times: ENTRIES,
  after: ']}}',
};

const play = rawScene({ '/large/live': {} });

interface Watched {
  readonly shares: readonly number[];
  readonly texts: readonly string[];
  readonly longest: number;
}

/** Notes what the panel says of its progress, and the longest time between two of its frames from then on, in its own document. */
const watch = () =>
  play().panel.panel.evaluate(() => {
    const seen = { shares: [] as number[], texts: [] as string[], longest: 0 };
    let before: number | null = null;
    const look = (now: number) => {
      const bar = document.querySelector('dialog progress');
      const text = document.querySelector('[data-testid=file-progress]')?.textContent;
      if (before !== null) seen.longest = Math.max(seen.longest, now - before);
      // Making the file in the panel is the test's own work.
      if (text || before !== null) before = now;
      if (bar instanceof HTMLProgressElement && bar.value !== seen.shares.at(-1)) seen.shares.push(bar.value);
      if (text && text !== seen.texts.at(-1)) seen.texts.push(text);
      document.documentElement.dataset.watched = JSON.stringify(seen);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

const seen = async () =>
  JSON.parse(await play().panel.panel.evaluate(() => document.documentElement.dataset.watched ?? 'null')) as Watched;

const step = (name: 'octets' | 'checked' | 'converted') =>
  until(
    `entries are ${name}`,
    async () =>
      (await play().panel.words('[data-testid=file-progress]')).includes(say(`files.open.${name}`).split('$').at(-1) ?? '-'),
    { limit: 120_000, instead: seen },
  );

test('reading 50 MB can be cancelled, and what was open stays', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/large/live`);
  await panel.openView('flow');
  await panel.row({ path: '/large/live' });
  expect(await dropLargeFile(panel.panel, 'large.har', HAR)).toBeGreaterThan(50 * MEGABYTE);
  await step('checked');
  await panel.press(say('files.cancel'));
  await until('the sheet is closed', async () => !(await panel.has('dialog[open]')));
  await panel.row({ path: '/large/live' });
  expect(await panel.has('[data-testid=file-notice]')).toBe(false);
});

test('a HAR of 50 MB opens while the panel goes on and says how much of it is read, checked and converted', async () => {
  const { panel } = play();
  await watch();
  await dropLargeFile(panel.panel, 'large.har', HAR);
  await until('the file is open', () => panel.has('[data-testid=file-notice]'), { limit: 240_000, instead: seen });
  await until('all of it is listed', async () => (await panel.rowCount()) >= ENTRIES, {
    limit: 120_000,
    instead: () => panel.rowCount(),
  });
  const { shares, texts, longest } = await seen();
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.length).toBeGreaterThan(10);
  for (const name of ['octets', 'parsing', 'checked', 'converted'] as const)
    expect(texts.join('\n')).toContain(say(`files.open.${name}`).split('$').at(-1));
  expect(longest).toBeLessThan(2000);
  await panel.press(say('source.close'));
  await panel.row({ path: '/large/live' });
});
