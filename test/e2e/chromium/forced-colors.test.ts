import { expect, test } from 'vitest';
import type { ChromiumPanel } from '../../browsers/chromium-panel';
import { rawScene } from '../scenes';

const play = rawScene({ '/set': { setCookie: ['kept=1; Path=/'] } }, { alone: true });

test('where the system sets the colours, wires and the selection are still seen', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await panel.choose({ path: '/set', set: 1 });
  await panel.bead({ name: 'kept' });
  const { devtools } = panel.panel as ChromiumPanel;
  await devtools.emulateMedia({ forcedColors: 'active' });
  const [canvas, wire, row] = await panel.panel.evaluate(() => {
    const wire = document.querySelector('[data-wire]');
    const row = document.querySelector('[data-row-id][aria-selected="true"]');
    return [
      getComputedStyle(document.body).backgroundColor,
      wire && getComputedStyle(wire, '::before').backgroundColor,
      row && getComputedStyle(row).backgroundColor,
    ];
  });
  expect(wire).not.toBe(canvas);
  expect(row).not.toBe(canvas);
  expect(row).not.toBe(wire);
});
