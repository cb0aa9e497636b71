import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { policyWords } from '../../../src/words/policy-text';
import { launchChromium } from '../../browsers/chromium';
import { until } from '../../browsers/until';
import { PanelReader } from '../panel-reader';

/**
 * The built extension with the optional permission among the others: Chromium's own question has no part in a page, and no
 * driver can answer it.
 */
const granted = mkdtempSync(join(tmpdir(), 'granted-'));
cpSync('dist/chrome', granted, { recursive: true });
const manifest = JSON.parse(readFileSync(join(granted, 'manifest.json'), 'utf8'));
manifest.permissions.push(...manifest.optional_permissions);
manifest.optional_permissions = [];
writeFileSync(join(granted, 'manifest.json'), JSON.stringify(manifest));

afterAll(() => rmSync(granted, { recursive: true }));

const KNOWN = '[data-testid="third-party-known"] p';

test.each([
  ['default', 'block'],
  ['allow', 'allow'],
] as const)('where it may be read, the browser’s setting is shown as observed (%s)', async (thirdParty, policy) => {
  const browser = await launchChromium({ extension: granted, thirdParty });
  try {
    const panel = new PanelReader(await browser.openPanel());
    await panel.press(say('settings.title'));
    const reads = say('settings.third-party-read', { policy: policyWords(policy) });
    await until('the setting is shown as read', async () => (await panel.words(KNOWN)).includes(reads));
    await expect.poll(() => panel.words(KNOWN)).toContain(say('evidence.observed'));
  } finally {
    await browser.close();
  }
});

test('where it may not, the panel’s button leads to the page that asks', async () => {
  const browser = await launchChromium({ extension: 'dist/chrome' });
  try {
    const panel = new PanelReader(await browser.openPanel());
    await panel.press(say('settings.title'));
    await panel.shows(say('settings.third-party-ask'));
    await panel.press(say('settings.third-party-ask'));
    await browser.switchTo('/grant/');
    await expect
      .poll(() => browser.inPage(() => document.querySelector('main button')?.textContent ?? ''))
      .toBe(say('grant.setting'));
  } finally {
    await browser.close();
  }
});
