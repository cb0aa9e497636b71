import { describe, expect, test } from 'vitest';
import { recording } from '../../test/build/scene';
import { wireRequest } from '../../test/build/wire';

describe('what was typed', () => {
  const typed = 'hunter2-hunter2';
  const formData = { user: ['someone@a.example'], password: [typed], _csrf: ['token-of-the-form'] };

  test('is in no fact and not in the store, but a digest of the token is', async () => {
    const { world, panel } = await recording();
    const event = wireRequest('r1', { method: 'POST' });
    world.request('body', event, { formData });
    expect(JSON.stringify([...world.store.items])).not.toContain(typed);
    world.request('sending', event);
    await world.pass(50);
    expect(panel.log.facts.find(({ kind }) => kind === 'request-sent')).toMatchObject({
      fields: [
        { name: 'user', digest: 'key(someone@a.example)' },
        { name: 'password', digest: null },
        { name: '_csrf', digest: 'key(token-of-the-form)' },
      ],
    });
    expect(JSON.stringify([panel.log.facts, [...world.store.items]])).not.toContain(typed);
  });

  test('a worker that ends between the body and the sending loses no field', async () => {
    const { world, panel } = await recording();
    const event = wireRequest('r1', { method: 'POST' });
    world.request('body', event, { formData });
    await world.pass();
    world.kill();
    world.request('sending', event);
    await world.pass(1000);
    expect(panel.log.facts.find(({ kind }) => kind === 'request-sent')).toMatchObject({
      fields: [{ name: 'user' }, {}, { name: '_csrf' }],
    });
    expect([...world.store.items.keys()].filter((key) => key.startsWith('fields/'))).toEqual([]);
  });

  test('of a body that comes while the key is unknown, the digests are made good', async () => {
    const { world, panel } = await recording();
    world.kill();
    const event = wireRequest('r1', { method: 'POST' });
    world.request('body', event, { formData });
    world.request('sending', event);
    expect(JSON.stringify([...world.store.items])).not.toContain('token-of-the-form');
    await world.pass(1000);
    expect(panel.log.facts.find(({ kind }) => kind === 'request-sent')).toMatchObject({
      fields: [{}, {}, { digest: 'key(token-of-the-form)' }],
    });
  });
});

test('the key of the digests is told to the panel and is in no fact', async () => {
  const { panel } = await recording();
  expect(panel.log.key).toBe('key');
});
