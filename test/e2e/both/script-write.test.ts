import { expect, test } from 'vitest';
import { rawScene } from '../scenes';

const play = rawScene({});

test('a cookie that a script sets is a row of its own, without a request', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/page`);
  await browser.inPage(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: this is what the test is about.
    document.cookie = 'by_script=1; path=/';
  });
  await panel.choose({ kind: 'change' });
  await panel.bead({ name: 'by_script', verdict: 'stored', evidence: 'observed' });
  await expect.poll(async () => (await panel.row({ kind: 'change' })).path).toContain('by_script');
});
