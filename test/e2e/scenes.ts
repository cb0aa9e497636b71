import { afterAll, beforeAll } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground';
import type { DrivenBrowser } from '../browsers/driven';
import type { PanelReader } from './panel-reader';
import { type RawAnswer, type RawServer, rawServer } from './raw-server';
import { Scene, type SceneOptions } from './scene';

export interface PanelScene {
  readonly scene: Scene;
  readonly browser: DrivenBrowser;
  readonly panel: PanelReader;
}

/** The playground's shop in a browser, with DevTools open on it, for the tests of a file. Nothing is recorded yet. */
export const shopScene = (options: SceneOptions = {}): (() => PanelScene & { readonly shop: Playground }) =>
  forTests(options, async (scene) => {
    const shop = await startPlayground({ port: 0 });
    scene.closes(() => shop.close());
    await scene.browser.goto(`${shop.origin}/received`);
    return { shop };
  });

/** A server of our own answers in a browser with DevTools open on an empty page of it, for the tests of a file. */
export const rawScene = (
  answers: Readonly<Record<string, RawAnswer>>,
  options: SceneOptions = {},
): (() => PanelScene & { readonly server: RawServer }) =>
  forTests(options, async (scene) => {
    const server = await rawServer(answers);
    scene.closes(() => server.close());
    await scene.browser.goto(`${server.at('raw')}/empty`);
    return { server };
  });

/** Opens the scene before the tests of the file and closes it after them; what comes back gives it to a test. */
function forTests<Stage>(options: SceneOptions, set: (scene: Scene) => Promise<Stage>): () => PanelScene & Stage {
  let scene: Scene | null = null;
  let play: (PanelScene & Stage) | null = null;
  beforeAll(async () => {
    scene = await Scene.open(options);
    const stage = await set(scene);
    play = { ...stage, scene, browser: scene.browser, panel: await scene.openPanel() };
  });
  afterAll(() => scene?.close());
  return () => {
    if (!play) throw new Error('The scene is open only while the tests of the file run.');
    return play;
  };
}
