import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { launchChromium } from '../../browsers/chromium';
import { launchFirefox } from '../../browsers/firefox';
import { profileFolder } from '../../browsers/profile-folder';
import { PanelReader } from '../panel-reader';
import { rawServer } from '../raw-server';

const isChromium = inject('browser') === 'chromium';

test('what can no longer be loaded is said in its place, and what is recorded stays', async () => {
  const folder = profileFolder('extension');
  cpSync(isChromium ? 'dist/chrome' : 'dist/firefox', folder.path, { recursive: true });
  const server = await rawServer({ '/set': { setCookie: ['sid=1; Path=/; SameSite=None'] } });
  const browser = await (isChromium ? launchChromium : launchFirefox)({ extension: folder.path });
  try {
    await browser.goto(`${server.at('raw')}/set`);
    const panel = new PanelReader(await browser.openPanel());
    await browser.goto(`${server.at('raw')}/set?again`);
    await panel.row({ path: '/set?again', rejected: 1 });
    // As when an update puts files of other names in their place.
    for (const file of readdirSync(join(folder.path, 'assets'))) rmSync(join(folder.path, 'assets', file));
    const alerts = () =>
      panel.panel.evaluate(() => [...document.querySelectorAll<HTMLElement>('[role=alert]')].map((each) => each.innerText));
    const press = (key: string) =>
      panel.panel.evaluate(
        (pressed) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true })),
        key,
      );
    await press('l');
    await expect.poll(alerts).toContain(say('view.failed'));
    await press('Escape');
    await panel.press(say('shell.files'));
    await panel.press(say('shell.files.open'));
    await expect.poll(async () => (await alerts()).length).toBeGreaterThan(0);
    await panel.press(say('shell.close'));
    await panel.row({ path: '/set?again', rejected: 1 });
    await panel.panel.click('#tab-cookies');
    await expect.poll(alerts).toEqual([say('view.failed')]);
    await panel.panel.click('#tab-flow');
    await panel.row({ path: '/set?again', rejected: 1 });
  } finally {
    await browser.close();
    await server.close();
    folder.remove();
  }
});
