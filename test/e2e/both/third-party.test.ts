import { beforeAll, expect, test } from 'vitest';
import { shopScene } from '../scenes';

let play: Awaited<ReturnType<typeof shopScene>>;
beforeAll(async () => {
  play = await shopScene();
});

test("an embedded site's cookies: partitioned ones are kept, and of the other kind each browser makes its own", async () => {
  const { browser, panel, shop, scene } = play;
  await browser.goto(`${shop.origin}/offers`);
  await panel.choose({ path: '/banner', status: '200' });
  // The frame and a picture ask at the same time, and either may be the first to set them.
  const kept = await panel.bead({ name: '__Host-ad-id', evidence: 'observed' });
  expect(['stored', 'replaced']).toContain(kept.verdict);
  const tracker = await panel.bead({ name: '__Host-tracker', evidence: 'observed' });
  expect(scene.name === 'chromium' ? ['rejected'] : ['stored', 'replaced']).toContain(tracker.verdict);
});
