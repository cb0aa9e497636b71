import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const embedding = (host: string, path: string) =>
  `<script>document.write('<iframe src="http://${host}.localhost:' + location.port + '${path}">')</script>`;

const play = rawScene({
  '/page': { body: embedding('embedded', '/frame') },
  '/page-with-ad': { body: embedding('ads', '/ad') },
  '/ad': { setCookie: ['ad=1; Path=/; Secure; SameSite=None'] },
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
  await expect.poll(() => panel.explanation()).toContain('lax');
});

test('what the browser does with third-party cookies is read from the request, and no choice of the reader overrules it', async () => {
  const { browser, panel, scene, server } = play();
  await browser.goto(`${server.at('top')}/page-with-ad`);
  await panel.choose({ path: '/ad', status: '200' });
  await panel.open({ name: 'ad', verdict: scene.name === 'chromium' ? 'rejected' : 'stored' });
  const policy = say(scene.name === 'chromium' ? 'policy.block' : 'policy.partition');
  const evidence = say(scene.name === 'chromium' ? 'policy.header' : 'policy.default', { value: 'none' });
  const read = say('policy.here', { evidence, policy });
  await expect.poll(() => panel.explanation()).toContain(read);
  await panel.press(say('settings.title'));
  const known = () => panel.words('[data-testid="third-party-known"]');
  await expect.poll(known).toContain(policy);
  await expect.poll(known).toContain('ads.localhost');
  await panel.panel.click('[popover] label', say('settings.allow'));
  await panel.press(say('settings.title'));
  await until('the rows are judged again', async () => (await panel.explanation()).includes(read));
  expect(await panel.explanation()).not.toContain(say('policy.by-assumed', { policy: say('policy.allow') }));
});
