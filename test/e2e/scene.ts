import { existsSync } from 'node:fs';
import { inject } from 'vitest';
import { type ChromiumOptions, launchChromium } from '../browsers/chromium';
import type { DrivenBrowser, DrivenPanel } from '../browsers/driven';
import { FEWER_PICTURES, type FirefoxOptions, launchFirefox } from '../browsers/firefox';
import { PanelReader } from './panel-reader';

export interface SceneOptions {
  readonly chromium?: Omit<ChromiumOptions, 'extension'>;
  readonly firefox?: Omit<FirefoxOptions, 'extension'>;
}

/** A real browser with the built extension, and what else a test has opened. Who opens it closes it. */
export class Scene {
  readonly #closing: (() => Promise<void>)[] = [];

  private constructor(
    readonly name: 'chromium' | 'firefox',
    readonly browser: DrivenBrowser,
  ) {}

  /** Launches the browser of the running project. */
  static async open(options: SceneOptions = {}): Promise<Scene> {
    const name = inject('browser');
    const browser =
      name === 'chromium'
        ? await launchChromium({ ...options.chromium, extension: built('chrome') })
        : await launchFirefox({
            ...options.firefox,
            prefs: { ...FEWER_PICTURES, ...options.firefox?.prefs },
            extension: built('firefox'),
          });
    const scene = new Scene(name, browser);
    scene.closes(() => browser.close());
    return scene;
  }

  /** What is to be closed with the scene: the last one first. */
  closes(close: () => Promise<void>): void {
    this.#closing.unshift(close);
  }

  /** Opens DevTools on the current tab with our panel, wide enough for all columns. */
  async openPanel(): Promise<PanelReader> {
    const panel = await this.browser.openPanel();
    if ('dock' in panel && this.name === 'chromium')
      await (panel as DrivenPanel & { dock(side: string): Promise<void> }).dock('undocked');
    return new PanelReader(panel);
  }

  async close(): Promise<void> {
    for (const close of this.#closing) await close();
  }
}

function built(folder: 'chrome' | 'firefox'): string {
  const path = `dist/${folder}`;
  if (!existsSync(path)) throw new Error(`${path} is not built: run npm run build first.`);
  return path;
}
