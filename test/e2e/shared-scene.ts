import { followRecording } from '../../playground/start/recording';
import type { PanelReader } from './panel-reader';
import { Scene } from './scene';

/**
 * The browser and its DevTools that the files of a worker share: to start them takes longer than most tests do. Each
 * file finds them as the first one did: no cookie, nothing kept, nothing recorded.
 */
class SharedScene {
  #scene: Scene | null = null;
  #panel: PanelReader | null = null;

  /** The browser at an empty page; the panel shows what it will. */
  async renewed(): Promise<Scene> {
    this.#scene ??= await Scene.open();
    await this.#scene.browser.goto('about:blank');
    await this.#scene.browser.clearCookies();
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

export const sharedScene = new SharedScene();
// So does vitest end a worker that has no more files.
process.once('SIGTERM', () => void sharedScene.drop().finally(() => process.exit()));

async function startAgain({ panel }: PanelReader, { browser }: Scene): Promise<void> {
  const recording = await followRecording(panel, browser);
  await recording.settled();
  await recording.clear();
  await panel.evaluate(() => localStorage.clear());
  await panel.reload();
}
