import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Chromium } from '../browsers/chromium';
import { until } from '../browsers/until';
import type { Scene, SceneOptions } from './scene';

/** A folder into which the browser of a file's tests saves, unasked. */
export class DownloadFolder {
  readonly #path = mkdtempSync(join(tmpdir(), 'cookie-flow-downloads-'));

  constructor() {
    afterAll(() => rmSync(this.#path, { recursive: true, force: true }));
  }

  /** How Firefox is told. */
  get options(): SceneOptions {
    return {
      firefox: { prefs: { 'browser.download.folderList': 2, 'browser.download.dir': this.#path } },
    };
  }

  /** Tells Chromium, for as long as it runs: it forgets when the session ends. Firefox knows by its options. */
  async use({ name, browser }: Scene): Promise<void> {
    if (name !== 'chromium') return;
    const session = await (browser as Chromium).context.browser()?.newBrowserCDPSession();
    await session?.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: this.#path });
  }

  /** Waits for a file, and takes it out of the folder. */
  async file(): Promise<{ readonly name: string; readonly text: string }> {
    const name = await until('the browser has saved a file', () => {
      const names = readdirSync(this.#path);
      return names.length === 1 && !/\.(?:part|crdownload|tmp)$/.test(names[0] ?? '') ? names[0] : undefined;
    });
    const path = join(this.#path, name);
    const text = await until('the file is whole', () => readFileSync(path, 'utf8') || undefined);
    rmSync(path);
    return { name, text };
  }
}
