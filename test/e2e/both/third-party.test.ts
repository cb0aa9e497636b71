import { beforeAll, expect, test } from 'vitest';
import { shopScene } from '../shop-scene';

let play: Awaited<ReturnType<typeof shopScene>>;
beforeAll(async () => {
  play = await shopScene();
});

test("an embedded site's cookies: partitioned ones are kept, and of the other kind each browser makes its own", async () => {
  const { browser, panel, shop, scene } = play;
  await browser.goto(`${shop.origin}/offers`);
  await panel.choose({ path: '/banner', status: '200' });
  await panel.bead({ name: '__Host-ad-id', verdict: 'stored', evidence: 'observed' });
  const tracker = scene.name === 'chromium' ? 'rejected' : 'stored';
  const bead = await panel.bead({ name: '__Host-tracker', verdict: tracker });
  expect(bead.label).toContain('__Host-tracker');
});
