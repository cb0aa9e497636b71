import { expect, test } from 'vitest';
import { aCookie } from '../../test/build/cookie';
import { recording } from '../../test/build/scene';

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
