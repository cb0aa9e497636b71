import { describe, expect, test } from 'vitest';
import { recording } from '../../test/build/scene';
import { wireCookie } from '../../test/build/wire';
import { World } from '../../test/build/world';

describe('permission', () => {
  test('that is missing for the site is a fact, and told to the panel', async () => {
    const world = new World();
    world.frames.set(1, [{ frameId: 0, parentFrameId: -1, url: 'https://a.example:8443/' }]);
    world.missing = new Set(['https://a.example/*', 'http://*/*', 'https://*/*']);
    const panel = world.panel(1);
    await world.pass(50);
    expect(panel.log.facts.at(-1)).toMatchObject({
      kind: 'permission-missing',
      tabId: 1,
      origins: ['https://a.example/*', 'http://*/*', 'https://*/*'],
    });
    expect(panel.log.missing[0]).toBe('https://a.example/*');
  });

  test('that was granted is told, and the jar read again', async () => {
    const world = new World();
    world.frames.set(1, [{ frameId: 0, parentFrameId: -1, url: 'https://a.example/' }]);
    world.missing = new Set(['https://a.example/*', 'http://*/*', 'https://*/*']);
    const panel = world.panel(1);
    await world.pass(50);
    world.missing = new Set();
    world.cookies = [wireCookie('seen at last')];
    world.permissionsChanged();
    await world.pass(50);
    expect(panel.log.missing).toEqual([]);
    expect(panel.log.facts.at(-1)).toMatchObject({ kind: 'jar-snapshot', cookies: [{ name: 'seen at last' }] });
  });

  test('is looked for again where the tab goes', async () => {
    const { world, panel } = await recording();
    world.missing = new Set(['https://b.example/*']);
    world.frames.set(1, [{ frameId: 0, parentFrameId: -1, url: 'https://b.example/' }]);
    world.commit({ tabId: 1, frameId: 0, parentFrameId: -1, url: 'https://b.example/', timeStamp: world.timer.now });
    await world.pass(50);
    expect(panel.log.missing).toEqual(['https://b.example/*']);
  });

  test('is asked for on a page of ours in a tab', async () => {
    const world = new World();
    world.frames.set(1, [{ frameId: 0, parentFrameId: -1, url: 'https://a.example/' }]);
    world.missing = new Set(['https://a.example/*', 'http://*/*', 'https://*/*']);
    const panel = world.panel(1);
    await world.pass(50);
    panel.line.grant();
    await world.pass(50);
    expect(world.opened).toEqual(['src/grant/index.html?site=a.example']);
  });
});
