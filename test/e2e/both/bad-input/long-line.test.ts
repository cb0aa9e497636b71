import { expect, test } from 'vitest';
import { rawScene } from '../../scenes';

const play = rawScene({ '/long': { setCookie: [`long=${'x'.repeat(100_000)}; Path=/`, 'short=1; Path=/'] } });

test('a Set-Cookie line of 100 kB is rejected with its size told, and the line beside it is stored', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/long`);
  await panel.choose({ path: '/long', status: '200', rejected: 1, set: 1 });
  await panel.bead({ name: 'short', verdict: 'stored', evidence: 'observed' });
  await panel.open({ name: 'long', verdict: 'rejected' });
  await expect.poll(() => panel.explanation()).toMatch(/4096|100/);
});
