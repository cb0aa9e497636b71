import { expect, test } from 'vitest';
import { recording } from '../../test/build/scene';
import { wireRequest } from '../../test/build/wire';

const access = {
  frameId: 0,
  documentUrl: 'https://a.example/',
  api: 'document.cookie',
  names: [],
  name: null,
  value: null,
} as const;

test.each(['chromium', 'firefox'] as const)(
  '%s: pages of the sites that the tab shows are traced while that is on',
  async (browser) => {
    const { world, panel } = await recording({ browser });
    panel.recorder.trace(true);
    await world.pass(200);
    expect(panel.log.tracing).toBe(true);
    expect(world.traced.get(1)).toEqual(['http://*.a.example/*', 'https://*.a.example/*']);
    world.request('sending', wireRequest('r1', { at: world.now, url: 'https://www.b.example/frame', type: 'sub_frame' }));
    await world.pass(200);
    expect(world.traced.get(1)).toContain('https://*.b.example/*');
    panel.recorder.trace(false);
    await world.pass(200);
    expect([panel.log.tracing, world.traced.size]).toEqual([false, 0]);
  },
);

test('of what a script wrote the log has name, digest and place, and never the value', async () => {
  const { world, panel } = await recording();
  world.tell({
    kind: 'script',
    event: {
      ...access,
      tabId: 1,
      timeStamp: world.now,
      operation: 'write',
      line: 'sid=secret-value; Path=/',
      stack: 'Error\n    at login (https://a.example/app.js:3:9)',
    },
  });
  world.tell({
    kind: 'script',
    event: { ...access, tabId: 2, timeStamp: world.now, operation: 'delete', line: null, stack: '' },
  });
  await world.pass(200);
  const recorded = panel.log.facts.filter(({ kind }) => kind === 'script-access');
  expect(recorded).toMatchObject([
    {
      api: 'document.cookie',
      operation: 'write',
      lines: [{ name: 'sid', digest: 'key(secret-value)' }],
      stack: [{ name: 'login', url: 'https://a.example/app.js', line: 3, column: 9 }],
    },
  ]);
  expect(JSON.stringify(recorded).replace('key(secret-value)', '')).not.toContain('secret-value');
});
