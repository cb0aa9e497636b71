import { followRecording } from '../../playground/start/recording';
import type { PanelReader } from './panel-reader';
import { Scene, type SceneOptions } from './scene';

/** A browser and its DevTools for one file after another: each finds them as the first did, without cookies and recording. */
export class RenewableScene {
  readonly #options: SceneOptions;
  #scene: Scene | null = null;
  #panel: PanelReader | null = null;

  constructor(options: SceneOptions = {}) {
    this.#options = options;
  }

  /** The browser at an empty page; the panel shows what it will. */
  async renewed(): Promise<Scene> {
    if (this.#scene) {
      await this.#scene.browser.goto('about:blank');
      await this.#scene.browser.clearCookies();
    } else this.#scene = await Scene.open(this.#options);
    return this.#scene;
  }

  /** The panel on the current tab, with nothing of what came before. */
  async openPanel(): Promise<PanelReader> {
    if (!this.#scene) throw new Error('There is no browser yet.');
    if (this.#panel) await startAgain(this.#panel, this.#scene);
    else this.#panel = await this.#scene.openPanel();
    return this.#panel;
  }

  /** Ends the browser: who comes next gets another. */
  async drop(): Promise<void> {
    const scene = this.#scene;
    this.#scene = null;
    this.#panel = null;
    await scene?.close();
  }
}

/** That of the files of a worker: to start one takes longer than most tests do. */
export const sharedScene = new RenewableScene();
// So does vitest end a worker that has no more files.
process.once('SIGTERM', () => void sharedScene.drop().finally(() => process.exit()));

async function startAgain({ panel }: PanelReader, { browser }: Scene): Promise<void> {
  const recording = await followRecording(panel, browser);
  await recording.settled();
  await recording.clear();
  await panel.evaluate(() => localStorage.clear());
  await panel.reload();
}
