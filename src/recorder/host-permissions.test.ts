import { describe, expect, test } from 'vitest';
import { recording } from '../../test/build/scene';
import { wireCookie } from '../../test/build/wire';
import { World } from '../../test/build/world';

describe('permission', () => {
  const NONE = ['https://a.example/*', 'http://*/*', 'https://*/*'];

  test('that is missing for the site is a fact, and reported to the panel', async () => {
    const world = new World();
    world.frames.set(1, [{ frameId: 0, parentFrameId: -1, url: 'https://a.example:8443/' }]);
    world.missing = new Set(NONE);
    world.devtools(1);
    await world.pass(200);
    const { facts, missing } = world.panel(1).log;
    expect(facts.find(({ kind }) => kind === 'permission-missing')).toMatchObject({ tabId: 1, origins: NONE });
    expect(missing).toEqual(NONE);
  });

  test('that was given back leaves a gap, and has the jar read', async () => {
    const { world, panel } = await recording();
    world.missing = new Set(NONE);
    world.permissionsChanged();
    await world.pass(50);
    const withdrawn = world.now;
    await world.pass(5000);
    world.missing = new Set();
    world.cookies = [wireCookie('seen at last')];
    world.permissionsChanged();
    await world.pass(50);
    expect(panel.log.missing).toEqual([]);
    const gap = panel.log.facts.find((fact) => fact.kind === 'recorder-gap');
    expect(gap).toMatchObject({ cause: 'permission' });
    expect(gap?.kind === 'recorder-gap' && Math.abs(gap.from - withdrawn)).toBeLessThanOrEqual(50);
    expect(panel.log.facts.at(-1)).toMatchObject({ kind: 'jar-snapshot', cookies: [{ name: 'seen at last' }] });
  });

  test('is looked for again where the tab goes', async () => {
    const { world, panel } = await recording();
    world.missing = new Set(['https://b.example/*']);
    world.frames.set(1, [{ frameId: 0, parentFrameId: -1, url: 'https://b.example/' }]);
    world.commit({ tabId: 1, frameId: 0, parentFrameId: -1, url: 'https://b.example/', timeStamp: world.now });
    await world.pass(50);
    expect(panel.log.missing).toEqual(['https://b.example/*']);
  });

  test('is asked for on a page of ours in a tab', async () => {
    const { world, panel } = await recording();
    world.missing = new Set(NONE);
    world.permissionsChanged();
    await world.pass(50);
    panel.recorder.grant('hosts');
    expect(world.opened).toEqual(['src/grant/index.html?site=a.example']);
  });
});

describe('the browser’s setting of third-party cookies', () => {
  test('is read where that is allowed, again after permission was given, and reported', async () => {
    const { world, panel } = await recording();
    expect(panel.log.thirdParty).toBeNull();
    panel.recorder.grant('third-party');
    expect(world.opened).toEqual(['src/grant/index.html?for=third-party']);
    world.thirdParty = 'block';
    world.permissionsChanged();
    await world.pass(50);
    expect(panel.log.thirdParty).toBe('block');
  });
});
