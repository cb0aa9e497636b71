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

/** The playground's shop in a browser, with DevTools open on it. Nothing is recorded yet. */
export async function shopScene(options: SceneOptions = {}): Promise<PanelScene & { readonly shop: Playground }> {
  const shop = await startPlayground({ port: 0 });
  const scene = await Scene.open(options);
  scene.closes(() => shop.close());
  await scene.browser.goto(`${shop.origin}/received`);
  return { scene, shop, browser: scene.browser, panel: await scene.openPanel() };
}

/** A server of our own answers in a browser with DevTools open on an empty page of it. */
export async function rawScene(
  answers: Readonly<Record<string, RawAnswer>>,
  options: SceneOptions = {},
): Promise<PanelScene & { readonly server: RawServer }> {
  const server = await rawServer(answers);
  const scene = await Scene.open(options);
  scene.closes(() => server.close());
  await scene.browser.goto(`${server.at('raw')}/empty`);
  return { scene, server, browser: scene.browser, panel: await scene.openPanel() };
}
