import { test } from 'vitest';
import { rawScene } from '../../scenes';

const play = rawScene({
  '/nul': { setCookie: ['before=1; Path=/', 'nul=a\0b; Path=/'] },
  '/control': { setCookie: ['control=a\x01b; Path=/', 'beside=1; Path=/'] },
});

test('a NUL in a header costs no other request its row', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/start`);
  // What the browser makes of a NUL in a head is its own: Chromium ends the response, Firefox reads on.
  await browser.inPage(() =>
    fetch('/nul').then(
      () => true,
      () => false,
    ),
  );
  await panel.row({ path: '/nul' });
  await browser.goto(`${server.at('raw')}/after`);
  await panel.row({ path: '/after', status: '200' });
});

test('a line with a control octet is rejected, and the line beside it is not', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/control`);
  await panel.choose({ path: '/control', status: '200', rejected: 1 });
  await panel.bead({ name: 'beside', verdict: 'stored', evidence: 'observed' });
  await panel.bead({ verdict: 'rejected' });
});
