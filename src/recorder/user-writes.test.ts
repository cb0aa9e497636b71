import { expect, test } from 'vitest';
import { aCookie } from '../../test/build/cookie';
import { recording } from '../../test/build/scene';
import { Replay } from '../analysis/replay/replay';

test.each(['chromium', 'firefox'] as const)(
  '%s: what the user writes is recorded before the change that the browser tells of it',
  async (browser) => {
    const { world, panel } = await recording({ browser });
    const { cookie } = aCookie('sid=2').on('a.example').httpOnly();
    const answers = panel.recorder.write([{ cookie, removed: false, by: 'editor' }]);
    await world.pass(200);
    expect(await answers).toEqual([null]);
    const storeId = browser === 'chromium' ? '0' : 'firefox-default';
    expect(panel.log.facts.slice(-2)).toMatchObject([
      { kind: 'cookie-written', storeId, cookie, removed: false, by: 'editor' },
      { kind: 'cookie-changed', storeId, cookie: { name: 'sid', value: '2', httpOnly: true }, removed: false },
    ]);
    panel.recorder.record(false);
    await panel.recorder.write([{ cookie, removed: true, by: 'editor' }]);
    expect(world.cookies).toEqual([]);
  },
);

test('firefox: a protected cookie of a third party’s partition, of which its API says another thing than its jar, is put back', async () => {
  const { world, panel } = await recording({ browser: 'firefox' });
  const partitionKey = { topLevelSite: 'https://a.example', hasCrossSiteAncestor: true };
  const x = (value: string) => {
    const cookie = {
      name: 'x',
      value,
      domain: 'b.example',
      hostOnly: true,
      path: '/',
      secure: true,
      httpOnly: false,
      partitionKey,
    };
    return { ...cookie, sameSite: 'no_restriction', storeId: 'firefox-default' };
  };
  world.change({ removed: false, cause: 'explicit', cookie: x('1') });
  await world.pass(200);
  panel.recorder.protect([...new Replay().add(panel.log.facts).jar.all()]);
  world.change({ removed: true, cause: 'overwrite', cookie: x('1') });
  world.change({ removed: false, cause: 'explicit', cookie: x('2') });
  await world.pass(200);
  expect(panel.log.facts.find(({ kind }) => kind === 'cookie-written')).toMatchObject({
    cookie: { value: '1' },
    by: 'protection',
  });
});
