import { expect, test } from 'vitest';
import { rawScene } from '../scenes';

const play = rawScene({
  '/page': { body: `<script>document.write('<iframe src="http://embedded.localhost:' + location.port + '/frame">')</script>` },
  '/frame': {
    setCookie: [
      'apart=1; Path=/; Secure; SameSite=None; Partitioned',
      'shared=1; Path=/; Secure; SameSite=None',
      'lax=1; Path=/; SameSite=Lax',
    ],
  },
});

test("an embedded site's cookies: the partitioned one is kept, and of the one for all sites each browser makes its own", async () => {
  const { browser, panel, scene, server } = play();
  await browser.goto(`${server.at('top')}/page`);
  await panel.choose({ path: '/frame', status: '200' });
  await panel.bead({ name: 'apart', verdict: 'stored', evidence: 'observed' });
  const shared = scene.name === 'chromium' ? 'rejected' : 'stored';
  await panel.bead({ name: 'shared', verdict: shared, evidence: 'observed' });
  await panel.open({ name: 'lax', verdict: 'rejected' });
  expect(await panel.explanation()).toContain('lax');
});
