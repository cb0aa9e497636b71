import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground';
import type { DrivenBrowser } from '../browsers/driven';
import type { PanelReader } from './panel-reader';
import { type RawAnswers, type RawServer, rawServer } from './raw-server';
import type { Scene, SceneOptions } from './scene';
import { RenewableScene, sharedScene } from './shared-scene';

export interface PanelScene {
  readonly scene: Scene;
  readonly browser: DrivenBrowser;
  readonly panel: PanelReader;
}

interface TestOptions extends SceneOptions {
  /** It has a browser of its own: for a file that moves, closes or reloads what it finds, or asks that nothing be there. */
  readonly alone?: true;
}

/** The playground's shop in a browser, with DevTools open on it, for the tests of a file. Nothing is recorded yet. */
export const shopScene = (options: TestOptions = {}): (() => PanelScene & { readonly shop: Playground }) =>
  forTests(options, async ({ browser }, closes) => {
    const shop = await startPlayground({ port: 0 });
    closes(shop);
    await browser.goto(`${shop.origin}/received`);
    return { shop };
  });

/** A server of our own answers in a browser with DevTools open on an empty page of it, for the tests of a file. */
export const rawScene = (answers: RawAnswers, options: TestOptions = {}): (() => PanelScene & { readonly server: RawServer }) =>
  forTests(options, async ({ browser }, closes) => {
    const server = await rawServer(answers);
    closes(server);
    await browser.goto(`${server.at('raw')}/empty`);
    return { server };
  });

interface Closed {
  close(): Promise<void>;
}

/** Opens the scene before the tests of the file and closes it after them; what comes back gives it to a test. */
function forTests<Stage>(
  options: TestOptions,
  set: (scene: Scene, closes: (stage: Closed) => void) => Promise<Stage>,
): () => PanelScene & Stage {
  const opened: Closed[] = [];
  const isAlone = Object.keys(options).length > 0;
  const place = isAlone ? new RenewableScene(options) : sharedScene;
  let play: (PanelScene & Stage) | null = null;

  beforeAll(async () => {
    const scene = await place.renewed();
    const stage = await set(scene, (each) => opened.push(each));
    const panel = await place.openPanel();
    play = { ...stage, scene, browser: scene.browser, panel };
  });
  let failed = false;
  afterEach(({ task }) => {
    failed ||= task.result?.state === 'fail';
  });
  afterAll(async () => {
    for (const each of opened) await each.close();
    // What a failed test has left behind shall fail no other.
    if (isAlone || failed || play === null) await place.drop();
  });
  return () => {
    if (!play) throw new Error('The scene is open only while the tests of the file run.');
    return play;
  };
}
