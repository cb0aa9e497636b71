import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const embedding = (path: string) =>
  `<script>document.write('<iframe src="http://embedded.localhost:' + location.port + '${path}">')</script>`;

const play = rawScene({
  '/page': { body: embedding('/frame') },
  '/page-with-ad': { body: embedding('/ad') },
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
  expect(await panel.explanation()).toContain('lax');
});

test('what the browser does with third-party cookies is not guessed, and judged where the reader says it', async () => {
  const { browser, panel, scene, server } = play();
  await browser.goto(`${server.at('top')}/page-with-ad`);
  await panel.choose({ path: '/ad', status: '200' });
  const judged = async (setting: 'not-known' | 'allow' | 'block') => {
    await panel.press(say('settings.title'));
    await panel.panel.click('.popover label', say(`settings.${setting}`));
    await panel.press(say('settings.title'));
  };
  await panel.open({ name: 'ad', verdict: scene.name === 'chromium' ? 'rejected' : 'stored' });
  expect(await panel.explanation()).toContain(say('missing.third-party-setting'));
  await judged('block');
  // Firefox keeps such cookies apart instead: there the reader is told that the setting is not the browser's.
  const words =
    scene.name === 'chromium'
      ? say('reason.third-party-blocked.sentence')
      : say('explain.differs-setting', { observed: say('verdict.stored') });
  await until(`the explanation says "${words}"`, async () => (await panel.explanation()).includes(words));
  await judged('not-known');
  await until('nobody says so any more', async () => (await panel.explanation()).includes(say('missing.third-party-setting')));
});
